/**
 * Which promised goods a picker means who scans a piece or counts out a part in a bin. Decides by what
 * is held there and names what does not fit; must not know boxes, shipments, tables or time.
 */

/** Goods promised to an order that lie in a bin. The list is in the order in which they are served. */
export interface HeldGoods {
  readonly allocationId: string;
  readonly partId: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly serialId: string | null;
  readonly lotNumber: string | null;
}

/** What the picker scanned. */
export interface PickWish {
  readonly partId: string;
  readonly locationId: string;
  readonly quantity: number;
  readonly serialId: string | null;
  /** Null: whatever lot is promised, when there is only one. */
  readonly lotNumber: string | null;
  /** Null: whoever is served first. */
  readonly allocationId: string | null;
}

/** So much of one promise. */
export interface Take {
  readonly allocationId: string;
  readonly quantity: number;
  /** The piece to take, when it is not the one that is held. */
  readonly insteadSerialId: string | null;
}

export type PickMatch =
  | { readonly ok: true; readonly takes: readonly Take[] }
  | {
      readonly ok: false;
      readonly why: 'nothing-promised-here';
      /** Other bins in which the part is promised. */
      readonly elsewhere: readonly string[];
    }
  | { readonly ok: false; readonly why: 'more-than-promised'; readonly promised: number }
  | {
      readonly ok: false;
      readonly why: 'less-than-promised';
      readonly allocationId: string;
      readonly promised: number;
    }
  | { readonly ok: false; readonly why: 'lot-needed'; readonly lots: readonly string[] };

function fits(held: HeldGoods, wish: PickWish): boolean {
  return (
    held.partId === wish.partId &&
    (wish.allocationId === null || held.allocationId === wish.allocationId) &&
    (wish.lotNumber === null || held.lotNumber === wish.lotNumber)
  );
}

function piece(here: readonly HeldGoods[], serialId: string): PickMatch {
  const exact = here.find((held) => held.serialId === serialId);
  const taken = exact ?? here[0];
  if (taken === undefined) return { ok: false, why: 'nothing-promised-here', elsewhere: [] };
  const insteadSerialId = exact === undefined ? serialId : null;
  return { ok: true, takes: [{ allocationId: taken.allocationId, quantity: 1, insteadSerialId }] };
}

function counted(here: readonly HeldGoods[], quantity: number): PickMatch {
  const takes: Take[] = [];
  let left = quantity;
  for (const held of here) {
    if (left === 0) break;
    if (left < held.quantity) {
      const { allocationId, quantity: promised } = held;
      return { ok: false, why: 'less-than-promised', allocationId, promised };
    }
    takes.push({ allocationId: held.allocationId, quantity: held.quantity, insteadSerialId: null });
    left -= held.quantity;
  }
  if (left === 0) return { ok: true, takes };
  return { ok: false, why: 'more-than-promised', promised: quantity - left };
}

/**
 * Matches one scan with what is held. A whole promise is taken or none of it: who finds less says so
 * and why, so that the rest is freed for others.
 */
export function matchPick(held: readonly HeldGoods[], wish: PickWish): PickMatch {
  const fitting = held.filter((one) => fits(one, wish));
  const here = fitting.filter((one) => one.locationId === wish.locationId);
  if (here.length === 0) {
    const elsewhere = [...new Set(fitting.map((one) => one.locationId))];
    return { ok: false, why: 'nothing-promised-here', elsewhere };
  }
  if (wish.serialId !== null) return piece(here, wish.serialId);
  const lots = [...new Set(here.flatMap((one) => one.lotNumber ?? []))];
  if (lots.length > 1) return { ok: false, why: 'lot-needed', lots };
  return counted(here, wish.quantity);
}
