/**
 * The ledger as a few maps in memory: what it must answer to any sequence of orders. Deliberately
 * naive, so that agreement means something.
 */

/** A pile of the model: which good (part and lot) in which bin. */
export type Spot = `${number}@${number}`;

interface Move {
  readonly good: number;
  readonly from: number;
  readonly to: number;
  readonly quantity: number;
  readonly serials: readonly string[];
}

export interface Hold {
  readonly good: number;
  readonly bin: number;
  open: number;
  readonly serial: string | null;
}

/** Bins count from 0; what is outside may owe without end. */
export const supplier = -1;
export const countDifference = -2;

export class Model {
  readonly onHand = new Map<Spot, number>();
  readonly reserved = new Map<Spot, number>();
  readonly serialAt = new Map<string, number>();
  readonly heldSerials = new Map<string, number>();
  readonly holds: Hold[] = [];
  readonly entries: { move: Move; reversed: boolean; undoes: boolean }[] = [];

  held(good: number, bin: number): number {
    return this.reserved.get(`${good}@${bin}`) ?? 0;
  }

  has(good: number, bin: number): number {
    return this.onHand.get(`${good}@${bin}`) ?? 0;
  }

  private change(good: number, bin: number, delta: number): void {
    this.onHand.set(`${good}@${bin}`, this.has(good, bin) + delta);
  }

  /** The refusal of a move, or null when it was done. */
  move(move: Move): string | null {
    const isOutside = move.from < 0;
    const known = move.serials.filter((serial) => this.serialAt.has(serial));
    if (!isOutside && known.length < move.serials.length) return 'inventory.unknown-serial';
    if (move.from === move.to) return 'inventory.same-pile';
    if (known.some((serial) => this.heldSerials.has(serial))) return 'inventory.serial-held';
    if (known.some((serial) => this.serialAt.get(serial) !== move.from))
      return 'inventory.serial-not-here';
    const free = this.has(move.good, move.from) - this.held(move.good, move.from);
    if (!isOutside && free < move.quantity) return 'inventory.insufficient-stock';
    this.write(move);
    return null;
  }

  private write(move: Move): void {
    this.change(move.good, move.from, -move.quantity);
    this.change(move.good, move.to, move.quantity);
    for (const serial of move.serials) this.serialAt.set(serial, move.to);
    this.entries.push({ move, reversed: false, undoes: false });
  }

  reverse(index: number): string | null {
    const entry = this.entries[index];
    if (entry === undefined) return 'inventory.unknown-entry';
    if (entry.undoes) return 'inventory.reversal-blocked';
    if (entry.reversed) return 'inventory.already-reversed';
    const { from, to, ...rest } = entry.move;
    const isEnough = this.has(rest.good, to) >= rest.quantity;
    const refusal = this.move({ ...rest, from: to, to: from });
    const last = this.entries.at(-1);
    if (refusal === 'inventory.serial-not-here') return 'inventory.moved-since';
    if (refusal === 'inventory.serial-held') return 'inventory.held-since';
    if (refusal === 'inventory.insufficient-stock') {
      return isEnough ? 'inventory.held-since' : 'inventory.moved-since';
    }
    if (refusal !== null || last === undefined) return refusal;
    entry.reversed = true;
    last.undoes = true;
    return null;
  }

  reserve(hold: Omit<Hold, 'open'>, quantity: number): string | null {
    const { good, bin, serial } = hold;
    if (serial !== null && this.heldSerials.has(serial)) return 'inventory.serial-held';
    if (serial !== null && this.serialAt.get(serial) !== bin) return 'inventory.serial-not-here';
    if (this.has(good, bin) - this.held(good, bin) < quantity)
      return 'inventory.insufficient-stock';
    this.reserved.set(`${good}@${bin}`, this.held(good, bin) + quantity);
    if (serial !== null) this.heldSerials.set(serial, this.holds.length);
    this.holds.push({ ...hold, open: quantity });
    return null;
  }

  private shrink(hold: Hold, quantity: number): void {
    hold.open -= quantity;
    const spot: Spot = `${hold.good}@${hold.bin}`;
    this.reserved.set(spot, (this.reserved.get(spot) ?? 0) - quantity);
    if (hold.serial !== null) this.heldSerials.delete(hold.serial);
  }

  release(index: number): string | null {
    const hold = this.holds[index];
    if (hold === undefined || hold.open === 0) return 'inventory.hold-not-live';
    this.shrink(hold, hold.open);
    return null;
  }

  consume(index: number, to: number, quantity: number): string | null {
    const hold = this.holds[index];
    if (hold === undefined || hold.open < quantity) return 'inventory.hold-not-live';
    this.shrink(hold, quantity);
    const serials = hold.serial === null ? [] : [hold.serial];
    this.write({ good: hold.good, from: hold.bin, to, quantity, serials });
    return null;
  }
}
