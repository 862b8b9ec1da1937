/** The kits, how many are on hand at each site, how many can be built there now and what ends it. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import { containing } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import { buildableAtSites } from '../buildable-at-sites.store.ts';
import { siteBuildable } from '../contract.ts';
import { namedPart } from './kit-columns.ts';

const row = z.strictObject({
  partId: id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
  revision: z.int(),
  componentCount: z.int(),
  sites: z.array(siteBuildable),
});
type Row = Record<string, unknown> & Omit<z.infer<typeof row>, 'sites'> & { total: number };

export const listKits = defineQuery({
  name: 'kits.list',
  permission: 'stock.view',
  summary: 'The kits: how many are on hand and can be built at each site, and what limits it.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    siteId: id.nullable().default(null),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), kits: z.array(row) }),
  errors: [],
  run: async (read, { search, siteId, page, limit }) => {
    const like = containing(search);
    const rows = await read.db.execute<Row>(sql`
      select ${namedPart}, k.revision,
             (select count(*) from kit_component c where c.kit_part_id = k.part_id)::int
               as "componentCount",
             count(*) over () as total
      from kit k join part p on p.id = k.part_id
      where ${search} = '' or p.part_number ilike ${like} or p.name_en ilike ${like}
            or p.name_zh ilike ${like}
            or exists (select from kit_component c join part q on q.id = c.part_id
                       where c.kit_part_id = k.part_id and q.part_number ilike ${like})
      order by p.part_number
      limit ${limit} offset ${(page - 1) * limit}`);
    const kits = [...rows].map(({ total: _, ...kit }) => kit);
    const sites = await buildableAtSites(
      read,
      kits.map(({ partId }) => partId),
      siteId,
    );
    return {
      total: rows[0]?.total ?? 0,
      kits: kits.map((kit) => ({ ...kit, sites: [...(sites.get(kit.partId) ?? [])] })),
    };
  },
});
