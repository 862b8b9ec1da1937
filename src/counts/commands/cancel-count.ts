/** Ends a count before anything of it was posted; its bins may be counted by others again. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { text } from '../../platform/scalars.ts';
import { countAnswer, countErrors } from '../answer.ts';
import { countInput, countMoved } from '../contract.ts';
import { sendToCount } from '../send.ts';
import { lockCount } from '../store.ts';

export const cancelCount = defineCommand({
  name: 'counts.cancel',
  permission: 'counts.manage',
  summary: 'Ends a count of which nothing is posted yet.',
  input: z.strictObject({ ...countInput, reason: text(400) }),
  output: countMoved,
  errors: [...countErrors, 'counts.nothing-is-posted'],
  run: async (work, { countId, version, reason }) => {
    const count = await lockCount(work, countId, version);
    return countAnswer(
      await sendToCount(work, count, { type: 'cancel' }, { cancelReason: reason }),
    );
  },
});
