/**
 * Which parts are taken for the components of a kit, and how many kits that allows: the component
 * itself and its substitutes, in their order, each piece once. Pure; it knows quantities, not places.
 */
import type { Component } from './definition.rules.ts';

/** A part that may be taken: `numerator` pieces of it for `denominator` of the component. */
export interface Cover {
  readonly partId: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** A component and the parts that may be taken for it, first choice first. */
export interface Need {
  readonly component: Component;
  readonly covers: readonly Cover[];
}

/** So many pieces of a part, taken for a component. */
export interface Take {
  readonly forPartId: string;
  readonly partId: string;
  readonly quantity: number;
}

/** What of a component cannot be had, in pieces of the component. */
export interface Shortage {
  readonly partId: string;
  readonly quantity: number;
}

/** What building so many kits takes. */
export interface CoverPlan {
  readonly takes: readonly Take[];
  readonly missing: readonly Shortage[];
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** How many of a component so many pieces of a cover stand for; only whole pieces of both. */
function covered({ numerator, denominator }: Cover, free: number, wanted: number): number {
  const common = divisor(numerator, denominator);
  const perStep = denominator / common;
  const piecesPerStep = numerator / common;
  return Math.min(Math.floor(free / piecesPerStep), Math.floor(wanted / perStep)) * perStep;
}

/** What so many kits take of what is free. */
export function coverKits(
  needs: readonly Need[],
  kits: number,
  freeOf: (partId: string) => number,
): CoverPlan {
  const left = new Map<string, number>();
  const takes: Take[] = [];
  const missing: Shortage[] = [];
  for (const { component, covers } of needs) {
    let wanted = component.quantity * kits;
    for (const cover of covers) {
      const free = left.get(cover.partId) ?? freeOf(cover.partId);
      const count = covered(cover, free, wanted);
      if (count === 0) continue;
      const quantity = (count / cover.denominator) * cover.numerator;
      takes.push({ forPartId: component.partId, partId: cover.partId, quantity });
      left.set(cover.partId, free - quantity);
      wanted -= count;
    }
    if (wanted > 0) missing.push({ partId: component.partId, quantity: wanted });
  }
  return { takes, missing };
}

/** How many kits can be built, and what would be missing for one more. */
export interface Buildable {
  readonly kits: number;
  /** The components that end it; empty only for a kit without components. */
  readonly limits: readonly Shortage[];
}

/**
 * The largest number of kits whose required components can all be had. Optional components are left
 * out of the count.
 */
export function buildable(needs: readonly Need[], freeOf: (partId: string) => number): Buildable {
  const required = needs.filter(({ component }) => !component.isOptional);
  if (required.length === 0) return { kits: 0, limits: [] };
  const lacks = (kits: number) => coverKits(required, kits, freeOf).missing;
  let can = 0;
  let cannot = 1;
  while (lacks(cannot).length === 0) {
    can = cannot;
    cannot *= 2;
  }
  while (cannot - can > 1) {
    const middle = Math.floor((can + cannot) / 2);
    if (lacks(middle).length === 0) can = middle;
    else cannot = middle;
  }
  return { kits: can, limits: lacks(cannot) };
}
