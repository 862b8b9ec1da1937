/**
 * Turns quantities as people say them ("2 boxes") into base units, for whoever takes quantities in.
 * Refuses what is no whole number of pieces; which units a part has is kept by the store.
 */
import type { Read } from '../../../platform/work.ts';
import { inventoryErrors } from '../../errors.ts';
import { getPartRow } from '../store.ts';
import { unitsOf } from './store.ts';
import { toBaseUnits } from './units.rules.ts';

/**
 * The quantity in the part's base unit. A null unit is the base unit.
 * @throws inventory.unknown-part, inventory.unknown-unit, inventory.not-whole-units
 */
export async function quantityInBase(
  read: Pick<Read, 'db'>,
  said: { readonly partId: string; readonly quantity: number; readonly unit: string | null },
): Promise<number> {
  const { partId, quantity } = said;
  const part = await getPartRow(read.db, partId);
  const unit = said.unit ?? part.unitOfMeasure;
  const units = (await unitsOf(read, [partId])).get(partId) ?? [];
  const found = toBaseUnits({ base: part.unitOfMeasure, units }, quantity, unit);
  if (found.ok) return found.quantity;
  const { partNumber, unitOfMeasure: baseUnit } = part;
  if (found.why === 'unknown-unit')
    throw inventoryErrors.error('unknown-unit', { unit, partNumber });
  throw inventoryErrors.error('not-whole-units', { quantity, unit, partNumber, baseUnit });
}
