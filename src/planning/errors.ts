/** What planning may refuse. */
import { type CodesOf, defineErrors } from '../platform/errors.ts';

export const planningErrors = defineErrors('planning', {
  'max-not-above-min': 'invalid',
});

export type PlanningErrorCode = CodesOf<typeof planningErrors>;
