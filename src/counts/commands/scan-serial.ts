/**
 * Counts one piece of a serialised part. Whether the books have it here, elsewhere or nowhere is kept
 * with the scan and shown to whoever decides, not to the counter.
 */
import { z } from 'zod';
import { getPartRow, inventoryErrors, ourCompany } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { whereIsPiece } from '../balances.store.ts';
import { scanned, scannedCondition } from '../contract.ts';
import { addPieces, notJudged, saveLine } from '../lines.store.ts';
import { binForScan, lineForScan } from '../scanned-line.ts';

export const scanSerial = defineCommand({
  name: 'counts.scan-serial',
  permission: 'counts.work',
  summary: 'Counts one piece of a serialised part in a bin.',
  input: z.strictObject({
    binId: id,
    partId: id,
    serialNumber: text(100),
    /** What a piece that nobody knows is taken for. */
    condition: scannedCondition,
  }),
  output: scanned,
  errors: [
    'counts.unknown-bin',
    'counts.event-not-allowed',
    'counts.version-changed',
    'counts.bin-is-own',
    'counts.other-part',
    'counts.line-is-settled',
    'counts.serial-counted-already',
    'inventory.unknown-part',
    'inventory.serial-not-tracked',
  ],
  run: async (work, { binId, partId, serialNumber, condition }) => {
    const bin = await binForScan(work, binId, partId);
    const { locationId } = bin;
    const { tracking, partNumber } = await getPartRow(work.db, partId);
    if (tracking !== 'serial') throw inventoryErrors.error('serial-not-tracked');
    const pile = {
      ...{ partId, locationId, lotId: null, handlingUnitId: null },
      ...{ condition: condition ?? 'new', ownerId: ourCompany },
    };
    const { line } = await lineForScan(work, bin, pile, null);
    const where = await whereIsPiece(work, { partId, serialNumber, locationId });
    const outcome = where?.isHere ? 'here' : where?.bucketId ? 'elsewhere' : 'unknown';
    const seen = { serialId: where?.serialId ?? null, seenBucketId: where?.bucketId ?? null };
    await addPieces(work, line, [{ serialNumber, outcome, ...seen }]);
    const counted = line.counted + 1;
    const saved = await saveLine(work, line, {
      pass: line.pass,
      ...notJudged,
      counted,
      countedById: work.actor.id,
      countedByName: work.actor.name,
      countedAt: work.now,
    });
    work.about(`stock-count:${bin.countId}`);
    return { lineId: saved.id, partNumber, counted };
  },
});
