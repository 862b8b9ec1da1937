/**
 * Looks up what sorting has to know of everything that came: how a part is counted, where a piece is
 * by the books, when a lot expires, what the site asks. The sorting itself is a rule.
 */
import {
  addLots,
  findPieces,
  inventoryErrors,
  lotKey,
  ourCompany,
  pieceKey,
  place,
} from '../inventory/index.ts';
import { isoDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import {
  type Elsewhere,
  type IncomingLine,
  type IncomingTrouble,
  type LineFacts,
  type Portion,
  sortLine,
} from './incoming.rules.ts';
import { requireShelfLife } from './shelf-life.ts';
import { expiriesOf, ruleOfSite, trackingOf } from './store.ts';

/** One line as it was given, and everything it comes to. */
export interface SortedLine {
  readonly line: IncomingLine | IncomingTrouble;
  readonly portions: readonly Portion[];
  readonly elsewhere: readonly Elsewhere[];
}

/** Places outside our walls: a known piece may always come back from there. */
const outside: ReadonlySet<string> = new Set([
  place.supplier,
  place.customer,
  place.repairer,
  place.conversion,
  place.opening,
  place.countDifference,
]);

/** Refuses what cannot be counted: pieces without their numbers, a lot without its number. */
function refuseUncounted(line: IncomingLine, tracking: string | undefined): void {
  const { serialNumbers = [], quantity, lotNumber = null, fromPile } = line;
  if (tracking === 'serial') {
    const given = new Set(serialNumbers).size;
    if (given !== quantity || serialNumbers.length !== quantity) {
      throw inventoryErrors.error('serial-required', { expected: quantity, given });
    }
    return;
  }
  if (serialNumbers.length > 0) throw inventoryErrors.error('serial-not-tracked');
  const lot = lotNumber ?? fromPile?.lotId ?? null;
  if (tracking === 'lot' && lot === null) throw inventoryErrors.error('lot-required');
}

type Line = IncomingLine | IncomingTrouble;

/** The lot of each line, in the order given; null where none is kept. */
async function lotsOf(work: Work, all: readonly Line[], isLot: (line: Line) => boolean) {
  const said = all.flatMap(({ partId, lotNumber, expiresOn = null, ...line }) =>
    isLot({ partId, ...line }) && lotNumber ? [{ partId, lotNumber, expiresOn }] : [],
  );
  const lots = await addLots(work, said);
  return all.map((line) => {
    if (!isLot(line)) return null;
    const { partId, lotNumber, fromPile } = line;
    return (lotNumber ? lots.get(lotKey({ partId, lotNumber })) : fromPile?.lotId) ?? null;
  });
}

/** The pieces of all lines that the books know. */
async function piecesOf(work: Work, all: readonly Line[]) {
  const found = await findPieces(
    work,
    all.flatMap(({ partId, serialNumbers = [] }) =>
      serialNumbers.map((serialNumber) => ({ partId, serialNumber })),
    ),
  );
  return ({ partId, serialNumbers = [] }: Line): LineFacts['pieces'] =>
    new Map(
      serialNumbers.flatMap((serialNumber) => {
        const piece = found.get(pieceKey({ partId, serialNumber }));
        return piece === undefined ? [] : [[serialNumber, piece] as const];
      }),
    );
}

/**
 * Sorts what came to a site, line by line, in the order given. Makes the rows of lots nobody has seen.
 * @throws inventory.unknown-part, serial-required, serial-not-tracked, lot-required,
 *   lot-expiry-differs, receipts.short-shelf-life
 */
export async function sortGoods(
  work: Work,
  siteId: string,
  all: readonly Line[],
): Promise<SortedLine[]> {
  const tracked = await trackingOf(
    work,
    all.map(({ partId }) => partId),
  );
  const trackingOfLine = (line: { readonly partId: string }) => tracked.get(line.partId)?.tracking;
  for (const line of all) refuseUncounted(line, trackingOfLine(line));
  const pieces = await piecesOf(work, all);
  const lots = await lotsOf(work, all, (line) => trackingOfLine(line) === 'lot');
  const expiries = await expiriesOf(
    work,
    lots.flatMap((lotId) => lotId ?? []),
  );
  const rule = await ruleOfSite(work, siteId);
  const today = isoDay(work.now);
  return all.map((line, at) => {
    const lotId = lots[at] ?? null;
    const expiresOn = lotId === null ? null : (expiries.get(lotId) ?? null);
    const isExpired = expiresOn !== null && expiresOn < today;
    if (!isExpired && !('kind' in line)) requireShelfLife(work, { ...line, expiresOn }, rule);
    const facts: LineFacts = {
      isSerial: trackingOfLine(line) === 'serial',
      lotId,
      isExpired,
      pieces: pieces(line),
      outside,
      surplusPlace: place.countDifference,
      defaultPlace: place.supplier,
      ownerId: ourCompany,
    };
    return { line, ...sortLine(line, facts, rule) };
  });
}
