/**
 * Counts a part in a bin: so many more, or so many in all. What the books say at this very moment is
 * kept with the scan, so that picking may go on; it is not told to the person.
 */
import { z } from 'zod';
import {
  addLot,
  type Condition,
  getPartRow,
  inventoryErrors,
  ourCompany,
  type Pile,
  pileId,
} from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { type Balance, balanceOf, balancesOf } from '../balances.store.ts';
import { countedQuantity, lotNumber, scanned, scannedCondition } from '../contract.ts';
import { countsErrors } from '../errors.ts';
import { addScan, notJudged, saveLine } from '../lines.store.ts';
import { binForScan, lineForScan } from '../scanned-line.ts';
import type { BinRow } from '../store.ts';

/** Piles of the part that the books have in the bin. */
async function known(work: Work, bin: BinRow, partId: string): Promise<Balance[]> {
  return balancesOf(work, { locationId: bin.locationId, partId });
}

/** The pile that was counted: the only one it can be, else the one of the condition that was named. */
async function pileOf(
  work: Work,
  bin: BinRow,
  said: { partId: string; lotId: string | null; condition: Condition | null },
): Promise<Pile> {
  const { partId, lotId, condition } = said;
  const piles = (await known(work, bin, partId)).filter(
    (pile) => pile.lotId === lotId && (condition === null || pile.condition === condition),
  );
  const at = { partId, locationId: bin.locationId, lotId, handlingUnitId: null };
  const [only, another] = piles;
  if (only === undefined) {
    return { ...at, condition: condition ?? 'new', ownerId: ourCompany };
  }
  const ours = piles.filter(({ ownerId }) => ownerId === ourCompany);
  const [own, otherOwn] = ours;
  const chosen = another === undefined ? only : otherOwn === undefined ? own : undefined;
  if (chosen === undefined) {
    const conditions = [...new Set(piles.map((pile) => pile.condition))].join(', ');
    throw countsErrors.error('condition-needed', { conditions });
  }
  return { ...at, condition: chosen.condition, ownerId: chosen.ownerId };
}

async function lotOf(work: Work, partId: string, tracking: string, number: string | null) {
  if (tracking !== 'lot') return null;
  if (number === null) throw inventoryErrors.error('lot-required');
  return addLot(work, { partId, lotNumber: number });
}

export const scanPart = defineCommand({
  name: 'counts.scan-part',
  permission: 'counts.work',
  summary: 'Counts a part in a bin: so many more, or so many in all.',
  input: z.strictObject({
    binId: id,
    partId: id,
    quantity: countedQuantity.default(1),
    /** `add`: so many more; `set`: so many in all. */
    mode: z.enum(['add', 'set']).default('add'),
    lotNumber,
    condition: scannedCondition,
  }),
  output: scanned,
  errors: [
    'counts.unknown-bin',
    'counts.event-not-allowed',
    'counts.version-changed',
    'counts.bin-is-own',
    'counts.other-part',
    'counts.condition-needed',
    'counts.line-is-settled',
    'inventory.unknown-part',
    'inventory.lot-required',
    'inventory.serial-required',
    'inventory.lot-expiry-differs',
  ],
  run: async (work, { binId, partId, quantity, mode, lotNumber: number, condition }) => {
    const bin = await binForScan(work, binId, partId);
    const { tracking, partNumber } = await getPartRow(work.db, partId);
    if (tracking === 'serial') {
      throw inventoryErrors.error('serial-required', { expected: quantity, given: 0 });
    }
    const lotId = await lotOf(work, partId, tracking, number);
    const pile = await pileOf(work, bin, { partId, lotId, condition });
    const bucketId = pileId(pile);
    const { line, isFirst } = await lineForScan(work, bin, pile, bucketId);
    const { onHand, version } = await balanceOf(work, bucketId);
    await addScan(work, line, { kind: mode, quantity, onHand, version });
    const counted = mode === 'add' ? line.counted + quantity : quantity;
    const saved = await saveLine(work, line, {
      pass: line.pass,
      ...notJudged,
      counted,
      firstOnHand: isFirst || mode === 'set' ? onHand : line.firstOnHand,
      seenOnHand: onHand,
      seenVersion: version,
      countedById: work.actor.id,
      countedByName: work.actor.name,
      countedAt: work.now,
    });
    work.about(`stock-count:${bin.countId}`);
    return { lineId: saved.id, partNumber, counted };
  },
});
