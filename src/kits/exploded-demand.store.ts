/** Carries demand of kits down to their components, with or without the stock that covers some. */
import { sql } from 'drizzle-orm';
import { inventoryErrors, withinScopes } from '../inventory/index.ts';
import type { Read } from '../platform/work.ts';
import type { DemandRow } from './contract.ts';
import { explode, type PartQuantity } from './definition.rules.ts';
import { kitsErrors } from './errors.ts';
import { freeInStorage } from './sources.store.ts';
import { definitionsUnder } from './store.ts';

/** What is asked, and which stock counts. */
export interface DemandWish {
  readonly asked: readonly PartQuantity[];
  readonly withOptional: boolean;
  /** `none`: no stock counts; else free storage stock at this site, or at every site the caller sees. */
  readonly stock: 'none' | 'everywhere' | { readonly siteId: string };
}

interface Named extends Record<string, unknown> {
  id: string;
  partNumber: string;
  nameEn: string | null;
  nameZh: string | null;
}

async function freeOfParts(read: Read, partIds: readonly string[], stock: DemandWish['stock']) {
  const free = new Map<string, number>();
  if (stock === 'none') return free;
  const siteId = stock === 'everywhere' ? null : stock.siteId;
  const within = sql`${withinScopes(read, sql`site.id`)}
    and (${siteId}::uuid is null or site.id = ${siteId}::uuid)`;
  for (const row of await freeInStorage(read, partIds, within)) {
    free.set(row.partId, (free.get(row.partId) ?? 0) + row.free);
  }
  return free;
}

/**
 * What is wanted of every part, kits before their components; see `explode`.
 * @throws inventory.unknown-part, kits.too-many-pieces
 */
export async function explodedDemand(read: Read, wish: DemandWish): Promise<DemandRow[]> {
  const asked = wish.asked.map(({ partId }) => partId);
  const definitions = await definitionsUnder(read, asked);
  const below = [...definitions.values()].flat().map(({ partId }) => partId);
  const partIds = [...new Set([...asked, ...below])];
  const rows = await read.db.execute<Named>(sql`
    select id, part_number as "partNumber", name_en as "nameEn", name_zh as "nameZh" from part
    where id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)`);
  const parts = new Map(rows.map((row) => [row.id, row]));
  const free = await freeOfParts(read, partIds, wish.stock);
  const freeOf = (partId: string) => free.get(partId) ?? 0;
  const { withOptional } = wish;
  const demand = explode(definitions, { asked: wish.asked, freeOf, withOptional });
  if (demand === null) throw kitsErrors.error('too-many-pieces');
  return demand.map((one) => {
    const part = parts.get(one.partId);
    if (part === undefined) throw inventoryErrors.error('unknown-part');
    const { partNumber, nameEn, nameZh } = part;
    return { ...one, partNumber, nameEn, nameZh };
  });
}
