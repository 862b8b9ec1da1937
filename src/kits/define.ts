/**
 * Changes what a kit is made of: checks what is wished against all other kits and writes it as the
 * next revision. Who wishes what is the commands' business.
 */
import { getPartRow, inventoryErrors } from '../inventory/index.ts';
import type { Work } from '../platform/work.ts';
import { type Component, circleFrom, namedTwice } from './definition.rules.ts';
import { kitsErrors } from './errors.ts';
import {
  componentsOf,
  definitionsUnder,
  lockDefinitions,
  partFacts,
  revisionOf,
  writeDefinition,
} from './store.ts';

/** What every change of a kit may be refused with. */
export const definitionErrors = [
  'inventory.unknown-part',
  'kits.revision-changed',
  'kits.component-twice',
  'kits.kit-circle',
  'kits.currency-differs',
] as const;

/** A kit as it stands while it is changed. */
export interface Standing {
  readonly revision: number;
  readonly components: readonly Component[];
}

async function check(work: Work, kitPartId: string, components: readonly Component[]) {
  const facts = await partFacts(work, [kitPartId, ...components.map(({ partId }) => partId)]);
  const numberOf = (partId: string) => facts.get(partId)?.partNumber ?? partId;
  const twice = namedTwice(components);
  if (twice !== null) throw kitsErrors.error('component-twice', { partNumber: numberOf(twice) });
  const kitCurrency = facts.get(kitPartId)?.currency ?? null;
  for (const { partId } of components) {
    const fact = facts.get(partId);
    if (fact === undefined) throw inventoryErrors.error('unknown-part');
    const { partNumber, currency } = fact;
    if (currency !== kitCurrency) {
      throw kitsErrors.error('currency-differs', { partNumber, currency, kitCurrency });
    }
  }
  const below = await definitionsUnder(
    work,
    components.map(({ partId }) => partId),
  );
  const circle = circleFrom(new Map([...below, [kitPartId, components]]), kitPartId);
  if (circle === null) return;
  const named = await partFacts(work, circle);
  const chain = circle.map((partId) => named.get(partId)?.partNumber ?? partId).join(' → ');
  throw kitsErrors.error('kit-circle', { chain });
}

/**
 * Makes of a kit what `change` says, as its next revision.
 * @param seen the revision the caller saw, 0 for none; null when it does not matter
 * @throws inventory.unknown-part, kits.revision-changed, component-twice, kit-circle, currency-differs
 */
export async function redefine(
  work: Work,
  kitPartId: string,
  wish: {
    readonly seen: number | null;
    readonly note: string | null;
    readonly change: (standing: Standing) => readonly Component[];
  },
): Promise<{ partId: string; revision: number }> {
  await lockDefinitions(work);
  await getPartRow(work.db, kitPartId);
  const revision = await revisionOf(work, kitPartId);
  if (wish.seen !== null && wish.seen !== revision) {
    throw kitsErrors.error('revision-changed', { revision });
  }
  const components = wish.change({ revision, components: await componentsOf(work, kitPartId) });
  await check(work, kitPartId, components);
  const next = revision + 1;
  await writeDefinition(work, kitPartId, { revision: next, components, note: wish.note });
  work.about(`part:${kitPartId}`);
  work.emit('kits.defined', { partId: kitPartId, revision: next });
  return { partId: kitPartId, revision: next };
}
