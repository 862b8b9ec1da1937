/**
 * Decides what building kits takes, with the piles locked: every component or a refusal that names all
 * that is missing. Posts nothing.
 */
import type { Work } from '../platform/work.ts';
import { buildable, type CoverPlan, coverKits, type Need, type Shortage } from './cover.rules.ts';
import { type Draw, drawFrom } from './draw.rules.ts';
import { kitsErrors } from './errors.ts';
import { needsOf, partsOf } from './needs.ts';
import {
  freePieces,
  lockSources,
  type Piece,
  type Source,
  type SourcePlaces,
} from './sources.store.ts';
import { componentsOf, partFacts } from './store.ts';

/** What gathering may be refused with. */
export const gatherErrors = [
  'kits.missing-components',
  'kits.pieces-required',
  'kits.piece-not-wanted',
  'kits.lot-not-here',
  'kits.not-optional',
  'kits.nothing-left',
] as const;

/** What is built of what, as the command was told. */
export interface GatherWish {
  readonly partId: string;
  readonly quantity: number;
  readonly without: readonly string[];
  readonly pieces: readonly string[];
  readonly lots: readonly string[];
}

/** What goes into the kits, and the piles it lies in. */
export interface Gathered {
  readonly draws: readonly Draw[];
  readonly sources: ReadonlyMap<string, Source>;
}

type Facts = Awaited<ReturnType<typeof partFacts>>;

function named(facts: Facts, shortages: readonly Shortage[]): string {
  return shortages
    .map(({ partId, quantity }) => `${facts.get(partId)?.partNumber ?? partId} × ${quantity}`)
    .join(', ');
}

async function wantedNeeds(work: Work, { partId, without }: GatherWish): Promise<readonly Need[]> {
  const components = await componentsOf(work, partId);
  const optional = new Set(components.flatMap((one) => (one.isOptional ? [one.partId] : [])));
  if (without.some((one) => !optional.has(one))) throw kitsErrors.error('not-optional');
  const left = components.filter((one) => !without.includes(one.partId));
  if (left.length === 0) throw kitsErrors.error('nothing-left');
  return needsOf(work, left);
}

/** Piles of a lot-tracked part of which a lot was named, are only those of its named lots. */
function ofNamedLots(sources: readonly Source[], lots: readonly string[]): readonly Source[] {
  const known = new Set(sources.map(({ lotNumber }) => lotNumber));
  for (const lotNumber of lots) {
    if (!known.has(lotNumber)) throw kitsErrors.error('lot-not-here', { lotNumber });
  }
  const isNamed = ({ lotNumber }: Source) => lotNumber !== null && lots.includes(lotNumber);
  const bound = new Set(sources.filter(isNamed).map(({ pile }) => pile.partId));
  return sources.filter((source) => !bound.has(source.pile.partId) || isNamed(source));
}

/** The named pieces in the order scanned; each must lie free in one of the piles. */
async function namedPieces(
  work: Work,
  partIds: readonly string[],
  from: { readonly numbers: readonly string[]; readonly sources: readonly Source[] },
): Promise<readonly Piece[]> {
  const here = new Set(from.sources.map(({ id }) => id));
  const found = await freePieces(work, partIds, from.numbers);
  const pieces = found.filter(({ bucketId }) => here.has(bucketId));
  return from.numbers.map((serialNumber, at) => {
    const [piece, other] = pieces.filter((one) => one.serialNumber === serialNumber);
    const isAgain = from.numbers.indexOf(serialNumber) !== at;
    if (piece === undefined || other !== undefined || isAgain) {
      throw kitsErrors.error('piece-not-wanted', { serialNumber });
    }
    return piece;
  });
}

function requireAll(
  needs: readonly Need[],
  plan: CoverPlan,
  tell: { readonly facts: Facts; readonly freeOf: (partId: string) => number },
): void {
  if (plan.missing.length === 0) return;
  const { kits } = buildable(
    needs.map((need) => ({ ...need, component: { ...need.component, isOptional: false } })),
    tell.freeOf,
  );
  const missing = named(tell.facts, plan.missing);
  throw kitsErrors.error('missing-components', { missing, buildable: kits });
}

/**
 * What so many kits take, from locked piles.
 * @throws kits.missing-components naming each with how many, pieces-required, piece-not-wanted,
 *   lot-not-here, not-optional, nothing-left
 */
export async function gather(
  work: Work,
  wish: GatherWish,
  places: SourcePlaces,
): Promise<Gathered> {
  const needs = await wantedNeeds(work, wish);
  const partIds = partsOf(needs);
  const facts = await partFacts(work, [
    ...partIds,
    ...needs.map(({ component }) => component.partId),
  ]);
  const isSerial = (partId: string) => facts.get(partId)?.tracking === 'serial';
  const sources = ofNamedLots(await lockSources(work, partIds, places), wish.lots);
  const freeIn = new Map<string, number>();
  for (const { pile, free } of sources) {
    freeIn.set(pile.partId, (freeIn.get(pile.partId) ?? 0) + free);
  }
  const freeOf = (partId: string) => freeIn.get(partId) ?? 0;
  requireAll(needs, coverKits(needs, wish.quantity, freeOf), { facts, freeOf });
  const pieces = await namedPieces(work, partIds, { numbers: wish.pieces, sources });
  const countOf = (partId: string) => pieces.filter((one) => one.partId === partId).length;
  const plan = coverKits(needs, wish.quantity, (partId) =>
    isSerial(partId) ? countOf(partId) : freeOf(partId),
  );
  if (plan.missing.length > 0) {
    throw kitsErrors.error('pieces-required', { pieces: named(facts, plan.missing) });
  }
  const piles = sources.map(({ id, pile, free }) => ({ id, partId: pile.partId, free }));
  const draws = drawFrom(plan.takes, piles, pieces, isSerial);
  const used = new Set(draws.map(({ serialId }) => serialId));
  const spare = pieces.find(({ id }) => !used.has(id));
  if (spare !== undefined) {
    throw kitsErrors.error('piece-not-wanted', { serialNumber: spare.serialNumber });
  }
  return { draws, sources: new Map(sources.map((source) => [source.id, source])) };
}
