/** The columns in which every query shows the cost of a part; `c` may be absent. */
import { sql } from 'drizzle-orm';

export const costColumns = sql`
  part.id as "partId", part.part_number as "partNumber", part.name_en as "nameEn",
  part.name_zh as "nameZh", coalesce(c.method, 'average') as method,
  c.standard_minor as "standardMinor", coalesce(c.quantity, 0) as quantity,
  coalesce(c.value_minor, 0) as "valueMinor",
  case when c.method = 'standard' then c.standard_minor
       when c.quantity > 0 then div(2 * c.value_minor::numeric + c.quantity, 2 * c.quantity)::bigint
       else part.cost_minor end as "unitMinor",
  part.currency`;
