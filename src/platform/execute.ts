/**
 * The one executor. Every write of the product goes through `execute`: rights, parsing, transaction,
 * the command's own story, activity, request key, facts, commit; a bounded number of new tries when
 * the database asks for one. It knows transactions and keys, and nothing of any domain.
 */
import type { z } from 'zod';
import { type Actor, type Scopes, scopesOf } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Command } from './command.ts';
import type { Connection } from './db/connect.ts';
import { readFailure } from './db/failure.ts';
import { glance, look, transact } from './db/transact.ts';
import { DomainError } from './errors.ts';
import type { Ids } from './ids.ts';
import { inputHash, parseInput } from './parse-input.ts';
import { platformErrors } from './platform-errors.ts';
import type { Query } from './query.ts';
import { findRequest, writeRecord } from './record.ts';
import { type Collected, makeCollected, makeRead, makeWork } from './work.ts';

/** Who calls, and how the call is to be treated. */
export interface Call {
  readonly actor: Actor;
  readonly requestId?: string | null;
  /** At most 128 printable ASCII characters; the same key never takes effect twice. */
  readonly idempotencyKey?: string | null;
  /** Run everything, answer, and roll back. */
  readonly preview?: boolean;
  /** Codes of category `confirm` that the caller overrules. */
  readonly acknowledge?: readonly string[];
}

/** The answer of a command; `replayed` when the key had taken effect before. */
export interface Answer<T> {
  readonly output: T;
  readonly replayed: boolean;
}

/** Runs commands and queries. */
export interface Executor {
  execute<I extends z.ZodType, O extends z.ZodType>(
    command: Command<I, O>,
    input: z.input<I>,
    call: Call,
  ): Promise<Answer<z.output<O>>>;
  ask<I extends z.ZodType, O extends z.ZodType>(
    query: Query<I, O>,
    input: z.input<I>,
    call: Pick<Call, 'actor'>,
  ): Promise<z.output<O>>;
}

interface Ports {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told when the database asked for one more try of a command; for counting. */
  readonly onRetry?: (command: string) => void;
}

const triesAtMost = 4;
const keyShape = /^[\x21-\x7e]{1,128}$/;

function scopesFor(actor: Actor, permission: string | null): Scopes {
  if (permission === null) return 'all';
  const scopes = scopesOf(actor, permission);
  if (scopes === null) throw platformErrors.error('not-permitted', { permission });
  return scopes;
}

function covered(value: unknown, fields: readonly string[] | undefined, cover: unknown): unknown {
  if (fields === undefined || typeof value !== 'object' || value === null) return value;
  return { ...value, ...Object.fromEntries(fields.map((name) => [name, cover])) };
}

function recordable(
  input: unknown,
  {
    secrets = [],
    bulky = [],
  }: { readonly secrets?: readonly string[]; readonly bulky?: readonly string[] },
): unknown {
  return covered(input, [...secrets, ...bulky], '(not recorded)');
}

interface Prepared extends Call {
  readonly scopes: Scopes;
  readonly hash: string | null;
}

async function replay(ports: Ports, call: Prepared): Promise<Answer<never> | null> {
  if (call.idempotencyKey == null || call.hash === null) return null;
  const kept = await findRequest(ports.connection.db, call.idempotencyKey);
  if (kept === null) return null;
  const same = kept.hash === call.hash && kept.actorId === call.actor.id;
  if (!same) throw platformErrors.error('key-reused');
  return { output: kept.output as never, replayed: true };
}

async function attempt<I extends z.ZodType, O extends z.ZodType>(
  ports: Ports,
  command: Command<I, O>,
  input: z.output<I>,
  call: Prepared,
): Promise<{ output: z.output<O> } | { failed: unknown; collected: Collected }> {
  const now = ports.clock.now();
  const { actor, scopes, acknowledge = [] } = call;
  const collected = makeCollected();
  const parts = { ...ports.ids, actor, scopes, now, acknowledged: new Set(acknowledge) };
  try {
    const output = await transact(ports.connection, async (line) => {
      const answer = await command.run(makeWork({ ...parts, ...line }, collected), input);
      if (call.preview === true) return { answer, last: null };
      const record = {
        id: ports.ids.newId(),
        at: now,
        actor,
        command: command.name,
        input: recordable(input, command),
        acknowledged: acknowledge,
        requestId: call.requestId ?? null,
        key: call.idempotencyKey ?? null,
        hash: call.hash,
        output: covered(answer, command.secretOutput, null),
      };
      return { answer, last: (send) => writeRecord(send, record, collected) };
    });
    return { output };
  } catch (failed) {
    return { failed, collected };
  }
}

