/**
 * Who changed what about a part and when, the latest first; of an edit, what became different. Stock
 * movements are the ledger's to tell.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { scopesOf } from '../../../platform/actor.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';
import type { Read } from '../../../platform/work.ts';
import { paging } from '../../contract.ts';
import { differences } from '../history.rules.ts';
import { getPartRow } from '../store.ts';

const change = z.strictObject({
  at: z.iso.datetime(),
  command: z.string(),
  actorName: z.string(),
  /** What was said, without what stayed as it was and without the content of files. */
  said: z.record(z.string(), z.unknown()),
});

interface Row extends Record<string, unknown> {
  at: string;
  command: string;
  actor_name: string;
  input: Record<string, unknown>;
  before: Record<string, unknown> | null;
  other_part: string | null;
  supplier: string | null;
}

/** What is told to this reader: prices of suppliers only to those who may see purchasing. */
function toldTo(read: Read, partId: string) {
  const seesPrices = scopesOf(read.actor, 'purchasing.view') !== null;
  return sql`subject = ${`part:${partId}`} and (${seesPrices}::boolean
    or command not in ('parts.set-supplier', 'parts.remove-supplier'))`;
}

async function rowsOf(read: Read, partId: string, paged: Record<'page' | 'limit', number>) {
  const { page, limit } = paged;
  return read.db.execute<Row>(sql`
    with told as (
      select seq, at, command, actor_name, input,
             lag(input) over (partition by command in ('parts.create', 'parts.edit')
                              order by seq) as before
      from activity where ${toldTo(read, partId)}
    )
    select t.at, t.command, t.actor_name, t.input,
           case when t.command = 'parts.edit' then t.before end as before,
           o.part_number as other_part, s.code as supplier
    from told t
    left join part o on o.id::text = t.input ->> 'toPartId'
    left join party s on s.id::text = t.input ->> 'supplierId'
    order by t.seq desc limit ${limit} offset ${(page - 1) * limit}`);
}

function viewOf({ at, command, actor_name: actorName, input, ...row }: Row) {
  const named = {
    ...input,
    ...(row.other_part === null ? {} : { toPartId: row.other_part }),
    ...(row.supplier === null ? {} : { supplierId: row.supplier }),
  };
  const said = differences(named, row.before);
  return { at: new Date(at).toISOString(), command, actorName, said };
}

export const partHistory = defineQuery({
  name: 'parts.history',
  permission: 'parts.view',
  summary: 'Who changed what about a part and when, the latest first.',
  input: z.strictObject({ partId: id, ...paging }),
  output: z.strictObject({ total: z.int(), changes: z.array(change) }),
  errors: ['inventory.unknown-part'],
  run: async (read, { partId, ...asked }) => {
    await getPartRow(read.db, partId);
    const [sum] = await read.db.execute<{ total: number }>(
      sql`select count(*)::int as total from activity where ${toldTo(read, partId)}`,
    );
    const rows = await rowsOf(read, partId, asked);
    return { total: sum?.total ?? 0, changes: rows.map(viewOf) };
  },
});
