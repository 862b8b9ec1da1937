/** Sets how a part is valued, and revalues what there is of it, with a reason. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id, moneyMinor, text } from '../../../platform/scalars.ts';
import { inventoryErrors } from '../../errors.ts';
import { getPartRow } from '../../parts/store.ts';
import { costMethods, revalue } from '../cost.rules.ts';
import { lockCost, writeRevaluation } from '../store.ts';

export const setCostMethod = defineCommand({
  name: 'costs.set-method',
  permission: 'costs.edit',
  summary: 'Values a part by the moving average or by a standard, and revalues its stock.',
  input: z.strictObject({
    partId: id,
    method: z.enum(costMethods),
    /** What one piece is worth from now on, in minor units; the average may keep what it has. */
    unitMinor: moneyMinor.nullable().default(null),
    reason: text(400),
  }),
  output: z.strictObject({ valueMinor: z.int(), deltaMinor: z.int() }),
  errors: [
    'inventory.unknown-part',
    'inventory.standard-needs-cost',
    'inventory.nothing-to-revalue',
    'inventory.value-too-large',
  ],
  run: async (work, { partId, method, unitMinor, reason }) => {
    const part = await getPartRow(work.db, partId);
    const changed = revalue(await lockCost(work, part.id), { method, unitMinor });
    if (typeof changed === 'string') throw inventoryErrors.error(changed);
    await writeRevaluation(work, part.id, { ...changed, reason });
    work.about(`part:${part.id}`);
    return { valueMinor: changed.valueMinor, deltaMinor: changed.deltaMinor };
  },
});