/** The refusal for a failure of the connection, of a lock wait or of a queue; null for any other. */
function unavailable(error: unknown): DomainError | null {
  const { kind } = readFailure(error);
  if (kind === 'timeout' || kind === 'retry') return platformErrors.error('busy-try-again');
  return kind === 'connection' ? platformErrors.error('outcome-unknown') : null;
}

/** What the failure means to the caller: a refusal where one is known, else the failure itself. */
async function explained(
  ports: Ports,
  result: { failed: unknown; collected: Collected },
  call: Prepared,
): Promise<unknown> {
  if (result.failed instanceof DomainError) return result.failed;
  const down = unavailable(result.failed);
  if (down !== null) return down;
  const failure = readFailure(result.failed);
  if (failure.kind !== 'constraint') return result.failed;
  const explain = result.collected.refusals.get(failure.constraint);
  if (explain === undefined) return result.failed;
  const { actor, scopes } = call;
  const { db, rows } = ports.connection;
  return explain(makeRead({ db, rows, now: ports.clock.now(), actor, scopes }));
}

/** Whether the database asked for another try, or a constraint broke that only a race can break. */
function isLostRace(result: { failed: unknown; collected: Collected }): boolean {
  const failure = readFailure(result.failed);
  if (failure.kind !== 'constraint') return failure.kind === 'retry';
  return result.collected.retried.has(failure.constraint);
}

async function executeCommand<I extends z.ZodType, O extends z.ZodType>(
  ports: Ports,
  command: Command<I, O>,
  raw: unknown,
  call: Call,
): Promise<Answer<z.output<O>>> {
  const scopes = scopesFor(call.actor, command.permission);
  const counts = command.everyTryCounts === true;
  if (counts && call.preview === true) {
    throw platformErrors.error('not-permitted', { permission: 'preview' });
  }
  const key = counts ? null : (call.idempotencyKey ?? null);
  if (key !== null && !keyShape.test(key)) throw platformErrors.error('key-malformed');
  const input = parseInput(command.input, raw);
  // A stored fast hash of a password could be searched for it, so secrets do not enter the hash.
  const counted = covered(input, command.secrets, '(not recorded)');
  const hash = key === null ? null : inputHash(command.name, counted);
  const prepared = { ...call, idempotencyKey: key, scopes, hash };
  for (let tries = 1; ; tries += 1) {
    const result = await attempt(ports, command, input, prepared);
    if ('output' in result) return { output: result.output, replayed: false };
    try {
      // Whatever went wrong, a key that took effect before has the answer of that time.
      const before = await replay(ports, prepared);
      if (before !== null) return before;
      const mayRetry = isLostRace(result) && tries < triesAtMost;
      if (!mayRetry) throw await explained(ports, result, prepared);
    } catch (error) {
      throw unavailable(error) ?? error;
    }
    ports.onRetry?.(command.name);
  }
}

/** Makes the executor on an open connection. */
export function makeExecutor(ports: Ports): Executor {
  return {
    execute: (command, raw, call) => executeCommand(ports, command, raw, call),
    ask: async (query, raw, { actor }) => {
      const scopes = scopesFor(actor, query.permission);
      const input = parseInput(query.input, raw);
      const now = ports.clock.now();
      try {
        const see = query.isOneStatement === true ? glance : look;
        return await see(ports.connection, (line) => {
          return query.run(makeRead({ ...line, actor, scopes, now }), input);
        });
      } catch (error) {
        // A question leaves nothing unknown behind: it can simply be asked again.
        throw unavailable(error) === null ? error : platformErrors.error('busy-try-again');
      }
    },
  };
}
