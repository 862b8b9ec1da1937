/**
 * Refusals as pages: what happened, what to do next, the code for support. Handed to the floor, so
 * that a person never meets JSON; programs and the REST desk keep theirs.
 */
import type { ProblemPage } from '../http/answer-failure.ts';
import { show } from './layout.tsx';
import { visitOf, type WebPorts } from './visit.ts';

function wantsPage(path: string, accept: string): boolean {
  if (path === '/api' || path.startsWith('/api/')) return false;
  return accept.includes('text/html');
}

/** Makes the writer of problem pages. @example makeFloor(ports, problemPage(ports)) */
export function problemPage(ports: WebPorts): ProblemPage {
  return (c, problem) => {
    if (!wantsPage(c.req.path, c.req.header('accept') ?? '')) return null;
    const visit = visitOf(c, ports);
    const { say } = visit;
    const frame = { title: problem.title, status: problem.status };
    return show(
      visit,
      frame,
      <div class="notice refusal" role="alert">
        <p>{problem.detail}</p>
        <p>
          {problem.status === 401 ? (
            <a class="button main" href="/sign-in">
              {say('problem.again')}
            </a>
          ) : (
            <a class="button" href="/">
              {say('problem.back-home')}
            </a>
          )}
        </p>
        <p class="fine">
          {say('problem.code', { code: problem.code })}{' '}
          {problem.status >= 500 ? say('problem.trace', { traceId: problem.traceId }) : null}
        </p>
      </div>,
    );
  };
}
