/** Adds a customer's unit to the installed base and to the ledger, as the customer's, at his place. */
import { z } from 'zod';
import {
  addSerial,
  findSerial,
  getPartRow,
  getPartyRow,
  place,
  postEntry,
} from '../../../inventory/index.ts';
import { defineCommand } from '../../../platform/command.ts';
import { day, id, text } from '../../../platform/scalars.ts';
import { coverageOf } from '../../coverage.ts';
import { rmaErrors } from '../../errors.ts';
import { addInstalled, findInstalled } from '../store.ts';

const input = z.strictObject({
  partId: id,
  serialNumber: text(100),
  customerId: id,
  soldOn: day.nullable().default(null),
  acceptedOn: day.nullable().default(null),
  warrantyMonths: z.int().min(0).max(240).default(12),
});

export const registerUnit = defineCommand({
  name: 'rma.register-unit',
  permission: 'rma.register-unit',
  summary: 'Adds a customer’s unit to the installed base.',
  input,
  output: z.strictObject({ serialUnitId: id }),
  errors: [
    'inventory.unknown-part',
    'inventory.unknown-party',
    'inventory.serial-not-tracked',
    'inventory.serial-taken',
    'rma.unit-registered-already',
    'rma.date-unknown',
    'rma.date-in-future',
    'rma.accepted-before-sale',
  ],
  run: async (work, { partId, serialNumber, customerId, ...terms }) => {
    const part = await getPartRow(work.db, partId);
    const customer = await getPartyRow(work.db, customerId);
    // Asked for its refusals: dates that contradict each other are refused before anything is kept.
    coverageOf({ ...terms, lastRepairedOn: null }, work.now);
    const known = await findSerial(work.db, part.id, serialNumber);
    if (known !== null && (await findInstalled(work, known.id)) !== null) {
      throw rmaErrors.error('unit-registered-already', { serialNumber });
    }
    const serialUnitId = known?.id ?? (await addSerial(work, part.id, serialNumber));
    if (known === null || known.bucketId === null) {
      const at = (locationId: string) => ({
        partId: part.id,
        locationId,
        condition: 'good' as const,
        ownerId: customer.id,
        lotId: null,
        handlingUnitId: null,
      });
      const line = { from: at(place.opening), to: at(place.customer), quantity: 1, holdId: null };
      const lines = [{ ...line, serialId: serialUnitId }];
      await postEntry(work, { kind: 'opening', document: null, reason: null, lines });
    }
    await addInstalled(work, { serialUnitId, customerId: customer.id, ...terms });
    work.about(`serial-unit:${serialUnitId}`);
    return { serialUnitId };
  },
});
