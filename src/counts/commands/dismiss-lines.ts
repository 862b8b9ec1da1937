/** A difference is explained otherwise: it is closed with a reason and nothing is posted. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { advance } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { id, text } from '../../platform/scalars.ts';
import { countAnswer, countErrors } from '../answer.ts';
import { countInput, countMoved } from '../contract.ts';
import { decidedBy, linesToDecide } from '../decide.ts';
import { countsErrors } from '../errors.ts';
import { countersOf } from '../lines.store.ts';
import { sendToLine, tellProgress } from '../send.ts';
import { stockCountFlow } from '../stock-count.machine.ts';
import { lockCount } from '../store.ts';

export const dismissLines = defineCommand({
  name: 'counts.dismiss',
  permission: 'counts.approve',
  summary: 'Closes differences with a reason and posts nothing.',
  input: z.strictObject({
    ...countInput,
    lineIds: z.array(id).min(1).max(2000),
    note: text(400),
  }),
  output: countMoved,
  errors: [
    ...countErrors,
    'counts.unknown-line',
    'counts.something-is-to-approve',
    'counts.own-count',
  ],
  run: async (work, { countId, version, lineIds, note }) => {
    const count = await lockCount(work, countId, version);
    advance(stockCountFlow, storedOf(count), { type: 'dismiss' });
    const lines = await linesToDecide(work, countId, lineIds, 'dismiss');
    if ((await countersOf(work, lineIds)).has(work.actor.id)) throw countsErrors.error('own-count');
    for (const line of lines) {
      await sendToLine(work, line, { type: 'dismiss' }, decidedBy(work, note));
    }
    return countAnswer(await tellProgress(work, count));
  },
});
