/** Boxes and pallets that stock travels in: a numbered row each; what is inside says the ledger. */
import { nextNumber } from '../../platform/numbering.ts';
import type { Work } from '../../platform/work.ts';
import { handlingUnit } from './tables.ts';

/** Makes a new box and numbers it. */
export async function addHandlingUnit(work: Work): Promise<{ id: string; number: string }> {
  const series = { sequence: 'handling_unit_number_seq', prefix: 'BOX' };
  const box = { id: work.newId(), number: await nextNumber(work.db, series) };
  await work.db.insert(handlingUnit).values({ ...box, createdAt: work.now });
  return box;
}
