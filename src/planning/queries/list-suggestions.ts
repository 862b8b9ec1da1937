/** Open suggestions with the facts their sentence is made of, the shortest part first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { containing, withinScopes } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';

export const suggestionView = z.strictObject({
  id,
  siteId: id,
  siteCode: z.string(),
  partId: id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
  quantity: z.int(),
  onHand: z.int(),
  reserved: z.int(),
  available: z.int(),
  minQuantity: z.int(),
  maxQuantity: z.int(),
  minimumOrderQuantity: z.int(),
  packSize: z.int(),
  leadTimeDays: z.int().nullable(),
  demand12: z.int(),
  costMinor: z.int().nullable(),
  currency: z.string(),
  openedAt: z.iso.datetime(),
  reviewedAt: z.iso.datetime(),
});
export type SuggestionView = z.infer<typeof suggestionView>;

type Row = Record<string, unknown> & SuggestionView & { total: number };

export const listSuggestions = defineQuery({
  name: 'planning.list-suggestions',
  permission: 'planning.view',
  summary: 'Open suggestions with the facts their sentence is made of.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    page: z.int().min(1).max(100_000).default(1),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ total: z.int(), suggestions: z.array(suggestionView) }),
  errors: [],
  run: async (read, { search, page, limit }) => {
    const like = containing(search);
    const rows = await read.db.execute<Row>(sql`
      select s.id, s.site_id as "siteId", site.code as "siteCode", s.part_id as "partId",
             part.part_number as "partNumber", part.name_en as "nameEn", part.name_zh as "nameZh",
             s.quantity, (f."onHand")::bigint as "onHand", f.reserved, f.available,
             f."minQuantity", f."maxQuantity", f."minimumOrderQuantity", f."packSize",
             f."leadTimeDays", f."demand12", part.cost_minor as "costMinor", part.currency,
             s.opened_at as "openedAt", s.reviewed_at as "reviewedAt", count(*) over () as total
      from suggestion s
      join site on site.id = s.site_id
      join part on part.id = s.part_id
      cross join lateral jsonb_to_record(s.facts) as f (
        "onHand" bigint, reserved bigint, available bigint, "minQuantity" bigint,
        "maxQuantity" bigint, "minimumOrderQuantity" int, "packSize" int, "leadTimeDays" int,
        "demand12" bigint)
      where s.closed_at is null and ${withinScopes(read, sql`s.site_id`)}
        and (${search} = '' or part.part_number ilike ${like} or part.name_en ilike ${like}
             or part.name_zh ilike ${like})
      order by s.opened_at desc, f.available - f."minQuantity", part.part_number
      limit ${limit} offset ${(page - 1) * limit}`);
    const suggestions = [...rows].map(({ total: _, ...row }) => ({
      ...row,
      openedAt: new Date(row.openedAt).toISOString(),
      reviewedAt: new Date(row.reviewedAt).toISOString(),
    }));
    return { total: rows[0]?.total ?? 0, suggestions };
  },
});
