/**
 * The value of one part as four numbers in memory: what the ledger must answer to any sequence of
 * movements. Exact whole numbers, deliberately naive.
 */

/** `part` of `total` of an amount, to the nearest whole, halves up. */
function portion(amount: bigint, part: bigint, total: bigint): bigint {
  return total <= 0n ? 0n : (2n * amount * part + total) / (2n * total);
}

export class PartModel {
  quantity = 0n;
  value = 0n;
  standard: bigint | null = null;
  /** What came in less what went out, by what was really paid: never touched by a method. */
  variance = 0n;

  readonly listCost: bigint;

  constructor(listCost: bigint) {
    this.listCost = listCost;
  }

  /** What so many cost when nobody says what they cost. */
  private usual(quantity: bigint): bigint {
    if (this.standard !== null) return quantity * this.standard;
    if (this.quantity > 0n) return portion(this.value, quantity, this.quantity);
    return quantity * this.listCost;
  }

  comeIn(quantity: number, said: number | null): bigint {
    const actual = said === null ? this.usual(BigInt(quantity)) : BigInt(said);
    const booked = this.standard === null ? actual : BigInt(quantity) * this.standard;
    this.quantity += BigInt(quantity);
    this.value += booked;
    this.variance += actual - booked;
    return actual;
  }

  /** Takes out; answers what it was worth. */
  goOut(quantity: number, said: bigint | null = null): bigint {
    const all = BigInt(quantity) === this.quantity;
    const wish = said ?? portion(this.value, BigInt(quantity), this.quantity);
    const least = wish < this.value ? wish : this.value;
    const average = all ? this.value : least;
    const booked = this.standard === null ? average : BigInt(quantity) * this.standard;
    const actual = said ?? booked;
    this.quantity -= BigInt(quantity);
    this.value -= booked;
    this.variance += booked - actual;
    return actual;
  }

  revalue(standard: bigint | null): void {
    this.standard = standard;
    if (standard !== null) this.value = this.quantity * standard;
  }
}
