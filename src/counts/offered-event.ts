/** How the views of this room tell a step that has an arrow now. Shape only. */
import { z } from 'zod';

/** One event that has an arrow now: allowed, or refused with the code that says why. */
export const offeredEvent = z.strictObject({
  event: z.string(),
  allowed: z.boolean(),
  refusal: z.string().nullable(),
});
