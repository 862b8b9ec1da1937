/** Changes a lane, or takes it out of use. Shipments that left on it keep what they were promised. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { laneWords } from '../contract.ts';
import { changeLaneRow, lockLane, refuseOneSite } from '../lane-changes.store.ts';
import { laneEndErrors, requireLaneEnds } from '../lane-ends.ts';
import { endsAfterStart } from '../validity.rules.ts';

const lockErrors = [
  'network.unknown-lane',
  'network.lane-retired',
  'platform.stale-version',
] as const;

export const changeLane = defineCommand({
  name: 'network.change-lane',
  permission: 'network.edit',
  summary: 'Changes a lane; what has left on it keeps its promise.',
  input: z
    .strictObject({ laneId: id, version: z.int(), ...laneWords })
    .refine(endsAfterStart, { path: ['validTo'], error: 'invalid' }),
  output: z.strictObject({ version: z.int() }),
  errors: [...lockErrors, ...laneEndErrors],
  run: async (work, { laneId, version, ...values }) => {
    work.about(`lane:${laneId}`);
    await lockLane(work, laneId, version);
    await requireLaneEnds(work, values);
    refuseOneSite(work);
    await changeLaneRow(work, laneId, values);
    return { version: version + 1 };
  },
});

export const retireLane = defineCommand({
  name: 'network.retire-lane',
  permission: 'network.edit',
  summary: 'Takes a lane out of use.',
  input: z.strictObject({ laneId: id, version: z.int() }),
  output: z.strictObject({ version: z.int() }),
  errors: [...lockErrors],
  run: async (work, { laneId, version }) => {
    work.about(`lane:${laneId}`);
    await lockLane(work, laneId, version);
    await changeLaneRow(work, laneId, { retiredAt: work.now });
    return { version: version + 1 };
  },
});
