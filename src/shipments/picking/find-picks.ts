/**
 * From what was scanned in a bin to the promises it fulfils. Reads what is held, asks the rule, and
 * says in a refusal what does not fit and where it would.
 */
import { findSerial, getPartRow, getSiteLocation } from '../../inventory/index.ts';
import type { Work } from '../../platform/work.ts';
import { shipmentsErrors } from '../errors.ts';
import { type HeldGoods, matchPick, type PickMatch, type PickWish } from './match-pick.rules.ts';
import { type PickRow, picksOfParts } from './pick-list.store.ts';

/** One scan, as a person or a scanner says it. */
export interface ScannedPick {
  readonly locationId: string;
  readonly partId: string;
  readonly quantity: number;
  readonly serialNumber: string | null;
  readonly lotNumber: string | null;
  readonly allocationId: string | null;
}

/** A promise to be picked whole. */
export interface WantedPick {
  readonly row: PickRow;
  /** The piece to take, when it is not the one that is held. */
  readonly insteadSerialId: string | null;
  readonly insteadSerialNumber: string | null;
}

async function wishOf(work: Work, scan: ScannedPick): Promise<PickWish> {
  const { partId, locationId, serialNumber, lotNumber, allocationId, quantity } = scan;
  const part = await getPartRow(work.db, partId);
  const wish = { partId, locationId, quantity, lotNumber, allocationId, serialId: null };
  if (serialNumber === null) {
    if (part.tracking !== 'serial') return wish;
    throw shipmentsErrors.error('scan-the-piece', { partNumber: part.partNumber });
  }
  const found = await findSerial(work.db, partId, serialNumber);
  if (found === null) {
    throw shipmentsErrors.error('unknown-piece', { serialNumber, partNumber: part.partNumber });
  }
  return { ...wish, quantity: 1, serialId: found.id };
}

async function refusal(
  work: Work,
  scan: ScannedPick,
  found: { readonly match: Extract<PickMatch, { ok: false }>; readonly rows: readonly PickRow[] },
) {
  const { match, rows } = found;
  const bin = await getSiteLocation(work, scan.locationId);
  const part = await getPartRow(work.db, scan.partId);
  const about = { partNumber: part.partNumber, location: bin.code };
  switch (match.why) {
    case 'nothing-promised-here': {
      const codes = new Map(rows.map((row) => [row.locationId, row.locationCode]));
      const elsewhere = match.elsewhere.flatMap((id) => codes.get(id) ?? []);
      if (elsewhere.length === 0) return shipmentsErrors.error('part-not-wanted', about);
      return shipmentsErrors.error('wrong-bin', { ...about, elsewhere: elsewhere.join(', ') });
    }
    case 'more-than-promised': {
      const { promised: wanted } = match;
      return shipmentsErrors.error('more-than-wanted', {
        ...about,
        wanted,
        picked: scan.quantity,
      });
    }
    case 'less-than-promised': {
      const { promised: wanted } = match;
      return shipmentsErrors.error('less-than-wanted', {
        ...about,
        wanted,
        picked: scan.quantity,
      });
    }
    case 'lot-needed':
      return shipmentsErrors.error('lot-is-needed', { ...about, lots: match.lots.join(', ') });
  }
}

/**
 * The promises that the scans fulfil, each of them once.
 * @throws shipments.part-not-wanted, wrong-bin, more-than-wanted, less-than-wanted, lot-is-needed,
 *   scan-the-piece, unknown-piece; inventory.unknown-location, unknown-part
 */
export async function findPicks(
  work: Work,
  siteId: string,
  asked: { readonly orderId: string | null; readonly picks: readonly ScannedPick[] },
): Promise<WantedPick[]> {
  const partIds = [...new Set(asked.picks.map(({ partId }) => partId))];
  const rows = await picksOfParts(work, siteId, { partIds, orderId: asked.orderId });
  const byId = new Map(rows.map((row) => [row.allocationId, row]));
  let open: readonly HeldGoods[] = rows;
  const wanted: WantedPick[] = [];
  for (const scan of asked.picks) {
    const match = matchPick(open, await wishOf(work, scan));
    if (!match.ok) throw await refusal(work, scan, { match, rows });
    const taken = new Set(match.takes.map(({ allocationId }) => allocationId));
    open = open.filter(({ allocationId }) => !taken.has(allocationId));
    for (const { allocationId, insteadSerialId } of match.takes) {
      const row = byId.get(allocationId);
      if (row === undefined) continue;
      const insteadSerialNumber = insteadSerialId === null ? null : scan.serialNumber;
      wanted.push({ row, insteadSerialId, insteadSerialNumber });
    }
  }
  return wanted;
}
