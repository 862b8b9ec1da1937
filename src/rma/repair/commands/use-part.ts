/**
 * The technician puts a part into the unit: it leaves bench stock in the ledger, and the part that
 * came out is defective stock on the bench, owed back.
 */
import { z } from 'zod';
import {
  addSerial,
  findSerial,
  findTakablePile,
  getPartRow,
  getSiteLocation,
  pileOfSerial,
} from '../../../inventory/index.ts';
import { defineCommand } from '../../../platform/command.ts';
import { id, quantity, text } from '../../../platform/scalars.ts';
import type { Work } from '../../../platform/work.ts';
import { jobErrors } from '../../command-errors.ts';
import { jobInput, moved } from '../../contract.ts';
import { rmaErrors } from '../../errors.ts';
import { locationOf } from '../../unit-moves.ts';
import type { PartUse } from '../job-effects.ts';
import { getJob } from '../store.ts';
import { moveJob } from './job-event.ts';

const input = z.strictObject({
  ...jobInput,
  partId: id,
  quantity: quantity.default(1),
  /** Where the part is taken from; the bench of the job when not said. */
  locationId: id.nullable().default(null),
  serialNumber: text(100).nullable().default(null),
  removedSerialNumber: text(100).nullable().default(null),
  /** Whether the part that came out is owed back; false for what is used up. */
  removedPartIsOwed: z.boolean().default(true),
});

async function removedPiece(work: Work, partId: string, serialNumber: string): Promise<string> {
  const known = await findSerial(work.db, partId, serialNumber);
  return known?.id ?? addSerial(work, partId, serialNumber);
}

async function useOf(
  work: Work,
  asked: z.output<typeof input>,
  locationId: string,
): Promise<PartUse> {
  const { partId, serialNumber, removedSerialNumber } = asked;
  const part = await getPartRow(work.db, partId);
  if (part.tracking !== 'serial') {
    const wanted = { partId, locationId, quantity: asked.quantity };
    const from = await findTakablePile(work, wanted);
    return { from, quantity: asked.quantity, serialId: null, removedSerialId: null };
  }
  if (serialNumber === null) throw rmaErrors.error('serial-is-needed');
  if (asked.removedPartIsOwed && removedSerialNumber === null) {
    throw rmaErrors.error('removed-serial-required');
  }
  const piece = await findSerial(work.db, partId, serialNumber);
  if (piece === null) throw rmaErrors.error('piece-not-at-bench', { serialNumber });
  const from = await pileOfSerial(work.db, piece.id);
  if (from.locationId !== locationId) throw rmaErrors.error('piece-not-at-bench', { serialNumber });
  const removedSerialId =
    removedSerialNumber === null ? null : await removedPiece(work, partId, removedSerialNumber);
  return { from, quantity: 1, serialId: piece.id, removedSerialId };
}

export const usePart = defineCommand({
  name: 'repair.use-part',
  permission: 'repair.work',
  summary: 'Puts a part from bench stock into the unit; the removed part is owed back.',
  input,
  output: moved.extend({ usageId: id }),
  errors: [
    ...jobErrors,
    'rma.serial-is-needed',
    'rma.removed-serial-required',
    'rma.piece-not-at-bench',
  ],
  run: async (work, asked) => {
    const { jobId, version, removedPartIsOwed } = asked;
    const job = await getJob(work, jobId);
    const from = asked.locationId ?? job.benchId ?? (await locationOf(work, job.siteId, 'bench'));
    const place = await getSiteLocation(work, from);
    const use = await useOf(work, asked, place.id);
    const usageId = work.newId();
    const event = { type: 'use-part', usageId, defectiveMustComeBack: removedPartIsOwed } as const;
    const answer = await moveJob(work, { jobId, version }, event, { use });
    return { ...answer, usageId };
  },
});
