/**
 * Whether what came out of broken kits, together with what was missing, is what went into them. Pure;
 * it knows components, substitutes and whole quantities.
 */
import type { Need } from './cover.rules.ts';

/** So much of a part that came out, or was missing. */
export interface Found {
  readonly partId: string;
  readonly quantity: number;
}

/** What is wrong with what was said about broken kits. */
export type BreakFlaw =
  | { readonly flaw: 'not-a-component'; readonly partId: string }
  | {
      readonly flaw: 'components-do-not-add-up';
      readonly partId: string;
      readonly expected: number;
      readonly given: number;
    };

/** The component each part counts for: itself before any it may stand in for. */
export function componentFor(needs: readonly Need[], partId: string): Need | null {
  const own = needs.find(({ component }) => component.partId === partId);
  const other = needs.find(({ covers }) => covers.some((cover) => cover.partId === partId));
  return own ?? other ?? null;
}

/**
 * The first thing wrong, or null. A substitute counts for as many of the component as it stands for;
 * an optional component may have been left out.
 */
export function breakFlaw(
  needs: readonly Need[],
  kits: number,
  found: readonly Found[],
): BreakFlaw | null {
  // Counted in 1/numerator pieces, so that no fraction is lost: all of one component alike.
  const given = new Map<string, { whole: bigint; of: bigint }>();
  for (const { partId, quantity } of found) {
    const need = componentFor(needs, partId);
    if (need === null) return { flaw: 'not-a-component', partId };
    const cover = need.covers.find((one) => one.partId === partId);
    const [num, den] = [BigInt(cover?.denominator ?? 1), BigInt(cover?.numerator ?? 1)];
    const sum = given.get(need.component.partId) ?? { whole: 0n, of: 1n };
    const whole = sum.whole * den + BigInt(quantity) * num * sum.of;
    given.set(need.component.partId, { whole, of: sum.of * den });
  }
  for (const { component } of needs) {
    const { partId, quantity, isOptional } = component;
    const sum = given.get(partId) ?? { whole: 0n, of: 1n };
    const expected = BigInt(quantity * kits) * sum.of;
    const isRight = isOptional ? sum.whole <= expected : sum.whole === expected;
    if (isRight) continue;
    return {
      ...{ flaw: 'components-do-not-add-up', partId, expected: quantity * kits },
      given: Number(sum.whole / sum.of),
    };
  }
  return null;
}
