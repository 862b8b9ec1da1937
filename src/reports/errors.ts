/** What the room of inventory and transaction reports may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const reportsErrors = defineErrors('reports', {
  'days-reversed': 'invalid',
  'too-many-periods': 'invalid',
  'whole-company-only': 'forbidden',
});
