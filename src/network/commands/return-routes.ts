/** Says where returned parts go: adds, changes and retires return routes. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { routeWords } from '../contract.ts';
import { hasOneSubject } from '../return-route.rules.ts';
import { requireRouteEnds, routeEndErrors } from '../route-ends.ts';
import { addRouteRow, changeRouteRow, lockRoute, refuseBadRoute } from '../routes.store.ts';

const subjectRule = { path: ['partClass'], error: 'invalid' };

export const addReturnRoute = defineCommand({
  name: 'network.add-return-route',
  permission: 'network.edit',
  summary: 'Says where returned parts of a kind and condition go.',
  input: z.strictObject(routeWords).refine(hasOneSubject, subjectRule),
  output: z.strictObject({ routeId: z.uuid() }),
  errors: [...routeEndErrors],
  run: async (work, input) => {
    await requireRouteEnds(work, input);
    refuseBadRoute(work);
    const routeId = await addRouteRow(work, input);
    work.about(`return-route:${routeId}`);
    return { routeId };
  },
});

export const changeReturnRoute = defineCommand({
  name: 'network.change-return-route',
  permission: 'network.edit',
  summary: 'Changes where returned parts of a kind and condition go.',
  input: z
    .strictObject({ routeId: id, version: z.int(), ...routeWords })
    .refine(hasOneSubject, subjectRule),
  output: z.strictObject({ version: z.int() }),
  errors: ['network.unknown-route', 'platform.stale-version', ...routeEndErrors],
  run: async (work, { routeId, version, ...values }) => {
    work.about(`return-route:${routeId}`);
    await lockRoute(work, routeId, version);
    await requireRouteEnds(work, values);
    refuseBadRoute(work);
    await changeRouteRow(work, routeId, values);
    return { version: version + 1 };
  },
});

export const retireReturnRoute = defineCommand({
  name: 'network.retire-return-route',
  permission: 'network.edit',
  summary: 'Takes a return route out of use.',
  input: z.strictObject({ routeId: id, version: z.int() }),
  output: z.strictObject({ version: z.int() }),
  errors: ['network.unknown-route', 'platform.stale-version'],
  run: async (work, { routeId, version }) => {
    work.about(`return-route:${routeId}`);
    await lockRoute(work, routeId, version);
    await changeRouteRow(work, routeId, { retiredAt: work.now });
    return { version: version + 1 };
  },
});
