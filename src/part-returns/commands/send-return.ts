/** The box leaves: what was listed is on the road at once, and the obligations in it are no longer owed. */
import { z } from 'zod';
import { postEntry, release, sendToOwed } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { openShipment, sendOff } from '../../shipments/index.ts';
import { whereIs } from '../answer.ts';
import { returnErrors } from '../command-errors.ts';
import { movedReturn, returnInput } from '../contract.ts';
import { partReturnsErrors } from '../errors.ts';
import { lockOwedOf } from '../follow-owed.ts';
import { listedOf } from '../line-sums.rules.ts';
import { sourceOf } from '../list-goods.ts';
import { requireStep, sendToReturn } from '../send.ts';
import {
  changeLine,
  linesOf,
  lockPartReturn,
  type PartReturnLineRow,
  type PartReturnRow,
  pileOfLine,
} from '../store.ts';
import { travelPileOf } from '../travel-pile.ts';

/** What was usable is unverified from here on; the rest is only let go for the shipment to hold. */
async function relabel(work: Work, row: PartReturnRow, lines: readonly PartReturnLineRow[]) {
  const changing = lines.filter(({ condition, travelCondition }) => condition !== travelCondition);
  const others = lines.filter(({ condition, travelCondition }) => condition === travelCondition);
  const holds = others.flatMap(({ reservationId }) => reservationId ?? []);
  if (holds.length > 0) await release(work, holds);
  if (changing.length === 0) return;
  await postEntry(work, {
    kind: 'return',
    document: row.number,
    reason: null,
    siteId: row.siteId,
    lines: changing.map((line) => ({
      from: pileOfLine(line),
      to: travelPileOf(line),
      quantity: listedOf(line),
      serialId: line.serialId,
      holdId: line.reservationId,
    })),
  });
}

export const sendPartReturn = defineCommand({
  name: 'part-returns.send',
  permission: 'part-returns.send',
  summary: 'Hands the box of a return to the carrier; its parts are on the road from this moment.',
  input: z.strictObject({
    ...returnInput,
    carrier: text(80).nullable().default(null),
    trackingNumber: text(80).nullable().default(null),
  }),
  output: movedReturn.extend({ shipmentId: z.uuid(), shipmentNumber: z.string() }),
  errors: [
    ...returnErrors,
    'part-returns.some-are-listed',
    'part-returns.end-is-here',
    'shipments.event-not-allowed',
    'shipments.version-changed',
    'shipments.it-holds-goods',
    'shipments.everything-is-packed',
  ],
  run: async (work, { returnId, version, carrier, trackingNumber }) => {
    const row = await lockPartReturn(work, returnId, { end: 'from', version });
    await requireStep(work, row, 'send');
    const { siteId: fromSiteId, toSiteId, toPartyId, number } = row;
    if (toSiteId === fromSiteId) throw partReturnsErrors.error('end-is-here');
    const lines = (await linesOf(work, row.id)).filter((line) => listedOf(line) > 0);
    const owed = await lockOwedOf(work, lines);
    await relabel(work, row, lines);
    const opened = await openShipment(work, {
      kind: toPartyId === null ? 'return' : 'supplier-return',
      ...{ fromSiteId, toSiteId, toPartyId, toLocationId: null, shipTo: null },
      ...{ document: `part-return:${row.id}`, documentNumber: number, note: row.note },
      goods: lines.map((line) => ({
        source: sourceOf(line.id),
        pile: travelPileOf(line),
        quantity: listedOf(line),
        serialId: line.serialId,
      })),
    });
    const shipment = await sendOff(work, opened.shipment, {
      ...{ rest: 'unboxed', carrier, trackingNumber, mode: null, promisedOn: null },
    });
    for (const [at, line] of lines.entries()) {
      const shipmentLineId = opened.lines[at]?.id ?? null;
      await changeLine(work, line.id, {
        ...{ sent: listedOf(line), reservationId: null, shipmentLineId },
      });
    }
    for (const one of owed.values()) await sendToOwed(work, one, { type: 'send' });
    const told = { shipmentId: shipment.id, shipmentNumber: shipment.number, sentAt: work.now };
    const saved = await sendToReturn(work, row, 'send', told);
    work.about(`part-return:${row.id}`);
    return {
      ...whereIs(saved),
      shipmentId: shipment.id,
      shipmentNumber: shipment.number,
    };
  },
});
