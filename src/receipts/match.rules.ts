/**
 * Lays what was counted beside what a shipment says: which line it is, what is damaged, and what no
 * line speaks of. Pure; whether a surplus piece is known to the books is found out elsewhere.
 */

/** A line of a shipment with so much of it still on the way. */
export interface ExpectedLine {
  readonly lineId: string;
  readonly partId: string;
  readonly serialNumber: string | null;
  readonly lotNumber: string | null;
  readonly boxId: string | null;
  readonly open: number;
}

/** What somebody counted or scanned. */
export interface Counted {
  readonly partId: string;
  readonly quantity: number;
  readonly serialNumbers: readonly string[];
  readonly lotNumber: string | null;
  readonly isDamaged: boolean;
  /** What it lay there in place of, when somebody says so. */
  readonly expectedPartId: string | null;
  /** The box it was taken from, if one was scanned. */
  readonly boxId: string | null;
}

/** So much of a line that has come. */
export interface Taken {
  readonly lineId: string;
  readonly quantity: number;
  readonly isDamaged: boolean;
}

/** So much that no line speaks of. */
export interface Surplus {
  readonly counted: Counted;
  readonly quantity: number;
  readonly serialNumber: string | null;
  /** `over`: the shipment has the part, but not so many of it. */
  readonly kind: 'over' | 'wrong-part' | 'unexpected' | 'wrong-serial';
  /** The first line of the part, for `over` and `wrong-serial`. */
  readonly lineId: string | null;
}

interface Rest {
  readonly line: ExpectedLine;
  open: number;
}

function inOrder(rests: readonly Rest[], counted: Counted): Rest[] {
  const isIn = ({ line }: Rest) => line.boxId === counted.boxId;
  const own = rests.filter(({ line }) => line.partId === counted.partId);
  if (counted.boxId === null) return own;
  // What was scanned from a box belongs to that box first; it may have been packed into another.
  return [...own.filter(isIn), ...own.filter((rest) => !isIn(rest))];
}

function isLot(line: ExpectedLine, counted: Counted): boolean {
  return counted.lotNumber === null || counted.lotNumber === line.lotNumber;
}

function surplusOf(counted: Counted, rests: readonly Rest[]): Pick<Surplus, 'kind' | 'lineId'> {
  if (counted.expectedPartId !== null) return { kind: 'wrong-part', lineId: null };
  const [first] = rests;
  if (first === undefined) return { kind: 'unexpected', lineId: null };
  const { lineId } = first.line;
  const missesPiece = rests.some(({ open }) => open > 0);
  const isPiece = counted.serialNumbers.length > 0;
  return { kind: isPiece && missesPiece ? 'wrong-serial' : 'over', lineId };
}

function matchPieces(counted: Counted, rests: readonly Rest[], into: Matched): void {
  for (const serialNumber of counted.serialNumbers) {
    const rest = rests.find(({ line, open }) => open > 0 && line.serialNumber === serialNumber);
    if (rest === undefined) {
      into.surplus.push({ counted, quantity: 1, serialNumber, ...surplusOf(counted, rests) });
      continue;
    }
    rest.open = 0;
    into.taken.push({ lineId: rest.line.lineId, quantity: 1, isDamaged: counted.isDamaged });
  }
}

function matchQuantity(counted: Counted, rests: readonly Rest[], into: Matched): void {
  let left = counted.quantity;
  for (const rest of rests.filter(({ line }) => isLot(line, counted))) {
    const quantity = Math.min(left, rest.open);
    if (quantity === 0) continue;
    rest.open -= quantity;
    left -= quantity;
    into.taken.push({ lineId: rest.line.lineId, quantity, isDamaged: counted.isDamaged });
  }
  if (left === 0) return;
  const { kind, lineId } = surplusOf(counted, rests);
  into.surplus.push({ counted, quantity: left, serialNumber: null, kind, lineId });
}

/** What was counted, line by line. */
export interface Matched {
  readonly taken: Taken[];
  readonly surplus: Surplus[];
}

/** Lays everything that was counted beside the open lines; each open piece is taken once. */
export function matchCounted(lines: readonly ExpectedLine[], all: readonly Counted[]): Matched {
  const rests: readonly Rest[] = lines.map((line) => ({ line, open: line.open }));
  const matched: Matched = { taken: [], surplus: [] };
  for (const counted of all) {
    const own = inOrder(rests, counted);
    if (counted.serialNumbers.length > 0) matchPieces(counted, own, matched);
    else matchQuantity(counted, own, matched);
  }
  return matched;
}

/** Everything that is still on the way, or everything of one box, as if it had been counted. */
export function allOf(lines: readonly ExpectedLine[], boxId: string | null): Taken[] {
  return lines
    .filter((line) => line.open > 0 && (boxId === null || line.boxId === boxId))
    .map(({ lineId, open: quantity }) => ({ lineId, quantity, isDamaged: false }));
}
