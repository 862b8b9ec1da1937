/**
 * A pile's id is what the pile is: a UUID of version 8 over its dimensions. Whoever knows the pile
 * knows its row without asking, locks it by primary key, and no second row for it can exist.
 */
import { createHash } from 'node:crypto';
import { formatUuid } from '../../platform/ids.ts';
import { type Pile, pileText } from './posting.rules.ts';

/** The id of a pile. */
export function pileId(pile: Pile): string {
  return formatUuid(createHash('sha256').update(pileText(pile)).digest(), 8);
}
