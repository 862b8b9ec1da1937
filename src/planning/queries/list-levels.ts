/** Minimum and maximum per part and site. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing, withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';

const levelView = z.strictObject({
  siteId: id,
  siteCode: z.string(),
  partId: id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
  minQuantity: z.int(),
  maxQuantity: z.int(),
  setByName: z.string(),
});

export const listLevels = defineQuery({
  name: 'planning.list-levels',
  permission: 'planning.view',
  summary: 'Minimum and maximum per part and site.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    page: z.int().min(1).max(100_000).default(1),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ total: z.int(), levels: z.array(levelView) }),
  errors: [],
  run: async (read, { search, page, limit }) => {
    const like = containing(search);
    const rows = await read.db.execute<
      Record<string, unknown> & z.infer<typeof levelView> & { total: number }
    >(sql`
      select v.site_id as "siteId", site.code as "siteCode", v.part_id as "partId",
             part.part_number as "partNumber", part.name_en as "nameEn", part.name_zh as "nameZh",
             v.min_quantity as "minQuantity", v.max_quantity as "maxQuantity",
             v.set_by_name as "setByName", count(*) over () as total
      from stock_level v
      join site on site.id = v.site_id
      join part on part.id = v.part_id
      where ${withinScopes(read, sql`v.site_id`)}
        and (${search} = '' or part.part_number ilike ${like} or part.name_en ilike ${like}
             or part.name_zh ilike ${like})
      order by part.part_number, site.code
      limit ${limit} offset ${(page - 1) * limit}`);
    const levels = [...rows].map(({ total: _, ...row }) => row);
    return { total: rows[0]?.total ?? 0, levels };
  },
});
