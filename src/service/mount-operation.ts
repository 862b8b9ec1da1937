/**
 * Puts one operation on the wire: who asks, what is asked, the three headers that say how, and the
 * answer. The command itself knows nothing of all that.
 */
import type { Hono } from 'hono';
import { type DeskContext, type DeskEnv, type DeskPorts, localeOf } from '../http/context.ts';
import { categoryOf } from '../operations.ts';
import { visitor } from '../people/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { AnyCommand } from '../platform/command.ts';
import type { DomainError } from '../platform/errors.ts';
import type { Call } from '../platform/execute.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import { apiPrefix, type Operation } from './operation.ts';
import { inputReader } from './read-input.ts';

function actorFor(c: DeskContext, permission: string | null): Actor {
  const actor = c.get('actor');
  if (actor !== null) return actor;
  const failed = c.get('credentialKind') === 'bearer';
  if (permission !== null || failed) throw platformErrors.error('not-signed-in');
  return { ...visitor, locale: localeOf(c) };
}

function badHeader(header: string): DomainError {
  const issue = { pointer: '', rule: 'header-malformed', params: { header } };
  return platformErrors.error('invalid-input', { count: 1 }, [issue]);
}

function previewOf(c: DeskContext): boolean {
  const asked = (c.req.header('preview') ?? 'false').trim();
  if (asked !== 'true' && asked !== 'false') throw badHeader('Preview');
  return asked === 'true';
}

function acknowledgedIn(c: DeskContext, command: AnyCommand): string[] {
  const codes = (c.req.header('acknowledge') ?? '').split(',').flatMap((one) => one.trim() || []);
  const isKnown = (code: string) => command.errors.includes(code) && categoryOf(code) === 'confirm';
  if (!codes.every(isKnown)) throw badHeader('Acknowledge');
  return [...new Set(codes)];
}

function callOf(c: DeskContext, command: AnyCommand): Call {
  return {
    actor: actorFor(c, command.permission),
    requestId: c.get('requestId'),
    idempotencyKey: c.req.header('idempotency-key') ?? null,
    preview: previewOf(c),
    acknowledge: acknowledgedIn(c, command),
  };
}

/** Adds the route of one operation. */
export function mountOperation(
  app: Hono<DeskEnv>,
  operation: Operation,
  { executor }: DeskPorts,
): void {
  const { method, path, action, status } = operation;
  const readInput = inputReader(operation);
  app.on(method, apiPrefix + path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
    if (action.kind === 'query') {
      const actor = actorFor(c, action.permission);
      return c.json(await executor.ask(action, await readInput(c), { actor }));
    }
    const call = callOf(c, action);
    const { output, replayed } = await executor.execute(action, await readInput(c), call);
    if (replayed) c.header('Idempotent-Replayed', 'true');
    if (call.idempotencyKey != null) c.header('Idempotency-Key', call.idempotencyKey);
    if (call.preview === true) c.header('Preview', 'true');
    return c.json(output, call.preview === true ? 200 : status);
  });
}
