/** Gives a discrepancy to somebody to look after, takes it up oneself, or gives it back to all. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { lockDiscrepancy, nameOfPerson, saveDiscrepancy } from '../discrepancy.store.ts';
import { receiptsErrors } from '../errors.ts';

export const assignDiscrepancy = defineCommand({
  name: 'receipts.assign-discrepancy',
  permission: 'receipts.resolve',
  summary: 'Gives a discrepancy to a person, or back to the queue of all.',
  input: z.strictObject({
    discrepancyId: id,
    version: z.int().nullable().default(null),
    /** Null gives it back to whoever takes it up. */
    personId: id.nullable(),
  }),
  output: z.strictObject({ id, version: z.int(), ownerName: z.string().nullable() }),
  errors: ['receipts.unknown-discrepancy', 'receipts.unknown-person', 'receipts.version-changed'],
  run: async (work, { discrepancyId, version, personId }) => {
    const row = await lockDiscrepancy(work, discrepancyId, version);
    work.about(`discrepancy:${row.id}`);
    const ownerName = personId === null ? null : await nameOfPerson(work, personId);
    if (personId !== null && ownerName === null) throw receiptsErrors.error('unknown-person');
    const saved = await saveDiscrepancy(work, row, { ownerId: personId, ownerName });
    return { id: saved.id, version: saved.version, ownerName };
  },
});
