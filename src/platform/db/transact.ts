/**
 * One transaction on one connection. COMMIT travels with the last statements instead of after them,
 * and a lost line stays lost: the driver would write into the closed socket and take the process down
 * with it. Knows nothing of what is written.
 */
import { drizzle } from 'drizzle-orm/postgres-js';
import { invariant } from '../errors.ts';
import type { Connection, Database } from './connect.ts';
import { readFailure } from './failure.ts';
import type { Statement } from './statement.ts';

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

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Sends a statement and answers its rows. */
export type Rows = <T extends object>(statement: Statement) => Promise<readonly T[]>;

/** The open transaction: by builder, by plain statement, or without waiting. */
interface Line {
  readonly db: Database;
  readonly rows: Rows;
  readonly send: Send;
}

/** Whether the line is lost, and why. */
interface Fate {
  lost: Error | null;
}

/** A statement of the driver, which goes wherever its handler puts it. */
interface Sending {
  handler: (sending: Sending) => void;
  reject(error: Error): void;
}

/**
 * The driver's connection. `execute` answers false when nothing may follow the statement before its
 * answer is there; `reserved` is called whenever all answers are in and the transaction goes on. Once
 * the transaction is over the driver takes the connection back by itself.
 */
interface Wire {
  execute(sending: Sending): unknown;
  reserved: (() => void) | null;
  onclose: ((error: Error) => void) | null;
}

function noteLoss(fate: Fate, error: Error): void {
  if (readFailure(error).kind === 'connection') fate.lost ??= error;
}

function makeLine(connection: Connection, put: (sending: Sending) => void, fate: Fate): Line {
  const run = (statement: string, args: readonly unknown[]) => {
    // The driver's types do not know that plain values need no wrapping.
    const sent = connection.sql.unsafe(statement, args as never[], { prepare: true });
    (sent as unknown as Sending).handler = put;
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
    // Which columns a statement answers is known where it is written, and only there.
    rows: async ({ text, args }) => (await unsafe(text, args)) as never,
    send: (statement, args) => {
      const { lost } = fate;
      const sent = lost === null ? run(statement, args).execute() : Promise.reject(lost);
      // Whoever waits for it hears of its failure; until then it must not count as unheard.
      sent.catch(() => undefined);
      return sent;
    },
  };
}

/**
 * Puts statements on one connection in the order of the calls, as many at once as it takes. What
 * comes or waits after the connection was lost is refused: nobody else would ever answer it.
 */
function makeQueue(wire: Wire, fate: Fate): (sending: Sending) => void {
  const waiting: Sending[] = [];
  let isFull = false;
  wire.reserved = () => {
    isFull = false;
    for (;;) {
      const next: Sending | undefined = isFull ? undefined : waiting.shift();
      if (next === undefined) return;
      isFull = !wire.execute(next);
    }
  };
  wire.onclose = (error) => {
    fate.lost ??= error;
    for (const sending of waiting.splice(0)) sending.reject(error);
  };
  return (sending) => {
    if (fate.lost !== null) sending.reject(fate.lost);
    else if (isFull) waiting.push(sending);
    else isFull = !wire.execute(sending);
  };
}

/**
 * Takes a connection and puts BEGIN on it without waiting for its answer: it travels with the first
 * statement. The driver's own `begin` waits, and what its `reserve` takes is not given back when a
 * connection cannot be opened.
 */
async function openLine(connection: Connection, mode: string) {
  const fate: Fate = { lost: null };
  const { promise: taken, resolve, reject } = promiseParts<(sending: Sending) => void>();
  const onexecute = (wire: Wire) => resolve(makeQueue(wire, fate));
  // The driver's types leave out this option, by which its own `begin` learns its connection.
  const options = { prepare: true, onexecute } as { prepare: true };
  const begun = connection.sql.unsafe(`begin ${mode}`.trimEnd(), [], options).execute();
  begun.catch((error) => {
    noteLoss(fate, error);
    reject(error);
  });
  return { line: makeLine(connection, await taken, fate), fate, begun };
}

function promiseParts<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((kept, broken) => {
    resolve = kept;
    reject = broken;
  });
  return { promise, resolve, reject };
}

/** Runs `work` between BEGIN and COMMIT and keeps the driver from using a lost line. */
async function onLine<T>(
  connection: Connection,
  mode: string,
  work: (line: Line) => Promise<T>,
): Promise<T> {
  const { line, fate, begun } = await openLine(connection, mode);
  let isOver = false;
  try {
    const answer = await work(line);
    await begun;
    // A COMMIT that fails has ended the transaction too.
    isOver = true;
    await line.send('commit', []);
    return answer;
  } catch (error) {
    // The news of a lost line and the failure of the statement on it arrive in one turn.
    await nextTurn();
    if (fate.lost !== null) throw fate.lost;
    if (!isOver) await line.send('rollback', []);
    throw error;
  }
}

/**
 * Runs `work` in a transaction and commits what it did; any failure rolls everything back.
 * @throws whatever `work`, a last statement or COMMIT failed with
 */
export async function transact<T>(
  connection: Connection,
  work: (line: Pick<Line, 'db' | 'rows'>) => Promise<Ending<T>>,
): Promise<T> {
  let answer: { readonly value: T } | null = null;
  let last: readonly Promise<unknown>[] = [];
  try {
    await onLine(connection, '', async ({ send, ...line }) => {
      const ending = await work(line);
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
  work: (line: Pick<Line, 'db' | 'rows'>) => Promise<T>,
): Promise<T> {
  return onLine(connection, 'isolation level repeatable read read only', work);
}

/**
 * Runs `work` without a transaction, for what asks once: a statement sees one snapshot by itself. A
 * second statement is refused, for it could see another.
 */
export async function glance<T>(
  connection: Connection,
  work: (line: Pick<Line, 'db' | 'rows'>) => Promise<T>,
): Promise<T> {
  let isAsked = false;
  const unsafe = (text: string, args: readonly unknown[]) => {
    invariant(!isAsked, 'a question of one statement asked another');
    isAsked = true;
    return connection.reader.unsafe(text, args as never[], { prepare: true });
  };
  return work({
    db: drizzle({ options: connection.reader.options, unsafe } as never),
    // Which columns a statement answers is known where it is written, and only there.
    rows: async ({ text, args }) => (await unsafe(text, args)) as never,
  });
}
