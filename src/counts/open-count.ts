/**
 * Opens a count over chosen bins, for a person or for a pick that found too little. Bins that another
 * live count looks at are left to that count.
 */
import { startFlow } from '../platform/flow.ts';
import type { Work } from '../platform/work.ts';
import { type ChosenBin, lockSite, withoutLive } from './choose-bins.store.ts';
import { countBinFlow } from './count-bin.machine.ts';
import { stockCountFlow } from './stock-count.machine.ts';
import { addBins, addCount } from './store.ts';
import { toleranceAt } from './tolerance.store.ts';

/** Bins in one count; more are several counts. */
export const binsMax = 2000;

/** What a count is opened with. */
export interface CountWish {
  readonly siteId: string;
  readonly kind: string;
  readonly choice: Record<string, unknown>;
  readonly note: string | null;
  readonly document: string | null;
}

/** What came of it: the count, or the reason there is none. */
export type Opened =
  | { readonly countId: string; readonly number: string; readonly bins: number }
  | { readonly busyWith: string | null; readonly tooMany: number | null };

/** Opens the count; `choose` is asked after the site is locked. */
export async function openOver(
  work: Work,
  wish: CountWish,
  choose: () => Promise<readonly ChosenBin[]>,
): Promise<Opened> {
  await lockSite(work, wish.siteId);
  const { free, busyWith } = await withoutLive(work, await choose());
  if (free.length === 0) return { busyWith, tooMany: null };
  if (free.length > binsMax) return { busyWith, tooMany: free.length };
  const { pieces, percent, valueMinor } = await toleranceAt(work, wish.siteId);
  const { stored } = startFlow(stockCountFlow, { bins: free.length });
  const count = await addCount(
    work,
    {
      ...wish,
      tolerancePieces: pieces,
      tolerancePercent: percent,
      toleranceValueMinor: valueMinor,
    },
    stored,
  );
  const bin = startFlow(countBinFlow, undefined);
  await addBins(work, { id: count.id, siteId: wish.siteId }, free, bin.stored);
  work.about(`stock-count:${count.id}`);
  work.emit('counts.opened', { countId: count.id, number: count.number, siteId: wish.siteId });
  return { countId: count.id, number: count.number, bins: free.length };
}
