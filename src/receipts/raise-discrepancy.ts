/**
 * Files what did not come as it should, for somebody to decide about. It posts nothing: the pieces
 * already lie where it says, or are still on the way.
 */
import type { Condition, Pile } from '../inventory/index.ts';
import { advance, startFlow } from '../platform/flow.ts';
import type { Work } from '../platform/work.ts';
import { discrepancyFlow } from './discrepancy.machine.ts';
import {
  addDiscrepancies,
  addSettlements,
  type DiscrepancyRow,
  type NewDiscrepancy,
} from './discrepancy.store.ts';
import type { DiscrepancyKind, Whereabouts } from './discrepancy.vocabulary.ts';
import { isSurplusKind } from './incoming.rules.ts';

/** One thing that is wrong with what came, or did not come. */
export interface DiscrepancyDraft {
  readonly kind: DiscrepancyKind;
  readonly siteId: string;
  readonly fromSiteId?: string | null;
  readonly receiptId?: string | null;
  readonly document?: string | null;
  readonly documentNumber?: string | null;
  /** Opaque reference of the line that expected it. */
  readonly source?: string | null;
  readonly partId?: string | null;
  readonly expectedPartId?: string | null;
  readonly quantity: number;
  /** For a serialised part: the piece; such a discrepancy is about one. */
  readonly serialNumber?: string | null;
  /** Where the pieces lie now: in quarantine, still on the way, or elsewhere by the books. */
  readonly pile?: Pile | null;
  readonly intendedCondition?: Condition | null;
  /** The place outside they came from. */
  readonly fromPlaceId?: string | null;
  /** Already taken into stock, because so much more is tolerated. */
  readonly isTolerated?: boolean;
  readonly note?: string | null;
}

function whereabouts({ kind, pile, isTolerated }: DiscrepancyDraft): Whereabouts {
  if (isTolerated === true) return 'stocked';
  if (pile === undefined || pile === null) return 'nowhere';
  if (kind === 'serial-elsewhere') return 'elsewhere';
  return kind === 'short' ? 'missing' : 'here';
}

function rowOf(draft: DiscrepancyDraft): NewDiscrepancy {
  const { pile, isTolerated = false, ...said } = draft;
  const needsSecondPerson = isSurplusKind(said.kind);
  const start = startFlow(discrepancyFlow, { whereabouts: whereabouts(draft), needsSecondPerson });
  const { stored } = isTolerated
    ? advance(discrepancyFlow, start.stored, {
        type: 'tolerate',
        isAll: true,
        byReceiver: true,
      })
    : start;
  return {
    ...said,
    partId: said.partId ?? pile?.partId ?? null,
    locationId: pile?.locationId ?? null,
    condition: pile?.condition ?? null,
    lotId: pile?.lotId ?? null,
    handlingUnitId: pile?.handlingUnitId ?? null,
    settled: isTolerated ? said.quantity : 0,
    stored,
  };
}

/** Files discrepancies and answers them in the order given. Their owner is whoever takes them up. */
export async function raiseDiscrepancy(
  work: Work,
  drafts: readonly DiscrepancyDraft[],
): Promise<DiscrepancyRow[]> {
  const news = drafts.map((draft) => {
    const row = rowOf(draft);
    return draft.isTolerated === true ? { ...row, closedAt: work.now } : row;
  });
  const rows = await addDiscrepancies(work, news);
  const tolerated = rows.filter((_, at) => drafts[at]?.isTolerated === true);
  const reason = 'within tolerance';
  await addSettlements(
    work,
    tolerated.map(({ id: discrepancyId, quantity }) => {
      return { discrepancyId, outcome: 'tolerate' as const, quantity, reason, entryId: null };
    }),
  );
  for (const { id: discrepancyId, kind, siteId, fromSiteId } of rows) {
    work.emit('receipts.discrepancy-raised', { discrepancyId, kind, siteId, fromSiteId });
  }
  return rows;
}
