/**
 * What a kit is made of, through all its levels: circles are found, demand is carried down to the
 * components. Pure; it knows parts and whole quantities, never where stock lies.
 */

/** One component of a kit. */
export interface Component {
  readonly partId: string;
  /** Pieces for one kit. */
  readonly quantity: number;
  readonly isOptional: boolean;
  readonly allowsSubstitutes: boolean;
}

/** The components of every kit that matters, by the part of the kit. */
export type Definitions = ReadonlyMap<string, readonly Component[]>;

/** So many of a part. */
export interface PartQuantity {
  readonly partId: string;
  readonly quantity: number;
}

/** What is wanted of a part over all levels. */
export interface Demand extends PartQuantity {
  /** Of `quantity`, what stock of the part itself covers. */
  readonly covered: number;
  /** What is still needed: to be built of a kit, to be found of a component. */
  readonly needed: number;
  readonly isKit: boolean;
  /** How deep below what was asked for it is wanted at most; 0 is what was asked for. */
  readonly level: number;
}

/** The first component named twice, or null. */
export function namedTwice(components: readonly Component[]): string | null {
  const seen = new Set<string>();
  for (const { partId } of components) {
    if (seen.has(partId)) return partId;
    seen.add(partId);
  }
  return null;
}

/** The way from a kit through its components back to itself, both ends included; null without one. */
export function circleFrom(definitions: Definitions, kitPartId: string): readonly string[] | null {
  const dead = new Set<string>();
  const walk = (partId: string, path: readonly string[]): readonly string[] | null => {
    for (const component of definitions.get(partId) ?? []) {
      if (component.partId === kitPartId) return [...path, kitPartId];
      if (dead.has(component.partId)) continue;
      const found = walk(component.partId, [...path, component.partId]);
      if (found !== null) return found;
    }
    dead.add(partId);
    return null;
  };
  return walk(kitPartId, [kitPartId]);
}

/** The parts below the asked ones, every kit before its components, with their deepest level. */
function inOrder(definitions: Definitions, asked: readonly PartQuantity[]): Map<string, number> {
  const levels = new Map<string, number>();
  const finished: string[] = [];
  const seen = new Set<string>();
  const visit = (partId: string): void => {
    if (seen.has(partId)) return;
    seen.add(partId);
    for (const component of [...(definitions.get(partId) ?? [])].reverse()) {
      visit(component.partId);
    }
    finished.push(partId);
  };
  for (const { partId } of asked) visit(partId);
  for (const partId of finished.reverse()) {
    const level = levels.get(partId) ?? 0;
    levels.delete(partId);
    levels.set(partId, level);
    for (const component of definitions.get(partId) ?? []) {
      levels.set(component.partId, Math.max(levels.get(component.partId) ?? 0, level + 1));
    }
  }
  return levels;
}

/** What is asked for, and what may be done about it. */
export interface Explosion {
  readonly asked: readonly PartQuantity[];
  /** Free stock of a part that is taken before its components are; nothing where it does not count. */
  readonly freeOf: (partId: string) => number;
  readonly withOptional: boolean;
}

/**
 * What is wanted of every part when kits are asked for, kits before components. Stock of a part is
 * used once, however many kits want it. Null when a quantity is larger than numbers are exact.
 */
export function explode(definitions: Definitions, wish: Explosion): readonly Demand[] | null {
  const gross = new Map<string, number>();
  const add = (partId: string, quantity: number) =>
    gross.set(partId, (gross.get(partId) ?? 0) + quantity);
  for (const { partId, quantity } of wish.asked) add(partId, quantity);
  const found: Demand[] = [];
  for (const [partId, level] of inOrder(definitions, wish.asked)) {
    const quantity = gross.get(partId) ?? 0;
    if (quantity === 0) continue;
    if (!Number.isSafeInteger(quantity)) return null;
    const components = definitions.get(partId);
    const covered = Math.min(quantity, Math.max(0, wish.freeOf(partId)));
    const needed = quantity - covered;
    const isKit = components !== undefined;
    found.push({ partId, quantity, covered, needed, isKit, level });
    for (const component of components ?? []) {
      if (component.isOptional && !wish.withOptional) continue;
      add(component.partId, needed * component.quantity);
    }
  }
  return found.sort((one, other) => one.level - other.level);
}
