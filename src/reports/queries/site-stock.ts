/**
 * What lies in each site of each part and owner, with its value: the ground that ageing and slow stock
 * are counted on. Stock on the road lies in no site and is not aged.
 */
import { type SQL, sql } from 'drizzle-orm';
import { withinScopes } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';
import { valueScopes } from './inventory-rows.ts';
import { allOf } from './search-words.ts';
import { pileConditions, type StockWish, stockAt, worthOfPiles } from './stock-at.ts';

/** `held`: one row a part, site and owner that has stock. */
export function heldInSites(read: Read, wish: StockWish): SQL {
  const scopes = valueScopes(read);
  const value =
    scopes === null
      ? sql`null::bigint`
      : sql`case when ${withinScopes({ scopes }, sql`s.site_id`)} then w.value_minor end`;
  return sql`${stockAt(wish)}${scopes === null ? sql`` : sql`, ${worthOfPiles(wish)}`},
    held as materialized (
      select s.part_id, s.site_id, s.owner_id, sum(s.quantity)::bigint as quantity,
             sum(${value})::bigint as value_minor
      from stock s ${scopes === null ? sql`` : sql`left join worth w on w.id = s.id`}
      where ${allOf([sql`s.site_id is not null`, pileConditions(read, wish)])}
      group by 1, 2, 3)`;
}

/** The wish of a report that is always about now. */
export const nowOf = (
  wish: Pick<StockWish, 'search' | 'partId' | 'category' | 'siteId'>,
): StockWish => ({ ...wish, locationId: null, condition: null, ownerId: null, asOf: null });
