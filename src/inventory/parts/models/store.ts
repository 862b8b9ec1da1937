/** Reads and writes which models a part fits. */
import { and, eq, sql } from 'drizzle-orm';
import type { Read, Work } from '../../../platform/work.ts';
import { partModel } from './tables.ts';

/** The models a part fits, by name. */
export async function modelsOf(read: Pick<Read, 'db'>, partId: string) {
  return read.db
    .select({ id: partModel.id, model: partModel.model, note: partModel.note })
    .from(partModel)
    .where(eq(partModel.partId, partId))
    .orderBy(sql`upper(${partModel.model})`);
}

/** Adds a model to a part and answers its id. */
export async function insertModel(
  work: Work,
  values: { readonly partId: string; readonly model: string; readonly note: string | null },
): Promise<string> {
  const id = work.newId();
  await work.db.insert(partModel).values({ ...values, id });
  return id;
}

/** Takes a model from a part; whether it had it. */
export async function deleteModel(work: Work, partId: string, modelId: string): Promise<boolean> {
  const gone = await work.db
    .delete(partModel)
    .where(and(eq(partModel.partId, partId), eq(partModel.id, modelId)))
    .returning({ id: partModel.id });
  return gone.length > 0;
}
