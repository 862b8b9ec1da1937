/** How many of several kits can be built now at each site the caller sees, and what ends it. */
import { sql } from 'drizzle-orm';
import { withinScopes } from '../inventory/index.ts';
import type { Read } from '../platform/work.ts';
import type { SiteBuildable } from './contract.ts';
import { buildable, type Need } from './cover.rules.ts';
import { needsOf, partsOf } from './needs.ts';
import { freeInStorage } from './sources.store.ts';
import { definitionsUnder, partFacts } from './store.ts';

/** Kits and their needs, from one reading of everything they may take. */
async function needsByKit(read: Read, kitIds: readonly string[]) {
  const definitions = await definitionsUnder(read, kitIds);
  const all = kitIds.flatMap((kitId) => definitions.get(kitId) ?? []);
  const needs = await needsOf(read, all);
  let at = 0;
  return new Map<string, readonly Need[]>(
    kitIds.map((kitId) => {
      const count = definitions.get(kitId)?.length ?? 0;
      at += count;
      return [kitId, needs.slice(at - count, at)];
    }),
  );
}

/**
 * For each kit, the sites where it or any of its components lies in storage, by code. Stock that
 * components share is counted for each kit by itself: one kit built leaves less for the others.
 */
export async function buildableAtSites(
  read: Read,
  kitIds: readonly string[],
  siteId: string | null,
): Promise<ReadonlyMap<string, readonly SiteBuildable[]>> {
  const byKit = await needsByKit(read, kitIds);
  const taken = partsOf([...byKit.values()].flat());
  const components = [...byKit.values()].flat().map(({ component }) => component.partId);
  const facts = await partFacts(read, components);
  const within = sql`${withinScopes(read, sql`site.id`)}
    and (${siteId}::uuid is null or site.id = ${siteId}::uuid)`;
  const sites = new Map<string, { code: string; free: Map<string, number> }>();
  for (const row of await freeInStorage(read, [...new Set([...taken, ...kitIds])], within)) {
    const known = sites.get(row.siteId) ?? { code: row.siteCode, free: new Map() };
    sites.set(row.siteId, known);
    known.free.set(row.partId, row.free);
  }
  const answer = (kitId: string): readonly SiteBuildable[] => {
    const needs = byKit.get(kitId) ?? [];
    const matters = [kitId, ...partsOf(needs)];
    return [...sites].flatMap(([id, { code, free }]) => {
      if (!matters.some((partId) => free.has(partId))) return [];
      const { kits, limits } = buildable(needs, (partId) => free.get(partId) ?? 0);
      return {
        ...{ siteId: id, siteCode: code, onHand: free.get(kitId) ?? 0, buildable: kits },
        limits: limits.map(({ partId, quantity }) => {
          return { partId, partNumber: facts.get(partId)?.partNumber ?? '', short: quantity };
        }),
      };
    });
  };
  return new Map(kitIds.map((kitId) => [kitId, answer(kitId)]));
}
