/**
 * One transaction on one connection. COMMIT travels with the last statements instead of after them,
 * and a lost line stays lost: the driver would write into the closed socket and take the process down
 * with it. Knows nothing of what is written.
 */
import { drizzle } from 'drizzle-orm/postgres-js';
import type { TransactionSql } from 'postgres';
import type { Connection, Database } from './connect.ts';
import { readFailure } from './failure.ts';

/**
 * Puts a statement on the line in the order of the calls. The builder's statements cannot close a
 * transaction: they are sent some moments after they are made, perhaps after COMMIT.
 */
export type Send = (statement: string, args: readonly unknown[]) => Promise<unknown>;

/** What a transaction ends with: the answer, and the statements that close it. */
export interface Ending<T> {
  readonly answer: T;
  /** Sent together with COMMIT, in this order; null rolls everything back instead. */
  readonly last: ((send: Send) => readonly Promise<unknown>[]) | null;
}

class RolledBack extends Error {}

/** A promise that is never kept: what waits for it, the driver's own ROLLBACK, never happens. */
const never = () => new Promise<never>(() => undefined);

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Line {
  readonly db: Database;
  readonly send: Send;
}

/** Whether the line is lost, and why. */
interface Fate {
  lost: Error | null;
}

function noteLoss(fate: Fate, error: Error): void {
  if (readFailure(error).kind === 'connection') fate.lost ??= error;
}

function makeLine(connection: Connection, tx: TransactionSql, fate: Fate): Line {
  const run = (statement: string, args: readonly unknown[]) => {
    // The driver's types do not know that plain values need no wrapping.
    const sent = tx.unsafe(statement, args as never[], { prepare: true });
    sent.catch((error) => noteLoss(fate, error));
    return sent;
  };
  const refusing = (why: Error) => {
    return Object.assign(Promise.reject(why), { values: () => Promise.reject(why) });
  };
  const unsafe = (statement: string, args: readonly unknown[]) => {
    return fate.lost === null ? run(statement, args) : refusing(fate.lost);
  };
  return {
    db: drizzle({ options: connection.sql.options, unsafe } as never),
    send: (statement, args) => {
      const { lost } = fate;
      const sent = lost === null ? run(statement, args).execute() : Promise.reject(lost);
      // Whoever waits for it hears of its failure; until then it must not count as unheard.
      sent.catch(() => undefined);
      return sent;
    },
  };
}

/** Runs `work` between BEGIN and COMMIT and keeps the driver from using a lost line. */
async function onLine<T>(
  connection: Connection,
  mode: string,
  work: (line: Line) => Promise<T>,
): Promise<T> {
  const fate: Fate = { lost: null };
  const running = connection.sql.begin(mode, async (tx) => {
    try {
      const answer = await work(makeLine(connection, tx, fate));
      return fate.lost === null ? { answer } : await never();
    } catch (error) {
      // The news of a lost line and the failure of the statement on it arrive in one turn.
      await nextTurn();
      if (fate.lost !== null) return never();
      throw error;
    }
  });
  running.catch((error) => noteLoss(fate, error));
  return (await running).answer;
}

/**
 * Runs `work` in a transaction and commits what it did; any failure rolls everything back.
 * @throws whatever `work`, a last statement or COMMIT failed with
 */
export async function transact<T>(
  connection: Connection,
  work: (db: Database) => Promise<Ending<T>>,
): Promise<T> {
  let answer: { readonly value: T } | null = null;
  let last: readonly Promise<unknown>[] = [];
  try {
    await onLine(connection, '', async ({ db, send }) => {
      const ending = await work(db);
      answer = { value: ending.answer };
      if (ending.last === null) throw new RolledBack();
      last = ending.last(send);
    });
    // COMMIT of a transaction in which one of them failed rolls back, and calls that a success.
    await Promise.all(last);
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  if (answer === null) throw new RolledBack('a transaction without an answer');
  return (answer as { readonly value: T }).value;
}

/** Runs `work` on one snapshot of the database that cannot be written to. */
export async function look<T>(
  connection: Connection,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  return onLine(connection, 'isolation level repeatable read read only', ({ db }) => work(db));
}
