/**
 * The dock takes a unit in. The scanned serial decides between the dock and quarantine; a covered
 * repair opens its job at once, so that the traveller leads straight to the bench.
 */
import { z } from 'zod';
import {
  addSerial,
  findSerial,
  getSerial,
  getSiteLocation,
  pileOfSerial,
  place,
  postEntry,
} from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { allowedEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { whereIs } from '../answer.ts';
import { lineErrors } from '../command-errors.ts';
import { lineInput, moved } from '../contract.ts';
import { rmaErrors } from '../errors.ts';
import { rmaLineFlow } from '../rma-line.machine.ts';
import { sendToLine } from '../send.ts';
import { getRma, type LineRow, lockLine } from '../store.ts';

async function unitThatArrived(work: Work, row: LineRow, serialNumber: string): Promise<string> {
  const expected = await getSerial(work.db, row.serialUnitId);
  const known = await findSerial(work.db, expected.partId, serialNumber);
  if (known !== null && known.bucketId !== null) {
    const pile = await pileOfSerial(work.db, known.id);
    if (pile.locationId !== place.customer) {
      throw rmaErrors.error('unit-is-here-already', { serialNumber });
    }
    return known.id;
  }
  // Nobody knew this piece: it enters the ledger as the customer's, so that nothing lies here unseen.
  const { customerId } = await getRma(work, row.rmaId);
  const serialId = known?.id ?? (await addSerial(work, expected.partId, serialNumber));
  const at = (locationId: string) => ({
    partId: expected.partId,
    locationId,
    condition: 'unverified' as const,
    ownerId: customerId,
    lotId: null,
    handlingUnitId: null,
  });
  const line = { from: at(place.opening), to: at(place.customer), quantity: 1, serialId };
  const lines = [{ ...line, holdId: null }];
  const { code: document, siteId } = row;
  await postEntry(work, { kind: 'opening', document, siteId, reason: null, lines });
  return serialId;
}

function mayBeRepairedNow(row: LineRow): boolean {
  return allowedEvents(rmaLineFlow, storedOf(row)).some(
    ({ event, allowed }) => event === 'decide-repair' && allowed,
  );
}

export const receiveUnit = defineCommand({
  name: 'rma.receive',
  permission: 'rma.receive',
  summary: 'Takes a unit in at the dock; another serial than expected goes to quarantine.',
  input: z.strictObject({
    ...lineInput,
    serialNumber: text(100),
    dockId: id.nullable().default(null),
    accessories: z.array(text(100)).max(30).nullable().default(null),
  }),
  output: moved,
  errors: [
    ...lineErrors,
    'rma.unit-mismatch',
    'rma.unit-is-here-already',
    'rma.location-kind-differs',
  ],
  run: async (work, { lineId, version, serialNumber, dockId, accessories }) => {
    const row = await lockLine(work, lineId, version);
    const expected = await getSerial(work.db, row.serialUnitId);
    const serialMatches = expected.serialNumber.toUpperCase() === serialNumber.toUpperCase();
    if (dockId !== null) {
      const { kind } = await getSiteLocation(work, dockId);
      if (kind !== 'dock') throw rmaErrors.error('location-kind-differs', { kind });
    }
    const event = { type: 'receive', serialMatches, serial: serialNumber } as const;
    const changes = accessories === null ? {} : { accessories };
    if (serialMatches) {
      const facts = dockId === null ? {} : { dockId };
      const received = await sendToLine(work, row, event, { facts, changes });
      if (mayBeRepairedNow(received)) await sendToLine(work, received, { type: 'decide-repair' });
      return whereIs(work, lineId);
    }
    if (!work.acknowledged.has('rma.unit-mismatch')) {
      throw rmaErrors.error('unit-mismatch', {
        expected: expected.serialNumber,
        arrived: serialNumber,
      });
    }
    const arrivedUnitId = await unitThatArrived(work, row, serialNumber);
    const facts = { arrivedUnitId, arrivedSerial: serialNumber };
    await sendToLine(work, row, event, { facts, changes });
    return whereIs(work, lineId);
  },
});
