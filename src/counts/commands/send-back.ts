/** An approver does not believe a difference: its bin is counted again by another person. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { advance } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { id, text } from '../../platform/scalars.ts';
import { binErrors, countAnswer } from '../answer.ts';
import { countInput, countMoved } from '../contract.ts';
import { decidedBy, linesToDecide } from '../decide.ts';
import { sendToLine, tellProgress, wakeBins } from '../send.ts';
import { stockCountFlow } from '../stock-count.machine.ts';
import { lockBins, lockCount } from '../store.ts';

export const sendBack = defineCommand({
  name: 'counts.send-back',
  permission: 'counts.approve',
  summary: 'Has differences counted again by another person.',
  input: z.strictObject({
    ...countInput,
    lineIds: z.array(id).max(2000).default([]),
    note: text(400).nullable().default(null),
  }),
  output: countMoved,
  errors: [...binErrors, 'counts.unknown-line', 'counts.something-is-to-approve'],
  run: async (work, { countId, version, lineIds, note }) => {
    const count = await lockCount(work, countId, version);
    advance(stockCountFlow, storedOf(count), { type: 'send-back' });
    const bins = await lockBins(work, countId);
    const lines = await linesToDecide(work, countId, lineIds, 'send-back');
    for (const line of lines) {
      await sendToLine(work, line, { type: 'send-back' }, decidedBy(work, note));
    }
    const binIds = new Set(lines.map(({ binId }) => binId));
    await wakeBins(
      work,
      count,
      bins.filter((bin) => binIds.has(bin.id)),
    );
    return countAnswer(await tellProgress(work, count));
  },
});
