/**
 * A person is done with a bin. A bin in which nothing was scanned must be said to be empty; lines in
 * doubt then wait for another person.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { binAnswer, binErrors } from '../answer.ts';
import { binMoved } from '../contract.ts';
import { wasScanned } from '../lines.store.ts';
import { sendToBin, tellProgress } from '../send.ts';
import { lockCountAndBin } from '../store.ts';

export const finishBin = defineCommand({
  name: 'counts.finish-bin',
  permission: 'counts.work',
  summary: 'Ends the counting of a bin; an empty one must be confirmed.',
  input: z.strictObject({ binId: id, isEmptyConfirmed: z.boolean().default(false) }),
  output: binMoved,
  errors: [...binErrors, 'counts.bin-is-own', 'counts.emptiness-is-confirmed'],
  run: async (work, { binId, isEmptyConfirmed }) => {
    const { count, bin } = await lockCountAndBin(work, binId);
    const isOwn = bin.countedById === work.actor.id;
    const isSeen = isEmptyConfirmed || (await wasScanned(work, bin));
    const finished = await sendToBin(work, count, bin, { type: 'finish', isOwn, isSeen });
    return binAnswer(await tellProgress(work, count), finished);
  },
});
