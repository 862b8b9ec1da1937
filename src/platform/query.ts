/**
 * The one maker for queries: a question with the right it needs and the shapes of input and answer.
 * A query never writes; it is handed a Read, which has nothing to write with but the database handle
 * of a read-only transaction.
 */
import type { z } from 'zod';
import type { Read } from './work.ts';

/** What a query is made of. */
export interface QuerySpec<I extends z.ZodType, O extends z.ZodType> {
  readonly name: string;
  readonly permission: string | null;
  readonly input: I;
  readonly output: O;
  readonly errors: readonly string[];
  readonly summary: string;
  /**
   * It sends one statement and no more, so it needs no transaction to see one state of things; the
   * executor refuses a second one.
   */
  readonly isOneStatement?: boolean;
  run(read: Read, input: z.output<I>): Promise<z.output<O>>;
}

/** A query with its types erased, for registries. */
export interface AnyQuery extends Omit<QuerySpec<z.ZodType, z.ZodType>, 'run'> {
  readonly kind: 'query';
  // biome-ignore lint/suspicious/noExplicitAny: the registry forgets the types the executor restores
  run(read: Read, input: any): Promise<any>;
}

/** A query that the executor can run. */
export interface Query<I extends z.ZodType, O extends z.ZodType> extends QuerySpec<I, O> {
  readonly kind: 'query';
}

/** Makes a query. */
export function defineQuery<I extends z.ZodType, O extends z.ZodType>(
  spec: QuerySpec<I, O>,
): Query<I, O> {
  return Object.freeze({ ...spec, kind: 'query' as const });
}
