/** Reads and writes at which positions a model of equipment takes a part, and how many. */
import { eq, sql } from 'drizzle-orm';
import type { Work } from '../platform/work.ts';
import { modelBomLine } from './tables.ts';

/** The row that says a part fits a model; null when it does not. */
export async function partModelId(
  work: Work,
  partId: string,
  model: string,
): Promise<string | null> {
  const rows = await work.db.execute<{ id: string }>(sql`
    select id from part_model
    where part_id = ${partId}::uuid and upper(model) = upper(${model}) for key share`);
  return rows[0]?.id ?? null;
}

/** Adds a line and answers its id. */
export async function addBomLine(
  work: Work,
  values: Omit<typeof modelBomLine.$inferInsert, 'id'>,
): Promise<string> {
  const id = work.newId();
  await work.db.insert(modelBomLine).values({ ...values, id });
  return id;
}

/** Takes a line away; whether there was one. */
export async function deleteBomLine(work: Work, lineId: string): Promise<boolean> {
  const gone = await work.db
    .delete(modelBomLine)
    .where(eq(modelBomLine.id, lineId))
    .returning({ id: modelBomLine.id });
  return gone.length > 0;
}
