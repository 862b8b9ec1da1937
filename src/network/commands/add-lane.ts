/** Adds a lane between two sites. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { laneWords } from '../contract.ts';
import { addLaneRow, refuseOneSite } from '../lane-changes.store.ts';
import { laneEndErrors, requireLaneEnds } from '../lane-ends.ts';
import { endsAfterStart } from '../validity.rules.ts';

export const addLane = defineCommand({
  name: 'network.add-lane',
  permission: 'network.edit',
  summary: 'Adds a lane from one site to another, with its times, cost and calendar.',
  input: z.strictObject(laneWords).refine(endsAfterStart, { path: ['validTo'], error: 'invalid' }),
  output: z.strictObject({ laneId: z.uuid() }),
  errors: [...laneEndErrors],
  run: async (work, input) => {
    await requireLaneEnds(work, input);
    refuseOneSite(work);
    const laneId = await addLaneRow(work, input);
    work.about(`lane:${laneId}`);
    return { laneId };
  },
});
