/** Brings a request up to its order; sent by the product itself when the order has got on. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id } from '../../../platform/scalars.ts';
import { whereIsRequest } from '../answer.ts';
import { requestErrors } from '../command-errors.ts';
import { requestMoved } from '../contract.ts';
import { followOrder } from '../follow.ts';
import { lockRequest } from '../store.ts';

export const followOrderOfRequest = defineCommand({
  name: 'requests.follow-order',
  permission: 'requests.follow',
  summary: 'Brings a request up to what its order says.',
  input: z.strictObject({ requestId: id }),
  output: requestMoved,
  errors: requestErrors,
  run: async (work, { requestId }) => {
    await followOrder(work, await lockRequest(work, requestId));
    return whereIsRequest(work, requestId);
  },
});
