/**
 * The last stop of everything that was thrown: refusals become problems, a database that is away
 * becomes "try again", and a defect is logged and told by its request id only.
 */
import { HTTPException } from 'hono/http-exception';
import { readFailure } from '../platform/db/failure.ts';
import { DomainError } from '../platform/errors.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import { type DeskContext, localeOf } from './context.ts';
import { type Problem, problemHeaders, problemOf } from './problem.ts';

/** Writes a problem in another form than JSON, e.g. as a page; null where JSON is right. */
export type ProblemPage = (
  c: DeskContext,
  problem: Problem,
) => Promise<Response | null> | Response | null;

function refusalOf(failure: unknown, method: string): DomainError | null {
  if (failure instanceof DomainError) return failure;
  if (failure instanceof HTTPException && failure.status < 500) {
    return platformErrors.error('body-malformed');
  }
  const { kind } = readFailure(failure);
  if (kind === 'connection' || kind === 'timeout' || kind === 'retry') {
    const isSafe = method === 'GET' || method === 'HEAD';
    return platformErrors.error(isSafe ? 'busy-try-again' : 'outcome-unknown');
  }
  return null;
}

/** The problem of whatever was thrown; a defect is logged. */
function problemFrom(c: DeskContext, failure: unknown, publicUrl: string): Problem {
  const refusal = refusalOf(failure, c.req.method);
  if (refusal === null) c.get('log').error('unexpected failure', { error: failure });
  return problemOf(refusal, { locale: localeOf(c), publicUrl, requestId: c.get('requestId') });
}

/** The answer to whatever was thrown. */
export async function answerFailure(
  c: DeskContext,
  failure: unknown,
  { publicUrl, page }: { readonly publicUrl: string; readonly page: ProblemPage | null },
): Promise<Response> {
  const problem = problemFrom(c, failure, publicUrl);
  const paged = page === null ? null : await page(c, problem);
  const response =
    paged ??
    c.body(JSON.stringify(problem), problem.status, { 'Content-Type': 'application/problem+json' });
  const headers = { ...problemHeaders(problem), 'Content-Language': localeOf(c) };
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  response.headers.append('Vary', 'Accept-Language');
  return response;
}
