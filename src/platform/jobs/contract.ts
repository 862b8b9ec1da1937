/**
 * The words of the worker: what a job and a fact look like to the one who handles them, and the
 * numbers the worker keeps to. Knows no kind of job and no fact by name.
 */
import type { z } from 'zod';
import type { Command } from '../command.ts';

/** A job in the hands of a handler. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly runAt: Date;
  /** Which try this is, from 1. */
  readonly attempt: number;
}

/** A fact as it was emitted. */
export interface Fact {
  readonly seq: number;
  readonly fact: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** Runs a command as the system under a key, so that a repeated try has one effect. */
export type RunKeyed = <I extends z.ZodType, O extends z.ZodType>(
  command: Command<I, O>,
  input: z.input<I>,
) => Promise<z.output<O>>;

/** What a job handler may use. */
export interface JobTools {
  /** The present moment, from the worker's clock. */
  readonly now: Date;
  /**
   * Runs a command with the key `job:<id>`. The input must be made from the job's data alone, because
   * the same key with another input is refused.
   */
  readonly run: RunKeyed;
  /** The same for a job of several commands: the key is `job:<id>:<step>`. */
  step(name: string): RunKeyed;
}

export type JobHandler = (job: Job, tools: JobTools) => Promise<void>;

/** What a fact handler may use. */
export interface FactTools {
  readonly now: Date;
  /** Runs a command once for a fact: the key is `fact:<seq>:<name of the handler>`. */
  once(fact: Fact): RunKeyed;
  /** Runs a command without a key, for one that may be repeated without harm. */
  readonly run: RunKeyed;
}

/**
 * Hears facts, in order of `seq`, many at a time. It may hear one again after a crash or a failure.
 * When it fails on many, it hears each of them alone.
 */
export interface FactHandler {
  /** Unique among the handlers, at most 40 characters, part of the request keys. */
  readonly name: string;
  readonly facts: readonly string[];
  handle(facts: readonly Fact[], tools: FactTools): Promise<void>;
}

/** Where the worker tells what went wrong; pino fits. */
export interface WorkerLog {
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}

/** What one pass or one drain did. */
export interface Counts {
  readonly jobsDone: number;
  readonly jobsFailed: number;
  readonly factsTold: number;
  readonly factsFailed: number;
}

export const limits = {
  /** How long a worker holds what it took; whoever dies loses it after that. */
  leaseMs: 30_000,
  /** How often a worker that is still at it says so. */
  renewMs: 10_000,
  pollMs: 500,
  triesMax: 8,
  factsAtOnce: 200,
  jobsAtOnce: 3,
} as const;
