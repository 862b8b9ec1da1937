/** Begins a bin anew: what was scanned in this pass counts for nothing, and anybody may open it. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { binAnswer, binErrors } from '../answer.ts';
import { binMoved } from '../contract.ts';
import { sendToBin, tellProgress } from '../send.ts';
import { lockCountAndBin } from '../store.ts';

export const restartBin = defineCommand({
  name: 'counts.restart-bin',
  permission: 'counts.work',
  summary: 'Gives up what was scanned in a bin, so that it is counted from the start.',
  input: z.strictObject({ binId: id }),
  output: binMoved,
  errors: binErrors,
  run: async (work, { binId }) => {
    const { count, bin } = await lockCountAndBin(work, binId);
    const restarted = await sendToBin(work, count, bin, { type: 'restart' });
    return binAnswer(await tellProgress(work, count), restarted);
  },
});
