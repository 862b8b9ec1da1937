/** What the room of kits and bills of material may refuse. */
import { defineErrors } from '../platform/errors.ts';

export const kitsErrors = defineErrors('kits', {
  'unknown-kit': 'not-found',
});
