/** The columns and tables in which every query shows a pile of stock. Which piles is the query's to say. */
import { type SQL, sql } from 'drizzle-orm';
import { isoDay } from '../../../platform/clock.ts';
import type { Read } from '../../../platform/work.ts';
import { ourCompany } from '../../places.ts';

/** The columns of a row of stock; what may be promised goes by the day of the question. */
export function stockColumns(read: Pick<Read, 'now'>): SQL {
  const today = isoDay(read.now);
  return sql`
    b.id as "bucketId", part.id as "partId", part.part_number as "partNumber",
    part.name_en as "nameEn", part.name_zh as "nameZh", site.code as "siteCode",
    l.code as "locationCode", l.kind as "locationKind", lot.lot_number as "lotNumber",
    lot.expires_on as "expiresOn", coalesce(lot.expires_on < ${today}, false) as "isExpired",
    b.condition, p.id as "ownerId", p.id = ${ourCompany}::uuid as "isOurs", p.code as "ownerCode",
    p.name_en as "ownerNameEn", p.name_zh as "ownerNameZh", box.number as "boxNumber",
    b.on_hand as "onHand", b.reserved,
    case when l.is_allocatable and c.is_allocatable and coalesce(lot.expires_on >= ${today}, true)
         then b.on_hand - b.reserved else 0 end as available,
    case when not c.is_allocatable then 'condition' when not l.is_allocatable then 'place'
         when lot.expires_on < ${today} then 'expired' when b.on_hand = b.reserved then 'held'
    end as "blockedBy",
    array(select s.serial_number from serial_unit s where s.bucket_id = b.id
          order by 1 limit 50) as "serialNumbers"`;
}

/** A pile with everything that names it. */
export const stockTables = sql`
  bucket b
  join part on part.id = b.part_id
  join location l on l.id = b.location_id
  join condition c on c.code = b.condition
  join party p on p.id = b.owner_id
  left join site on site.id = l.site_id
  left join lot on lot.id = b.lot_id
  left join handling_unit box on box.id = b.handling_unit_id`;
