/** Where the defective parts of a list go, as the network says, so that nobody has to ask. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withinScopes } from '../../inventory/index.ts';
import { returnRouteFor } from '../../network/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { chasingOf } from '../kept.store.ts';

async function codeOf(read: Read, toSiteId: string | null, toPartyId: string | null) {
  const rows = await read.db.execute<{ code: string }>(sql`
    select code from site where id = ${toSiteId}::uuid
    union all select code from party where id = ${toPartyId}::uuid limit 1`);
  return rows[0]?.code ?? '';
}

export const routeOwedReturns = defineQuery({
  name: 'part-returns.route-owed',
  permission: 'returns.view',
  summary: 'Where owed defective parts are to be sent, as the network says.',
  input: z.strictObject({ owedReturnIds: z.array(id).max(200) }),
  output: z.strictObject({
    routes: z.array(
      z.strictObject({
        owedReturnId: id,
        /** Whether it only has to be handed over where it is. */
        isHere: z.boolean(),
        code: z.string(),
      }),
    ),
  }),
  errors: [],
  run: async (read, { owedReturnIds }) => {
    const rows = await read.db.execute<{ id: string; partId: string; siteId: string }>(sql`
      select d.id, d.part_id as "partId", d.site_id as "siteId" from defective_return d
      where ${withinScopes(read, sql`d.site_id`)} and d.id in (
        select jsonb_array_elements_text(${JSON.stringify(owedReturnIds)}::jsonb)::uuid)
      order by d.id`);
    const known = new Map<string, { isHere: boolean; code: string }>();
    const routes = [];
    for (const { id: owedReturnId, partId, siteId } of rows) {
      const key = `${partId} ${siteId}`;
      const route = await returnRouteFor(read, {
        ...{ partId, condition: 'defective', fromSiteId: siteId },
      });
      const { toSiteId = siteId, toPartyId = null } = route ?? {};
      const way = known.get(key) ?? {
        isHere: toPartyId === null && toSiteId === siteId,
        code: await codeOf(read, toPartyId === null ? toSiteId : null, toPartyId),
      };
      known.set(key, way);
      routes.push({ owedReturnId, ...way });
    }
    return { routes };
  },
});

export const getReturnChasing = defineQuery({
  name: 'part-returns.get-chasing',
  permission: 'part-returns.view',
  summary: 'When defective parts are due and how people of a site are reminded.',
  input: z.strictObject({ siteId: id.nullable().default(null) }),
  output: z.strictObject({
    dueDays: z.int(),
    daysBefore: z.int(),
    everyDays: z.int(),
    escalateAfterDays: z.int(),
    escalateToId: id.nullable(),
    escalateToName: z.string().nullable(),
  }),
  errors: [],
  run: (read, { siteId }) => chasingOf(read, siteId),
});
