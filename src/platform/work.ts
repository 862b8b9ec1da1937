/**
 * Work is the only thing passed down into a command: the open transaction, who acts, what time it
 * is, and what shall be told once it has committed. It knows nothing of what the command is about.
 */
import type { Actor, Scopes } from './actor.ts';
import { covers } from './actor.ts';
import type { Database } from './db/connect.ts';
import type { Rows } from './db/transact.ts';
import type { DomainError } from './errors.ts';
import { platformErrors } from './platform-errors.ts';

/** A job to be put in the queue when the command commits. */
export interface ScheduledJob {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly runAt: Date;
  /** Two waiting jobs never share a key; scheduling again moves the time. */
  readonly uniqueKey: string | null;
}

/** What a query may use: a database handle, who asks, when, and where he may look. */
export interface Read {
  readonly db: Database;
  /** Sends a statement written as plain text; for what is sent with every call. */
  readonly rows: Rows;
  readonly actor: Actor;
  readonly now: Date;
  readonly scopes: Scopes;
  /** Throws `missing` unless the scope id is covered: what you may not see does not exist. */
  requireScope(scopeId: string, missing?: DomainError | (() => DomainError)): void;
}

/** What a command may use. */
export interface Work extends Read {
  newId(): string;
  newSecret(bytes: number): string;
  readonly acknowledged: ReadonlySet<string>;
  /**
   * Says which refusal a broken database constraint means. The executor asks `explain` on a fresh
   * connection once the transaction is rolled back; a constraint nobody explained is a defect.
   */
  refuseAs(constraint: string, explain: (read: Read) => Promise<DomainError>): void;
  /** Says that a broken constraint is a lost race: the executor tries again, as for a deadlock. */
  retryOn(constraint: string): void;
  /** Names what the activity record is about, e.g. `kiln:<id>`; the last call wins. */
  about(subject: string): void;
  /** Records a fact, past tense (`kiln.fired`), to be told after commit. */
  emit(fact: string, data: Readonly<Record<string, unknown>>): void;
  schedule(job: ScheduledJob): void;
  /** Cancels the waiting job with this key, if any, when the command commits. */
  unschedule(uniqueKey: string): void;
}

/** What the executor collects while a command runs. */
export interface Collected {
  subject: string | null;
  readonly facts: { fact: string; data: Readonly<Record<string, unknown>> }[];
  readonly jobs: ScheduledJob[];
  readonly cancelled: string[];
  readonly refusals: Map<string, (read: Read) => Promise<DomainError>>;
  readonly retried: Set<string>;
}

interface WorkParts {
  readonly db: Database;
  readonly rows: Rows;
  readonly actor: Actor;
  readonly now: Date;
  readonly scopes: Scopes;
  readonly newId: () => string;
  readonly newSecret: (bytes: number) => string;
  readonly acknowledged: ReadonlySet<string>;
}

/** Builds the read side. */
export function makeRead(parts: Pick<WorkParts, 'db' | 'rows' | 'actor' | 'now' | 'scopes'>): Read {
  return {
    db: parts.db,
    rows: parts.rows,
    actor: parts.actor,
    now: parts.now,
    scopes: parts.scopes,
    requireScope: (scopeId, missing) => {
      if (covers(parts.scopes, scopeId)) return;
      throw typeof missing === 'function'
        ? missing()
        : (missing ?? platformErrors.error('not-found'));
    },
  };
}

/** An empty collection, made outside the transaction so that it outlives a rollback. */
export function makeCollected(): Collected {
  return {
    subject: null,
    facts: [],
    jobs: [],
    cancelled: [],
    refusals: new Map(),
    retried: new Set(),
  };
}

/** Builds a Work that writes into the given collection. */
export function makeWork(parts: WorkParts, collected: Collected): Work {
  return {
    ...makeRead(parts),
    newId: parts.newId,
    newSecret: parts.newSecret,
    acknowledged: parts.acknowledged,
    refuseAs: (constraint, explain) => {
      collected.refusals.set(constraint, explain);
    },
    retryOn: (constraint) => {
      collected.retried.add(constraint);
    },
    about: (subject) => {
      collected.subject = subject;
    },
    emit: (fact, data) => {
      collected.facts.push({ fact, data });
    },
    schedule: (job) => {
      collected.jobs.push(job);
    },
    unschedule: (uniqueKey) => {
      collected.cancelled.push(uniqueKey);
    },
  };
}
