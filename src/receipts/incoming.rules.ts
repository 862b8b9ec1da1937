/**
 * Sorts what came in: which pieces are as expected, which are too many, too old or broken and wait in
 * quarantine, and which cannot be here because the books have them elsewhere. Pure; it knows no
 * table and posts nothing.
 */
import type { Condition, Pile } from '../inventory/index.ts';
import type { DiscrepancyKind } from './discrepancy.vocabulary.ts';

/** How much a source expects in all, and what came of it before. */
export interface Expectation {
  readonly total: number;
  readonly before: number;
}

/** Allowed above what is expected: the larger of a share in percent and a number of pieces. */
export interface Tolerance {
  readonly overPercent: number;
  readonly overPieces: number;
}

/** Something that came in, as it was counted at the door; quantities in the base unit. */
export interface IncomingLine {
  readonly partId: string;
  readonly quantity: number;
  readonly serialNumbers?: readonly string[];
  readonly lotNumber?: string | null;
  /** The last day the lot may be used, `YYYY-MM-DD`, as the package says. */
  readonly expiresOn?: string | null;
  /** What it is to become in stock. */
  readonly condition: Condition;
  /** Opaque reference of the line that expects it, e.g. `purchase-order-line:<id>`. */
  readonly expectedSource: string | null;
  /** Left out where nobody counts what comes; then nothing is too much. */
  readonly expected?: Expectation;
  /** The location it leaves in the books; the supplier unless said otherwise. */
  readonly fromPlace?: string;
  /** The very pile it leaves, e.g. in a box on the way. */
  readonly fromPile?: Pile;
  /** Where it goes, if not where the rest of the receipt goes. */
  readonly locationId?: string;
  /** What all of it cost, in minor units. */
  readonly valueMinor?: number;
  /** Meant for somebody already: nobody else who waits is served from it. */
  readonly isPromised?: boolean;
}

/** Something that came in as it should not: it waits in quarantine until somebody decided. */
export interface IncomingTrouble extends IncomingLine {
  readonly kind: Exclude<DiscrepancyKind, 'short' | 'misrouted' | 'serial-elsewhere'>;
  /** What should have come in its place. */
  readonly expectedPartId?: string | null;
  readonly note?: string | null;
}

/** What is known about one line beyond what was said at the door. */
export interface LineFacts {
  readonly isSerial: boolean;
  readonly lotId: string | null;
  readonly isExpired: boolean;
  /** By serial number: the piece, and the pile it is in; null when it never entered the books. */
  readonly pieces: ReadonlyMap<string, { readonly id: string; readonly pile: Pile | null }>;
  /** Places outside our walls a known piece may come from. */
  readonly outside: ReadonlySet<string>;
  /** Where pieces come from that the sender's books still have. */
  readonly surplusPlace: string;
  readonly defaultPlace: string;
  readonly ownerId: string;
}

/** So much that is posted as one line. */
export interface Portion {
  readonly from: Pile;
  readonly toCondition: Condition;
  readonly quantity: number;
  readonly serialNumber: string | null;
  readonly serialId: string | null;
  readonly valueMinor: number | undefined;
  /** Null when it is as it should be; `over` that is tolerated is not quarantined. */
  readonly trouble: IncomingTrouble['kind'] | null;
  readonly isQuarantined: boolean;
}

/** A serial number read here whose piece is elsewhere by the books. */
export interface Elsewhere {
  readonly serialNumber: string;
  readonly pile: Pile;
}

/** So many as expected, so many above it within what is tolerated, and so many too many. */
export function split(
  quantity: number,
  expected: Expectation | undefined,
  tolerance: Tolerance,
): { readonly wanted: number; readonly tolerated: number; readonly excess: number } {
  if (expected === undefined) return { wanted: quantity, tolerated: 0, excess: 0 };
  const { total, before } = expected;
  const wanted = Math.min(quantity, Math.max(0, total - before));
  const share = Math.floor((total * tolerance.overPercent) / 100);
  const allowance = Math.max(share, tolerance.overPieces);
  const room = Math.max(0, total + allowance - Math.max(before, total));
  const tolerated = Math.min(quantity - wanted, room);
  return { wanted, tolerated, excess: quantity - wanted - tolerated };
}

/** The part of a value that falls on so many of so many, so that the parts add up to the whole. */
function shareOf(
  value: number | undefined,
  piece: { readonly from: number; readonly to: number; readonly of: number },
): number | undefined {
  if (value === undefined) return undefined;
  const upTo = (n: number) => Number((BigInt(value) * BigInt(n)) / BigInt(piece.of));
  return upTo(piece.to) - upTo(piece.from);
}

