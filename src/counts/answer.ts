/** What commands on counts and bins answer: where the documents now stand. */
import type { z } from 'zod';
import type { binMoved, countMoved } from './contract.ts';
import type { BinRow, CountRow } from './store.ts';

/** Where a count stands. */
export function countAnswer({ id, number, version, state }: CountRow): z.infer<typeof countMoved> {
  return { countId: id, number, version, state };
}

/** Where a bin and its count stand. */
export function binAnswer(count: CountRow, bin: BinRow): z.infer<typeof binMoved> {
  return { countId: count.id, binId: bin.id, state: bin.state, countState: count.state };
}

/** The refusals of every command that moves a count, a bin or a line. */
export const countErrors = [
  'counts.unknown-count',
  'counts.version-changed',
  'counts.event-not-allowed',
] as const;

export const binErrors = [...countErrors, 'counts.unknown-bin'] as const;
