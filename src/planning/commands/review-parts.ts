/** Reviews parts whose stock has moved; sent by the product itself after every posting. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { reviewParts } from '../review.ts';

export const reviewMovedParts = defineCommand({
  name: 'planning.review-parts',
  permission: 'planning.review',
  summary: 'Reviews the levels of parts whose stock has moved.',
  input: z.strictObject({ partIds: z.array(id).max(5000) }),
  output: z.strictObject({ short: z.int() }),
  errors: [],
  run: async (work, { partIds }) => ({ short: await reviewParts(work, partIds) }),
});
