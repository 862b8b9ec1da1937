/**
 * What adding a pattern of bins would do: which codes are new, which are skipped, and what is refused.
 * The preview and the command ask the same.
 */
import { z } from 'zod';
import { type DomainError, invariant } from '../../platform/errors.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { binGrid, binsMax } from './bin-grid.rules.ts';
import { lastOnWalk, type NewBin, takenCodes } from './bins.store.ts';

/** What is asked of both. */
export const binPlanInput = {
  siteId: id,
  /** The zone they lie in. */
  parentId: id.nullable().default(null),
  kind: z.enum(['storage', 'bench', 'quarantine']).default('storage'),
  /** Ranges in braces: `A-{01..20}-{1..4}`. */
  pattern: text(80),
  /** Rows are walked there and back; else every row from its beginning. */
  isSnake: z.boolean().default(true),
  startsAtEnd: z.boolean().default(false),
  /** Leave out codes that the site has already. */
  skipExisting: z.boolean().default(false),
};

const shownCodes = 8;
// Room between neighbours, so that a bin can be put in later.
const stride = 10;

type BinWish = z.output<z.ZodObject<typeof binPlanInput>>;

function listed(codes: readonly string[]): { count: number; codes: string } {
  const rest = codes.length > shownCodes ? ', …' : '';
  return { count: codes.length, codes: `${codes.slice(0, shownCodes).join(', ')}${rest}` };
}

/** The refusal for codes that somebody else took in the same moment. */
export async function explainTaken(
  read: Read,
  siteId: string,
  codes: readonly string[],
): Promise<DomainError> {
  const taken = await takenCodes(read, siteId, codes);
  return inventoryErrors.error('bins-exist', listed(taken.map(({ code }) => code)));
}

/**
 * The bins to add, in walking order, after everything that is on the walk already.
 * @throws inventory.bin-pattern-unreadable, too-many-bins, bins-exist
 */
export async function planBins(
  read: Read,
  wish: BinWish,
): Promise<{ readonly bins: readonly NewBin[]; readonly skipped: number }> {
  const grid = binGrid(wish.pattern, wish);
  if (grid.kind === 'unreadable') {
    throw inventoryErrors.error('bin-pattern-unreadable', { at: grid.at });
  }
  if (grid.kind === 'too-many') {
    throw inventoryErrors.error('too-many-bins', { count: grid.count, max: binsMax });
  }
  if (grid.kind === 'repeated') throw inventoryErrors.error('bins-exist', listed(grid.codes));
  invariant(grid.kind === 'codes', 'a grid is codes or a refusal');
  const taken = await takenCodes(read, wish.siteId, grid.codes);
  const inTheWay = taken.filter(({ isHere }) => !(wish.skipExisting && isHere));
  if (inTheWay.length > 0) {
    throw inventoryErrors.error('bins-exist', listed(inTheWay.map(({ code }) => code)));
  }
  const known = new Set(taken.map(({ code }) => code));
  const last = await lastOnWalk(read, wish.siteId);
  const bins = grid.codes
    .filter((code) => !known.has(code))
    .map((code, at) => ({ code, pickSequence: last + (at + 1) * stride }));
  return { bins, skipped: taken.length };
}
