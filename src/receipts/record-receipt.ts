/**
 * The one way in for goods: posts everything that came with one entry, puts what is wrong into
 * quarantine and files it, writes the receipt, and serves whoever waits. It knows papers only as
 * opaque references; who counts what came of them is told by the answer and by a fact.
 */
import {
  addPieces,
  getSiteLocation,
  inventoryErrors,
  type Pile,
  type PostingLine,
  pieceKey,
  postEntry,
} from '../inventory/index.ts';
import { feedBackorders } from '../orders/index.ts';
import type { Work } from '../platform/work.ts';
import type { DiscrepancyRow } from './discrepancy.store.ts';
import { receiptsErrors } from './errors.ts';
import type { IncomingLine, IncomingTrouble, Portion } from './incoming.rules.ts';
import { type DiscrepancyDraft, raiseDiscrepancy } from './raise-discrepancy.ts';
import { type SortedLine, sortGoods } from './sort-goods.ts';
import { addReceiptLines, openReceipt, type ReceiptHead, type ReceiptRow } from './store.ts';

/** Everything that came in at once. */
export interface IncomingGoods extends ReceiptHead {
  /** Where it goes: a dock, a van, a bench or a bin of the site. */
  readonly locationId: string;
  /** The site of ours that sent it; its clerks then see the discrepancies too. */
  readonly fromSiteId?: string | null;
  readonly lines: readonly IncomingLine[];
  /** What came as it should not; it is posted into quarantine. */
  readonly discrepancies: readonly IncomingTrouble[];
  /** The receipt of the same person to go on with, for goods without a document. */
  readonly receipt?: ReceiptRow;
}

/** What became of one line as given, `lines` first, then `discrepancies`. */
export interface LineOutcome {
  readonly source: string | null;
  readonly partId: string;
  /** Taken into stock, what is tolerated above the expected included. */
  readonly accepted: number;
  readonly quarantined: number;
  /** Pieces the books have elsewhere: not posted. */
  readonly elsewhere: number;
}

export interface RecordedReceipt {
  readonly receiptId: string;
  readonly number: string;
  /** Null when nothing could be posted. */
  readonly entryId: string | null;
  readonly outcomes: readonly LineOutcome[];
  readonly discrepancies: readonly DiscrepancyRow[];
  /** Whoever waited for it and was served first. */
  readonly fed: Awaited<ReturnType<typeof feedBackorders>>;
}

/** A portion with the line it is of and the place it goes to. */
interface Placed {
  readonly sorted: SortedLine;
  readonly portion: Portion;
  readonly to: Pile;
}

function placed(sorted: readonly SortedLine[], locationId: string): Placed[] {
  return sorted.flatMap((one) =>
    one.portions.map((portion) => ({
      sorted: one,
      portion,
      to: {
        ...portion.from,
        locationId: one.line.locationId ?? locationId,
        condition: portion.toCondition,
        handlingUnitId: null,
      },
    })),
  );
}

async function post(
  work: Work,
  goods: IncomingGoods,
  { all, document }: { readonly all: readonly Placed[]; readonly document: string },
): Promise<string | null> {
  if (all.length === 0) return null;
  const unseen = all.flatMap(({ portion: { from, serialId, serialNumber } }) =>
    serialNumber !== null && serialId === null ? [{ partId: from.partId, serialNumber }] : [],
  );
  const made = await addPieces(work, unseen);
  const lines = all.map(({ portion, to }): PostingLine => {
    const { from, quantity, serialNumber, valueMinor } = portion;
    const key = serialNumber === null ? '' : pieceKey({ partId: from.partId, serialNumber });
    const serialId = portion.serialId ?? made.get(key) ?? null;
    return { from, to, quantity, serialId, holdId: null, valueMinor };
  });
  return postEntry(work, { kind: 'receipt', document, reason: null, siteId: goods.siteId, lines });
}

/** Pieces of one line that went to one pile, for the paper: all its serial numbers in one row. */
function paperLines(all: readonly Placed[], on: { readonly receiptId: string; entryId: string }) {
  const rows = new Map<string, Parameters<typeof addReceiptLines>[1][number]>();
  for (const [at, { sorted, portion, to }] of all.entries()) {
    const { line } = sorted;
    const { partId, locationId, condition, lotId } = to;
    const isPiece = portion.serialNumber !== null;
    const key = isPiece ? [line.expectedSource, Object.values(to), line.partId].join() : String(at);
    const known = rows.get(key);
    const numbers = portion.serialNumber === null ? [] : [portion.serialNumber];
    rows.set(key, {
      ...on,
      partId,
      locationId,
      condition,
      lotId,
      quantity: (known?.quantity ?? 0) + portion.quantity,
      serialNumbers: [...(known?.serialNumbers ?? []), ...numbers],
      source: line.expectedSource,
      handlingUnitId: line.fromPile?.handlingUnitId ?? null,
    });
  }
  return [...rows.values()];
}

