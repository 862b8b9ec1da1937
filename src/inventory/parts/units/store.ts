/** Reads and writes the further units of parts; what they amount to is reckoned by the rule. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Read, Work } from '../../../platform/work.ts';
import { partUnit } from './tables.ts';
import type { UnitFactor } from './units.rules.ts';

/** The further units of parts, by part id. */
export async function unitsOf(
  read: Pick<Read, 'db'>,
  partIds: readonly string[],
): Promise<Map<string, UnitFactor[]>> {
  if (partIds.length === 0) return new Map();
  const rows = await read.db
    .select()
    .from(partUnit)
    .where(inArray(partUnit.partId, [...partIds]))
    .orderBy(partUnit.unit);
  const found = new Map<string, UnitFactor[]>();
  for (const { partId, ...unit } of rows) found.set(partId, [...(found.get(partId) ?? []), unit]);
  return found;
}

/** Adds a unit to a part, or changes what it amounts to. */
export async function putUnit(work: Work, partId: string, factor: UnitFactor): Promise<void> {
  const { unit, ...ratio } = factor;
  await work.db
    .insert(partUnit)
    .values({ partId, unit, ...ratio })
    .onConflictDoUpdate({ target: [partUnit.partId, partUnit.unit], set: ratio });
}

/** Takes a unit from a part; whether it had it. */
export async function deleteUnit(work: Work, partId: string, unit: string): Promise<boolean> {
  const gone = await work.db
    .delete(partUnit)
    .where(and(eq(partUnit.partId, partId), eq(partUnit.unit, unit)))
    .returning({ unit: partUnit.unit });
  return gone.length > 0;
}
