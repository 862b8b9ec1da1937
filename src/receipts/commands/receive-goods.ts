/** Takes goods in without a list: from a supplier, a customer or a technician, counted at the door. */
import { z } from 'zod';
import { conditionCode } from '../../inventory/contract.ts';
import { getSiteLocation, place } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, moneyMinor, text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { answerOf } from '../answer.ts';
import { countedLine, receivedGoods } from '../contract.ts';
import { receiptsErrors } from '../errors.ts';
import type { IncomingLine, IncomingTrouble } from '../incoming.rules.ts';
import { recordReceiptErrors } from '../receipt-errors.ts';
import { recordReceipt } from '../record-receipt.ts';
import { getReceiptRow, pilesAtCustomers, type ReceiptRow } from '../store.ts';

const goodLine = countedLine.extend({
  condition: conditionCode.default('new'),
  /** What all of it cost, in minor units. */
  valueMinor: moneyMinor.nullable().default(null),
});

const input = z.strictObject({
  locationId: id,
  kind: z.enum(['manual', 'customer', 'technician']).default('manual'),
  /** The receipt of the same person to go on with. */
  receiptId: id.nullable().default(null),
  sender: text(200).nullable().default(null),
  documentNumber: text(100).nullable().default(null),
  note: text(1000).nullable().default(null),
  /** The technician's van. */
  fromLocationId: id.nullable().default(null),
  lines: z.array(goodLine).max(500).default([]),
  /** What came as it should not; it waits in quarantine. */
  wrong: z
    .array(
      goodLine.extend({
        kind: z.enum(['wrong-part', 'damaged', 'unexpected']),
        expectedPartId: id.nullable().default(null),
        note: text(500).nullable().default(null),
      }),
    )
    .max(500)
    .default([]),
});
type Input = z.output<typeof input>;

async function ownReceipt(work: Work, receiptId: string, siteId: string): Promise<ReceiptRow> {
  const row = await getReceiptRow(work, receiptId);
  const isOwn = row.receivedById === work.actor.id && row.siteId === siteId;
  if (!isOwn || row.document !== null) throw receiptsErrors.error('other-receipt');
  return row;
}

/** From where in the books each line comes. */
async function origins(work: Work, { kind, fromLocationId, lines, wrong }: Input) {
  if (kind === 'technician' && fromLocationId !== null) {
    const van = await getSiteLocation(work, fromLocationId);
    return () => ({ fromPlace: van.id });
  }
  if (kind !== 'customer') return () => ({ fromPlace: place.supplier });
  const piles = await pilesAtCustomers(
    work,
    [...lines, ...wrong].map(({ partId }) => partId),
  );
  // What the books never sent to a customer is opened there, so that nothing lies here unseen.
  return ({ partId, quantity, serialNumbers }: z.output<typeof goodLine>) => {
    const known = piles.get(partId);
    const isThere = known !== undefined && known.onHand >= quantity && serialNumbers.length === 0;
    return isThere ? { fromPile: known.pile } : { fromPlace: place.opening };
  };
}

export const receiveGoods = defineCommand({
  name: 'receipts.receive-goods',
  permission: 'receipts.work',
  summary: 'Takes goods in without a list: from a supplier, a customer or a technician.',
  input,
  output: receivedGoods,
  errors: [...recordReceiptErrors, 'receipts.unknown-receipt', 'receipts.other-receipt'],
  run: async (work, given) => {
    const { siteId, id: locationId } = await getSiteLocation(work, given.locationId);
    const { kind, sender, documentNumber, note, receiptId } = given;
    const receipt = receiptId === null ? null : await ownReceipt(work, receiptId, siteId);
    const from = await origins(work, given);
    const incoming = (line: z.output<typeof goodLine>): IncomingLine => {
      const { valueMinor, ...rest } = line;
      const cost = valueMinor === null ? {} : { valueMinor };
      return { ...rest, ...cost, ...from(line), expectedSource: null };
    };
    const discrepancies = given.wrong.map(({ kind: wrong, expectedPartId, note: why, ...line }) => {
      const trouble: IncomingTrouble = {
        ...incoming(line),
        kind: wrong,
        expectedPartId,
        note: why,
      };
      return trouble;
    });
    const recorded = await recordReceipt(work, {
      ...{ siteId, locationId, kind, sender, documentNumber, note },
      document: null,
      lines: given.lines.map(incoming),
      discrepancies,
      ...(receipt === null ? {} : { receipt }),
    });
    work.about(`receipt:${recorded.receiptId}`);
    return answerOf(work, recorded);
  },
});