function troublesOf(goods: IncomingGoods, receiptRow: ReceiptRow, all: readonly Placed[]) {
  const about = {
    siteId: goods.siteId,
    fromSiteId: goods.fromSiteId ?? null,
    receiptId: receiptRow.id,
    document: goods.document,
    documentNumber: goods.documentNumber,
  };
  const wrong = all.flatMap(({ sorted: { line }, portion, to }): DiscrepancyDraft[] => {
    if (portion.trouble === null) return [];
    const more = 'kind' in line ? { expectedPartId: line.expectedPartId ?? null } : {};
    return [
      {
        ...about,
        ...more,
        kind: portion.trouble,
        source: line.expectedSource,
        quantity: portion.quantity,
        serialNumber: portion.serialNumber,
        pile: to,
        isTolerated: !portion.isQuarantined,
        intendedCondition: line.condition,
        fromPlaceId: portion.from.locationId,
        note: 'kind' in line ? (line.note ?? null) : null,
      },
    ];
  });
  return { about, wrong };
}

/** Pieces that are elsewhere by the books: filed, and never booked twice. */
function elsewhereOf(
  sorted: readonly SortedLine[],
  about: Partial<DiscrepancyDraft>,
  siteId: string,
) {
  return sorted.flatMap(({ line, elsewhere }) =>
    elsewhere.map(
      ({ serialNumber, pile }): DiscrepancyDraft => ({
        ...about,
        kind: 'serial-elsewhere',
        siteId,
        source: line.expectedSource,
        quantity: 1,
        serialNumber,
        pile,
        intendedCondition: line.condition,
      }),
    ),
  );
}

function outcomeOf({ line, portions, elsewhere }: SortedLine): LineOutcome {
  const sum = (isQuarantined: boolean) =>
    portions
      .filter((portion) => portion.isQuarantined === isQuarantined)
      .reduce((total, { quantity }) => total + quantity, 0);
  const { expectedSource: source, partId } = line;
  const accepted = sum(false);
  return { source, partId, accepted, quarantined: sum(true), elsewhere: elsewhere.length };
}

/** What may serve whoever waits: in good order, ours, and promised to nobody. */
function servable(all: readonly Placed[]) {
  return all
    .filter(({ sorted, portion }) => !portion.isQuarantined && sorted.line.isPromised !== true)
    .filter(({ to }) => to.condition === 'new' || to.condition === 'good')
    .map(({ to, portion }) => ({ pile: to, quantity: portion.quantity }));
}

/**
 * Takes goods in: everything that came, or nothing when it is refused. Call it once for all lines; it
 * locks piles, so lock the documents before. Fact: `receipts.received` with the outcomes.
 * @throws receipts.nothing-received, short-shelf-life, and what the inventory throws
 */
export async function recordReceipt(work: Work, goods: IncomingGoods): Promise<RecordedReceipt> {
  const given = [...goods.lines, ...goods.discrepancies];
  if (given.length === 0) throw receiptsErrors.error('nothing-received');
  const { siteId } = await getSiteLocation(work, goods.locationId);
  if (siteId !== goods.siteId) throw inventoryErrors.error('unknown-location');
  const sorted = await sortGoods(work, siteId, given);
  const all = placed(sorted, goods.locationId);
  const { locationId: _, fromSiteId: _from, lines: _lines, discrepancies: _wrong, ...rest } = goods;
  const { receipt, ...head } = rest;
  const row = receipt ?? (await openReceipt(work, head));
  const entryId = await post(work, goods, { all, document: goods.document ?? `receipt:${row.id}` });
  if (entryId !== null)
    await addReceiptLines(work, paperLines(all, { receiptId: row.id, entryId }));
  const { about, wrong } = troublesOf(goods, row, all);
  const drafts = [...wrong, ...elsewhereOf(sorted, about, siteId)];
  const discrepancies = await raiseDiscrepancy(work, drafts);
  const fed = await feedBackorders(work, servable(all));
  const outcomes = sorted.map(outcomeOf);
  const { id: receiptId, number } = row;
  const { kind, document } = goods;
  work.emit('receipts.received', { receiptId, number, siteId, kind, document, outcomes });
  return { receiptId, number, entryId, outcomes, discrepancies, fed };
}