function startOf(line: IncomingLine, facts: LineFacts, isSurplus: boolean): Pile {
  const lotId = facts.lotId ?? line.fromPile?.lotId ?? null;
  if (line.fromPile !== undefined && !isSurplus) return { ...line.fromPile, lotId };
  const outside = line.fromPlace ?? facts.defaultPlace;
  const comesFromUs = line.fromPile !== undefined || !facts.outside.has(outside);
  return {
    partId: line.partId,
    locationId: isSurplus && comesFromUs ? facts.surplusPlace : outside,
    condition: line.condition,
    ownerId: facts.ownerId,
    lotId,
    handlingUnitId: null,
  };
}

/** Whether a known piece may have come from where it is by the books. */
function mayComeFrom(pile: Pile, line: IncomingLine, facts: LineFacts): boolean {
  if (line.fromPile !== undefined) {
    const { locationId, handlingUnitId } = line.fromPile;
    const isThere = pile.locationId === locationId && pile.handlingUnitId === handlingUnitId;
    return isThere || facts.outside.has(pile.locationId);
  }
  return pile.locationId === line.fromPlace || facts.outside.has(pile.locationId);
}

interface Slice {
  readonly quantity: number;
  readonly trouble: IncomingTrouble['kind'] | null;
  readonly isSurplus: boolean;
  readonly isTolerated: boolean;
}

function slicesOf(
  line: IncomingLine | IncomingTrouble,
  facts: LineFacts,
  tolerance: Tolerance,
): readonly Slice[] {
  const { quantity } = line;
  const isTolerated = false;
  if ('kind' in line) {
    return [{ quantity, trouble: line.kind, isSurplus: isSurplusKind(line.kind), isTolerated }];
  }
  if (facts.isExpired) return [{ quantity, trouble: 'expired', isSurplus: false, isTolerated }];
  const { wanted, tolerated, excess } = split(quantity, line.expected, tolerance);
  const parts: readonly Slice[] = [
    { quantity: wanted, trouble: null, isSurplus: false, isTolerated: false },
    { quantity: tolerated, trouble: 'over', isSurplus: true, isTolerated: true },
    { quantity: excess, trouble: 'over', isSurplus: true, isTolerated: false },
  ];
  return parts.filter(({ quantity }) => quantity > 0);
}

/** Pieces nobody sent by the books; damaged and expired ones were sent. */
export function isSurplusKind(kind: DiscrepancyKind): boolean {
  return kind !== 'damaged' && kind !== 'expired';
}

/** Everything one line comes to: what is posted, and what cannot be because it is elsewhere. */
export function sortLine(
  line: IncomingLine | IncomingTrouble,
  facts: LineFacts,
  tolerance: Tolerance,
): { readonly portions: readonly Portion[]; readonly elsewhere: readonly Elsewhere[] } {
  const portions: Portion[] = [];
  const elsewhere: Elsewhere[] = [];
  const numbers = [...(line.serialNumbers ?? [])];
  let done = 0;
  const put = (
    slice: Slice,
    piece: Pick<Portion, 'quantity' | 'serialId' | 'serialNumber'>,
    from: Pile,
  ) => {
    const span = { from: done, to: done + piece.quantity, of: line.quantity };
    done += piece.quantity;
    const isQuarantined = slice.trouble !== null && !slice.isTolerated;
    const toCondition = isQuarantined ? ('quarantine' as const) : line.condition;
    const valueMinor = shareOf(line.valueMinor, span);
    portions.push({
      ...piece,
      from,
      toCondition,
      valueMinor,
      isQuarantined,
      trouble: slice.trouble,
    });
  };
  for (const slice of slicesOf(line, facts, tolerance)) {
    const from = startOf(line, facts, slice.isSurplus);
    if (!facts.isSerial) {
      put(slice, { quantity: slice.quantity, serialId: null, serialNumber: null }, from);
      continue;
    }
    for (const serialNumber of numbers.splice(0, slice.quantity)) {
      const piece = facts.pieces.get(serialNumber);
      const pile = piece?.pile ?? null;
      if (pile !== null && !mayComeFrom(pile, line, facts)) {
        elsewhere.push({ serialNumber, pile });
        continue;
      }
      const unseen = { ...from, condition: line.condition };
      put(slice, { quantity: 1, serialId: piece?.id ?? null, serialNumber }, pile ?? unseen);
    }
  }
  return { portions, elsewhere };
}
