/**
 * The picker finds less than was promised, and says why. What was found is taken, the rest is freed
 * and looked for elsewhere, and the bin is to be counted.
 */
import { z } from 'zod';
import { getSite } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { pickErrors } from '../command-errors.ts';
import { elsewhere, pickedGoods, shortReasons } from '../contract.ts';
import { shipmentsErrors } from '../errors.ts';
import { elsewhereOf, pickedOf } from '../picking/answer-picks.ts';
import { pickOfAllocation } from '../picking/pick-list.store.ts';
import { addShortPick } from '../picking/short-picks.store.ts';
import { lockTakings, takeGoods } from '../picking/take-goods.ts';

export const pickShort = defineCommand({
  name: 'shipments.pick-short',
  permission: 'shipments.work',
  summary:
    'Takes what was found of a promise, with a reason; the rest is freed and found elsewhere.',
  input: z.strictObject({
    siteId: id,
    allocationId: id,
    /** Pieces that were found; less than was promised. */
    found: z.int().min(0).max(1_000_000_000).default(0),
    reason: z.enum(shortReasons),
    note: text(400).nullable().default(null),
  }),
  output: z.strictObject({
    picked: z.array(pickedGoods),
    missing: z.int(),
    elsewhere: z.array(elsewhere),
  }),
  errors: [...pickErrors, 'shipments.not-short'],
  run: async (work, { siteId, allocationId, found, reason, note }) => {
    await getSite(work, siteId);
    const row = await pickOfAllocation(work, siteId, allocationId);
    if (row === null) throw shipmentsErrors.error('taken-meanwhile', { order: null });
    const wanted = { row, insteadSerialId: null, insteadSerialNumber: null };
    const [taking] = await lockTakings(work, [wanted]);
    if (taking === undefined) throw shipmentsErrors.error('taken-meanwhile', { order: null });
    const { held } = taking;
    if (found >= held.quantity) {
      throw shipmentsErrors.error('not-short', { wanted: held.quantity, found });
    }
    await addShortPick(work, {
      allocationId,
      siteId,
      partId: held.pile.partId,
      locationId: held.pile.locationId,
      wanted: held.quantity,
      found,
      reason,
      note,
    });
    const taken = await takeGoods(work, [{ ...taking, quantity: found, reason: note ?? reason }]);
    work.emit('shipments.short-picked', {
      siteId,
      partId: held.pile.partId,
      locationId: held.pile.locationId,
      allocationId,
      reason,
    });
    work.about(`order:${held.orderId}`);
    return {
      picked: pickedOf(taken),
      missing: held.quantity - found,
      elsewhere: await elsewhereOf(work, taken),
    };
  },
});
