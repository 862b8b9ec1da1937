/** What a command on a return answers: where it now stands. */
import { type MovedReturn, movedReturn } from './contract.ts';
import type { PartReturnRow } from './store.ts';

/** The answer about a saved return. */
export function whereIs({ id: returnId, number, state, version }: PartReturnRow): MovedReturn {
  return movedReturn.parse({ returnId, number, state, version });
}
