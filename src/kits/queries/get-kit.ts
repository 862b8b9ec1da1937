/** What a kit is made of now and was made of before, and the kits it goes into. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { getPartRow } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type ComponentView, type KitView, kitView } from '../contract.ts';
import { revisionOf } from '../store.ts';
import { namedPart } from './kit-columns.ts';

type Row<T> = Record<string, unknown> & T;

async function componentRows(read: Read, partId: string): Promise<ComponentView[]> {
  const rows = await read.db.execute<Row<ComponentView>>(sql`
    select ${namedPart}, p.tracking, c.position, c.quantity, c.is_optional as "isOptional",
           c.allows_substitutes as "allowsSubstitutes",
           exists (select from kit k where k.part_id = p.id) as "isKit"
    from kit_component c join part p on p.id = c.part_id
    where c.kit_part_id = ${partId}::uuid
    order by c.position`);
  return [...rows];
}

async function revisionRows(read: Read, partId: string): Promise<KitView['revisions']> {
  const rows = await read.db.execute<Row<KitView['revisions'][number]>>(sql`
    select r.revision, r.note, r.changed_at as "changedAt", r.changed_by_name as "changedByName", (
      select jsonb_agg(jsonb_build_object(
               'partId', p.id, 'partNumber', p.part_number, 'nameEn', p.name_en,
               'nameZh', p.name_zh, 'quantity', c.quantity, 'isOptional', c."isOptional",
               'allowsSubstitutes', c."allowsSubstitutes") order by c.at)
      from rows from (jsonb_to_recordset(r.components) as (
             "partId" uuid, quantity int, "isOptional" boolean, "allowsSubstitutes" boolean))
           with ordinality as c ("partId", quantity, "isOptional", "allowsSubstitutes", at)
      join part p on p.id = c."partId") as components
    from kit_revision r
    where r.kit_part_id = ${partId}::uuid
    order by r.revision desc
    limit 50`);
  return rows.map((row) => ({ ...row, changedAt: new Date(row.changedAt).toISOString() }));
}

export const getKit = defineQuery({
  name: 'kits.get',
  permission: 'parts.view',
  summary: 'What a kit is made of, each of its latest revisions, and the kits it goes into.',
  input: z.strictObject({ partId: id }),
  output: kitView,
  errors: ['inventory.unknown-part'],
  run: async (read, { partId }) => {
    const { partNumber, nameEn, nameZh, tracking } = await getPartRow(read.db, partId);
    const usedIn = await read.db.execute<Row<KitView['usedIn'][number]>>(sql`
      select ${namedPart}, c.quantity
      from kit_component c join part p on p.id = c.kit_part_id
      where c.part_id = ${partId}::uuid
      order by p.part_number`);
    return {
      ...{ partId, partNumber, nameEn, nameZh, tracking: tracking as KitView['tracking'] },
      revision: await revisionOf(read, partId),
      components: await componentRows(read, partId),
      usedIn: [...usedIn],
      revisions: await revisionRows(read, partId),
    };
  },
});
