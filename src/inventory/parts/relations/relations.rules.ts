/**
 * Which parts may stand in for which, and which relations cannot be. Knows edges between parts and
 * calendar days; not who asks, nor where stock lies.
 */

export const relationKinds = ['supersedes', 'alternate'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** `numerator` pieces of one part serve for `denominator` pieces of the other. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** Days are `YYYY-MM-DD`, both included; null is open. */
export interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** `from` was asked for, `to` may be given; of a supersession `from` is the older part. */
export interface Relation extends Ratio, Validity {
  readonly fromPartId: string;
  readonly toPartId: string;
  readonly kind: RelationKind;
  readonly isTwoWay: boolean;
  readonly useUpOldFirst: boolean;
  readonly effectivity: string | null;
}

/** A part that may be given: so many pieces of it for so many of the wanted one. */
export interface StandIn extends Ratio {
  readonly partId: string;
  readonly kind: 'same' | RelationKind;
  /** Whether of these two the older part's stock goes first; true for the wanted part itself. */
  readonly useUpOldFirst: boolean;
  /** Serial numbers of the equipment for which alone it may stand in; null for all. */
  readonly effectivity: string | null;
}

/** Whether a relation holds on a day. */
export function holdsOn({ validFrom, validTo }: Validity, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}

function commonDays(a: Validity, b: Validity): Validity | null {
  const later = (x: string | null, y: string | null) =>
    x === null || (y !== null && y > x) ? y : x;
  const earlier = (x: string | null, y: string | null) =>
    x === null || (y !== null && y < x) ? y : x;
  const validFrom = later(a.validFrom, b.validFrom);
  const validTo = earlier(a.validTo, b.validTo);
  return validFrom !== null && validTo !== null && validFrom > validTo
    ? null
    : { validFrom, validTo };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}

/** Both ratios one after the other, in lowest terms; null when no number can hold it exactly. */
export function chained(first: Ratio, second: Ratio): Ratio | null {
  const numerator = BigInt(first.numerator) * BigInt(second.numerator);
  const denominator = BigInt(first.denominator) * BigInt(second.denominator);
  const divisor = greatestDivisor(numerator, denominator);
  const ratio = {
    numerator: Number(numerator / divisor),
    denominator: Number(denominator / divisor),
  };
  const isExact = Number.isSafeInteger(ratio.numerator) && Number.isSafeInteger(ratio.denominator);
  return isExact ? ratio : null;
}

interface Step extends Ratio {
  readonly partId: string;
  readonly isNewer: boolean;
  readonly relation: Relation;
}

/** Where one relation leads from a part, in the direction it allows. */
function stepFrom(relation: Relation, partId: string): Step | null {
  const { fromPartId, toPartId, isTwoWay, numerator, denominator } = relation;
  if (fromPartId === partId) {
    return { partId: toPartId, numerator, denominator, isNewer: true, relation };
  }
  if (toPartId !== partId || !isTwoWay) return null;
  const turned = { numerator: denominator, denominator: numerator };
  return { partId: fromPartId, ...turned, isNewer: false, relation };
}

function stepsFrom(relations: readonly Relation[], partId: string, kind: RelationKind): Step[] {
  return relations.flatMap((relation) => {
    const step = relation.kind === kind ? stepFrom(relation, partId) : null;
    return step === null ? [] : [step];
  });
}

function bothFor(first: string | null, second: string | null): string | null {
  return first === null || second === null || first === second
    ? (first ?? second)
    : `${first}; ${second}`;
}

function after(before: StandIn, step: Step): StandIn | null {
  const ratio = chained(before, step);
  if (ratio === null) return null;
  const isAlternate = before.kind === 'alternate' || step.relation.kind === 'alternate';
  return {
    ...ratio,
    partId: step.partId,
    kind: isAlternate ? 'alternate' : 'supersedes',
    useUpOldFirst: step.relation.kind === 'supersedes' && step.relation.useUpOldFirst,
    effectivity: bothFor(before.effectivity, step.relation.effectivity),
  };
}

/** Follows successors (and predecessors where allowed) of what is in the list, in place. */
function followChains(list: StandIn[], relations: readonly Relation[], start: StandIn): void {
  const waiting = [start];
  for (let here = waiting.shift(); here !== undefined; here = waiting.shift()) {
    for (const step of stepsFrom(relations, here.partId, 'supersedes')) {
      if (list.some(({ partId }) => partId === step.partId)) continue;
      const next = after(here, step);
      if (next === null) continue;
      const at = list.indexOf(here);
      list.splice(step.isNewer === next.useUpOldFirst ? at + 1 : at, 0, next);
      waiting.push(next);
    }
  }
}

/**
 * The parts that may be given for a wanted part on a day, in the order in which to try them: the
 * part itself and its chain of successors, then alternates. An older part comes before its
 * successor where its stock is to be used up first, after it where not. Ratios multiply along a
 * chain. Successors pass on, alternates do not: an alternate of an alternate is not one.
 */
export function standInsFor(
  relations: readonly Relation[],
  wantedPartId: string,
  day: string,
): readonly StandIn[] {
  const today = relations.filter((relation) => holdsOn(relation, day));
  const same: StandIn = {
    partId: wantedPartId,
    numerator: 1,
    denominator: 1,
    kind: 'same',
    useUpOldFirst: true,
    effectivity: null,
  };
  const list = [same];
  followChains(list, today, same);
  for (const known of [...list]) {
    for (const step of stepsFrom(today, known.partId, 'alternate')) {
      if (list.some(({ partId }) => partId === step.partId)) continue;
      const next = after(known, step);
      if (next === null) continue;
      list.push(next);
      followChains(list, today, next);
    }
  }
  return list;
}

/** A part as far as standing in goes. */
export interface NamedPart {
  readonly id: string;
  readonly partNumber: string;
  readonly isRetired: boolean;
}

/** A part that may be given, with its number. */
export interface CoveringPart extends StandIn {
  readonly partNumber: string;
}

/**
 * For each wanted part, the parts that may be given for it on a day, in the order in which to try them.
 * The wanted part is among them; a retired part never stands in for another.
 */
export function coversFor(
  wanted: readonly string[],
  known: { readonly relations: readonly Relation[]; readonly parts: readonly NamedPart[] },
  day: string,
): ReadonlyMap<string, readonly CoveringPart[]> {
  const parts = new Map(known.parts.map((part) => [part.id, part]));
  const coverOf = (partId: string) =>
    standInsFor(known.relations, partId, day).flatMap((one): CoveringPart[] => {
      const part = parts.get(one.partId);
      const mayBe = part !== undefined && (one.kind === 'same' || !part.isRetired);
      return mayBe ? [{ ...one, partNumber: part.partNumber }] : [];
    });
  return new Map(wanted.map((partId) => [partId, coverOf(partId)]));
}

/** Why a relation cannot be added beside the others. */
export type RelationFault =
  | { readonly fault: 'circle'; readonly chain: readonly string[] }
  | { readonly fault: 'second-successor'; readonly other: Relation }
  | { readonly fault: 'related-already'; readonly other: Relation };

/** The parts of a chain of successors from `partId` to `goal` that holds on some day, if any. */
function chainTo(
  relations: readonly Relation[],
  walk: { readonly partId: string; readonly goal: string; readonly days: Validity },
): readonly string[] | null {
  const { partId, goal, days } = walk;
  if (partId === goal) return [partId];
  for (const relation of relations) {
    if (relation.kind !== 'supersedes' || relation.fromPartId !== partId) continue;
    const common = commonDays(days, relation);
    if (common === null) continue;
    const rest = chainTo(relations, { partId: relation.toPartId, goal, days: common });
    if (rest !== null) return [partId, ...rest];
  }
  return null;
}

/**
 * What is wrong with a new relation among the existing ones: it would close a circle of successors
 * (the chain is told), give a part two successors on one day, or say twice what two parts are to
 * each other. Null when it can stand.
 */
export function faultOf(relations: readonly Relation[], wish: Relation): RelationFault | null {
  const meanwhile = relations.filter((one) => commonDays(one, wish) !== null);
  if (wish.kind === 'supersedes') {
    const walk = { partId: wish.toPartId, goal: wish.fromPartId, days: wish };
    const back = chainTo(meanwhile, walk);
    if (back !== null) return { fault: 'circle', chain: [wish.fromPartId, ...back] };
  }
  const pair = meanwhile.find(
    (one) =>
      (one.fromPartId === wish.fromPartId && one.toPartId === wish.toPartId) ||
      (one.fromPartId === wish.toPartId && one.toPartId === wish.fromPartId),
  );
  if (pair !== undefined) return { fault: 'related-already', other: pair };
  const second = meanwhile.find(
    (one) =>
      wish.kind === 'supersedes' && one.kind === 'supersedes' && one.fromPartId === wish.fromPartId,
  );
  return second === undefined ? null : { fault: 'second-successor', other: second };
}

function successorOf(relations: readonly Relation[], partId: string): string | null {
  const next = relations.find((one) => one.kind === 'supersedes' && one.fromPartId === partId);
  return next?.toPartId ?? null;
}

/** The last successor of a part on a day; null when nothing supersedes it. */
export function lastSuccessor(
  relations: readonly Relation[],
  partId: string,
  day: string,
): string | null {
  const today = relations.filter((relation) => holdsOn(relation, day));
  const seen = new Set([partId]);
  let last: string | null = null;
  for (let next = successorOf(today, partId); next !== null && !seen.has(next); ) {
    seen.add(next);
    last = next;
    next = successorOf(today, next);
  }
  return last;
}

/**
 * The line of parts a part stands in on a day, the oldest first. Where several parts have the same
 * successor, the line goes back over the first of them.
 */
export function chainOf(
  relations: readonly Relation[],
  partId: string,
  day: string,
): readonly string[] {
  const today = relations.filter((one) => one.kind === 'supersedes' && holdsOn(one, day));
  const chain = [partId];
  for (;;) {
    const older = today.find((one) => one.toPartId === chain[0]);
    if (older === undefined || chain.includes(older.fromPartId)) break;
    chain.unshift(older.fromPartId);
  }
  for (;;) {
    const newer = successorOf(today, chain.at(-1) ?? partId);
    if (newer === null || chain.includes(newer)) break;
    chain.push(newer);
  }
  return chain;
}
