/** Parts are handed over at the counter of their own site: no shipment, a receipt, and a place. */
import { z } from 'zod';
import { getSiteLocation, release } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, quantity } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { type IncomingGoods, recordReceipt, recordReceiptErrors } from '../../receipts/index.ts';
import { whereIs } from '../answer.ts';
import { returnErrors } from '../command-errors.ts';
import { movedReturn, returnInput } from '../contract.ts';
import { partReturnsErrors } from '../errors.ts';
import { followLine, lockOwedOf } from '../follow-owed.ts';
import { listedOf } from '../line-sums.rules.ts';
import { holdFor, sourceOf } from '../list-goods.ts';
import { requireStep, sendToReturn } from '../send.ts';
import {
  changeLine,
  linesOf,
  lockPartReturn,
  type PartReturnLineRow,
  pileOfLine,
  serialNumbersOf,
} from '../store.ts';
import { travelConditionOf } from '../travel.rules.ts';

interface Share {
  readonly line: PartReturnLineRow;
  readonly quantity: number;
}

function sharesOf(
  lines: readonly PartReturnLineRow[],
  chosen: readonly { readonly lineId: string; readonly quantity: number | null }[] | null,
): Share[] {
  const all = lines.map((line) => ({ line, quantity: listedOf(line) }));
  if (chosen === null) return all.filter((share) => share.quantity > 0);
  const byLine = new Map(chosen.map((one) => [one.lineId, one]));
  return [...byLine.values()].map(({ lineId, quantity: wanted }) => {
    const share = all.find(({ line }) => line.id === lineId);
    if (share === undefined) throw partReturnsErrors.error('unknown-line');
    const taken = wanted ?? share.quantity;
    if (taken > share.quantity || taken === 0) {
      throw partReturnsErrors.error('more-than-listed', { listed: share.quantity, told: taken });
    }
    return { line: share.line, quantity: taken };
  });
}

/** Lets the goods go for the receipt to take, all in this transaction: their piles stay locked. */
async function letGo(work: Work, shares: readonly Share[]): Promise<void> {
  const holds = shares.flatMap(({ line }) => line.reservationId ?? []);
  if (holds.length > 0) await release(work, holds);
}

async function keepRest(work: Work, { line, quantity: taken }: Share): Promise<PartReturnLineRow> {
  const rest = listedOf(line) - taken;
  const { id: lineId, serialId } = line;
  const wish = { pile: pileOfLine(line), quantity: rest, serialId, lineId };
  const [reservationId = null] = rest > 0 ? await holdFor(work, [wish]) : [];
  const changes = { handed: line.handed + taken, reservationId };
  await changeLine(work, line.id, changes);
  return { ...line, ...changes };
}

async function incoming(work: Work, shares: readonly Share[]): Promise<IncomingGoods['lines']> {
  const serialIds = shares.flatMap(({ line }) => line.serialId ?? []);
  const numbers = await serialNumbersOf(work, serialIds);
  return shares.map(({ line, quantity: taken }) => {
    const fromPile = pileOfLine(line);
    const number = line.serialId === null ? undefined : numbers.get(line.serialId);
    return {
      partId: line.partId,
      quantity: taken,
      serialNumbers: number === undefined ? [] : [number],
      condition: travelConditionOf(fromPile.condition, true),
      expectedSource: sourceOf(line.id),
      fromPile,
    };
  });
}

export const handOverReturn = defineCommand({
  name: 'part-returns.hand-over',
  permission: 'part-returns.inspect',
  summary: 'Takes listed parts over at the counter of their own site, without a shipment.',
  input: z.strictObject({
    ...returnInput,
    /** Where they are put. */
    locationId: id,
    /** Only these, or so many of them; all that is listed when left out. */
    lines: z
      .array(z.strictObject({ lineId: id, quantity: quantity.nullable().default(null) }))
      .min(1)
      .max(200)
      .nullable()
      .default(null),
  }),
  output: movedReturn.extend({ receiptNumber: z.string(), pieces: z.int() }),
  errors: [
    ...returnErrors,
    ...recordReceiptErrors,
    'part-returns.some-are-listed',
    'part-returns.different-sites',
    'part-returns.unknown-line',
    'part-returns.more-than-listed',
  ],
  run: async (work, { returnId, version, locationId, lines: chosen }) => {
    const row = await lockPartReturn(work, returnId, { end: 'from', version });
    await requireStep(work, row, 'hand-over');
    const { id: placeId, siteId } = await getSiteLocation(work, locationId);
    if (siteId !== row.siteId) throw partReturnsErrors.error('different-sites');
    const shares = sharesOf(await linesOf(work, row.id), chosen);
    const owed = await lockOwedOf(
      work,
      shares.map(({ line }) => line),
    );
    const lines = await incoming(work, shares);
    await letGo(work, shares);
    const receipt = await recordReceipt(work, {
      ...{ siteId, locationId: placeId, kind: 'return' as const, lines, discrepancies: [] },
      ...{ document: `part-return:${row.id}`, documentNumber: row.number },
      sender: row.createdByName,
    });
    for (const share of shares) {
      const line = await keepRest(work, share);
      const { entryId } = receipt;
      await followLine(work, line, { owed: owed.get(line.owedReturnId ?? ''), entryId });
    }
    const saved = await sendToReturn(work, row, 'hand-over');
    work.about(`part-return:${row.id}`);
    const pieces = shares.reduce((sum, share) => sum + share.quantity, 0);
    return { ...whereIs(saved), receiptNumber: receipt.number, pieces };
  },
});
