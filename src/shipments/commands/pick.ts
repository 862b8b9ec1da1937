/**
 * The picker scans what he takes out of the bins: one scan a piece, or bin, part and number. All scans
 * of one call are taken or none; sent again under its key, nothing is taken twice.
 */
import { z } from 'zod';
import { getSite } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { pickErrors } from '../command-errors.ts';
import { pickedGoods, pickScan } from '../contract.ts';
import { shipmentsErrors } from '../errors.ts';
import { pickedOf, piecesOf } from '../picking/answer-picks.ts';
import { findPicks, type WantedPick } from '../picking/find-picks.ts';
import { lockTakings, takeGoods } from '../picking/take-goods.ts';

/** Another piece than the one that is held may be taken when the picker says so. */
function confirmOtherPieces(work: Work, wanted: readonly WantedPick[]): void {
  const other = wanted.find(({ insteadSerialId }) => insteadSerialId !== null);
  if (other === undefined || work.acknowledged.has('shipments.other-piece-held')) return;
  throw shipmentsErrors.error('other-piece-held', {
    scanned: other.insteadSerialNumber,
    held: other.row.serialNumber,
    partNumber: other.row.partNumber,
    order: other.row.orderNumber,
  });
}

export const pickGoods = defineCommand({
  name: 'shipments.pick',
  permission: 'shipments.work',
  summary:
    'Takes promised goods out of their bins, into the packing area or straight to their destination.',
  input: z.strictObject({
    siteId: id,
    /** Only what is promised to this order. */
    orderId: id.nullable().default(null),
    picks: z.array(pickScan).min(1).max(200),
  }),
  output: z.strictObject({ picked: z.array(pickedGoods), pieces: z.int() }),
  errors: [
    ...pickErrors,
    'shipments.part-not-wanted',
    'shipments.wrong-bin',
    'shipments.more-than-wanted',
    'shipments.less-than-wanted',
    'shipments.lot-is-needed',
    'shipments.scan-the-piece',
    'shipments.unknown-piece',
    'shipments.other-piece-held',
  ],
  run: async (work, { siteId, orderId, picks }) => {
    await getSite(work, siteId);
    const wanted = await findPicks(work, siteId, { orderId, picks });
    confirmOtherPieces(work, wanted);
    const takings = (await lockTakings(work, wanted)).map((taking) => {
      return { ...taking, quantity: taking.held.quantity, reason: null };
    });
    const taken = await takeGoods(work, takings);
    const picked = pickedOf(taken);
    return { picked, pieces: piecesOf(picked) };
  },
});
