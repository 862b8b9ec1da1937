/** A person begins to count a bin; in a recount it must be somebody else than before. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { binAnswer, binErrors } from '../answer.ts';
import { binMoved } from '../contract.ts';
import { sendToBin, tellProgress } from '../send.ts';
import { lockCountAndBin } from '../store.ts';

export const openBin = defineCommand({
  name: 'counts.open-bin',
  permission: 'counts.work',
  summary: 'Begins to count a bin; a recount needs another person than the count before.',
  input: z.strictObject({ binId: id }),
  output: binMoved,
  errors: [...binErrors, 'counts.counter-is-another'],
  run: async (work, { binId }) => {
    const { count, bin } = await lockCountAndBin(work, binId);
    const isAnotherPerson = bin.countedById !== work.actor.id;
    const opened = await sendToBin(work, count, bin, { type: 'open', isAnotherPerson });
    return binAnswer(await tellProgress(work, count), opened);
  },
});
