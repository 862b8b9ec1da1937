/** Reads and writes custom fields and what parts hold in them; what fits is said by the rules. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../../platform/db/connect.ts';
import type { Read, Work } from '../../../platform/work.ts';
import { inventoryErrors } from '../../errors.ts';
import { customField, partCustomValue } from './tables.ts';

export type FieldRow = typeof customField.$inferSelect;
export type NewField = Omit<typeof customField.$inferInsert, 'id' | 'version' | 'retiredAt'>;

/** The fields in use, in the order in which they are shown; the retired ones too when asked for. */
export async function fieldsInUse(
  read: Pick<Read, 'db'>,
  { withRetired = false }: { readonly withRetired?: boolean } = {},
): Promise<FieldRow[]> {
  return read.db
    .select()
    .from(customField)
    .where(withRetired ? undefined : isNull(customField.retiredAt))
    .orderBy(customField.position, customField.code);
}

/** The field, locked. @throws inventory.unknown-custom-field, inventory.changed-meanwhile */
export async function lockField(work: Work, code: string, version: number): Promise<FieldRow> {
  const [row] = await work.db
    .select()
    .from(customField)
    .where(eq(customField.code, code))
    .for('update');
  if (row === undefined) throw inventoryErrors.error('unknown-custom-field', { code });
  if (row.version !== version) throw inventoryErrors.error('changed-meanwhile');
  return row;
}

/** Adds a field. */
export async function insertField(work: Work, values: NewField): Promise<void> {
  await work.db.insert(customField).values({ ...values, id: work.newId(), version: 1 });
}

/** Changes a field and counts the change. */
export async function updateField(
  work: Work,
  fieldId: string,
  values: Partial<Omit<NewField, 'code'>> & { readonly retiredAt?: Date | null },
): Promise<void> {
  await work.db
    .update(customField)
    .set({ ...values, version: sql`${customField.version} + 1` })
    .where(eq(customField.id, fieldId));
}

/** Every value that parts hold in a field. */
export async function heldValues(db: Database, fieldId: string): Promise<(string | number)[]> {
  const rows = await db
    .select({ value: partCustomValue.value })
    .from(partCustomValue)
    .where(eq(partCustomValue.fieldId, fieldId));
  return rows.map(({ value }) => value);
}

/** What a part holds, by field id. */
export async function valuesOf(
  read: Pick<Read, 'db'>,
  partId: string,
): Promise<Map<string, string | number>> {
  const rows = await read.db
    .select({ fieldId: partCustomValue.fieldId, value: partCustomValue.value })
    .from(partCustomValue)
    .where(eq(partCustomValue.partId, partId));
  return new Map(rows.map(({ fieldId, value }) => [fieldId, value]));
}

/** Keeps fields as they are until values of them are written. */
export async function holdFields(work: Work): Promise<FieldRow[]> {
  return work.db
    .select()
    .from(customField)
    .where(isNull(customField.retiredAt))
    .orderBy(customField.id)
    .for('share');
}

/** Sets what a part holds in a field; null takes it away. */
export async function putValue(
  work: Work,
  key: { readonly partId: string; readonly fieldId: string },
  value: string | number | null,
): Promise<void> {
  const { partId, fieldId } = key;
  if (value === null) {
    await work.db
      .delete(partCustomValue)
      .where(and(eq(partCustomValue.partId, partId), eq(partCustomValue.fieldId, fieldId)));
    return;
  }
  await work.db
    .insert(partCustomValue)
    .values({ partId, fieldId, value })
    .onConflictDoUpdate({
      target: [partCustomValue.partId, partCustomValue.fieldId],
      set: { value },
    });
}
