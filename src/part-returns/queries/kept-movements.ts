/** The movements behind what a person keeps of one part, newest first. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { paging } from '../contract.ts';
import { crossings, keptColumns } from './kept-ledger.ts';
import { iso } from './summaries.ts';

const movement = z.strictObject({
  at: z.iso.datetime(),
  countsAs: z.enum(keptColumns),
  kind: z.string(),
  /** Signed: what came to him is positive. */
  change: z.int(),
  condition: z.string(),
  serialNumber: z.string().nullable(),
  locationCode: z.string(),
  document: z.string().nullable(),
  byName: z.string(),
  entryId: id,
});
const output = z.strictObject({ total: z.int(), movements: z.array(movement) });
type Movement = z.infer<typeof movement>;

async function movementsOf(
  read: Read,
  personId: string,
  { partId, page, limit }: { partId: string; page: number; limit: number },
) {
  const rows = await read.db.execute<Record<string, unknown> & Movement & { total: number }>(sql`
    ${crossings(read, personId)}
    select counted.at, counts_as as "countsAs", counted.kind, delta as change,
           counted.condition, piece.serial_number as "serialNumber", place.code as "locationCode",
           counted.document, by_name as "byName", entry_id as "entryId",
           count(*) over () as total
    from counted
    join location place on place.id = counted.location_id
    left join serial_unit piece on piece.id = counted.serial_id
    where counted.part_id = ${partId}::uuid
    order by counted.seq desc limit ${limit} offset ${(page - 1) * limit}`);
  const movements = rows.map(({ total: _, ...row }) => ({ ...row, at: iso(row.at) ?? '' }));
  return { total: rows[0]?.total ?? 0, movements };
}

export const listOwnKeptMovements = defineQuery({
  name: 'part-returns.my-movements',
  permission: 'part-returns.view',
  summary: 'Every movement of one part to and from the caller, newest first.',
  input: z.strictObject({ partId: id, ...paging }),
  output,
  errors: [],
  run: (read, asked) => movementsOf(read, read.actor.id, asked),
});

export const listKeptMovements = defineQuery({
  name: 'part-returns.movements-of',
  permission: 'part-returns.view-all',
  summary: 'Every movement of one part to and from a person, newest first.',
  input: z.strictObject({ personId: id, partId: id, ...paging }),
  output,
  errors: [],
  run: (read, { personId, ...asked }) => movementsOf(read, personId, asked),
});
