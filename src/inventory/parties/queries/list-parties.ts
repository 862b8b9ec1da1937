/** Customers, suppliers and repairers by code or name. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { text } from '../../../platform/scalars.ts';
import { paging, partyKinds, partyView } from '../../contract.ts';
import { containing } from '../../search-pattern.ts';
import { party } from '../tables.ts';

export const listParties = defineQuery({
  name: 'parties.list',
  permission: 'parties.view',
  summary: 'Customers, suppliers and repairers by code or name.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    kind: z.enum(partyKinds).nullable().default(null),
    ...paging,
  }),
  output: z.strictObject({ total: z.int(), parties: z.array(partyView) }),
  errors: [],
  run: async (read, { search, kind, page, limit }) => {
    const like = containing(search);
    const where = sql`(${search} = '' or ${party.code} ilike ${like} or ${party.nameEn} ilike ${like}
        or ${party.nameZh} ilike ${like}) and (${kind}::text is null or ${party.kind} = ${kind})`;
    const [total, rows] = await Promise.all([
      read.db.$count(party, where),
      read.db
        .select()
        .from(party)
        .where(where)
        .orderBy(party.code)
        .limit(limit)
        .offset((page - 1) * limit),
    ]);
    return {
      total,
      parties: rows.map(({ retiredAt: _, createdAt: __, locale, ...row }) => ({
        ...row,
        locale: locale === 'en' ? ('en' as const) : ('zh-CN' as const),
      })),
    };
  },
});
