/**
 * The one maker for commands. A command is a value: its name, the right it needs, the shapes of its
 * input and answer, the refusals it may give, and the story it runs. It cannot run by itself; only
 * the executor runs it, so no step (rights, parsing, key, transaction, record) can be forgotten.
 */
import type { z } from 'zod';
import type { Work } from './work.ts';

/** What a command is made of. */
export interface CommandSpec<I extends z.ZodType, O extends z.ZodType> {
  /** `module.verb`, also the name in the activity record. */
  readonly name: string;
  /** The permission it needs; null when anybody may try (sign-in, first set-up). */
  readonly permission: string | null;
  readonly input: I;
  readonly output: O;
  /** Codes it may raise beyond those of the executor itself. */
  readonly errors: readonly string[];
  /** Names of input fields that must never be recorded. */
  readonly secrets?: readonly string[];
  /** Names of input fields too large to record; they count when a key is used again. */
  readonly bulky?: readonly string[];
  /**
   * Names of answer fields told once and never stored. The answer to a repeated key has null there,
   * so the output must allow it.
   */
  readonly secretOutput?: readonly string[];
  /**
   * Every run counts as a try (guessing a password): it has no key to repeat and cannot be previewed,
   * for both would let a guess go uncounted.
   */
  readonly everyTryCounts?: boolean;
  /** One English sentence for the reference pages. */
  readonly summary: string;
  run(work: Work, input: z.output<I>): Promise<z.output<O>>;
}

/** A command with its types erased, for registries. */
export interface AnyCommand extends Omit<CommandSpec<z.ZodType, z.ZodType>, 'run'> {
  readonly kind: 'command';
  // biome-ignore lint/suspicious/noExplicitAny: the registry forgets the types the executor restores
  run(work: Work, input: any): Promise<any>;
}

/** A command that the executor can run. */
export interface Command<I extends z.ZodType, O extends z.ZodType> extends CommandSpec<I, O> {
  readonly kind: 'command';
}

/** Makes a command. @example defineCommand({ name: 'kiln.fire', permission: 'kiln.fire', … }) */
export function defineCommand<I extends z.ZodType, O extends z.ZodType>(
  spec: CommandSpec<I, O>,
): Command<I, O> {
  return Object.freeze({ ...spec, kind: 'command' as const });
}
