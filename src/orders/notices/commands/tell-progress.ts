/**
 * Tells whoever waits for goods that they have left, come in, come in broken or got lost; sent by the
 * product itself.
 */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { id, quantity } from '../../../platform/scalars.ts';
import { concernedBy } from '../concerned.store.ts';
import type { NoticeKey } from '../notice.vocabulary.ts';
import { tell } from '../tell.ts';

const keyOf = {
  sent: 'line-shipped',
  arrived: 'line-arrived',
  lost: 'line-lost',
  unusable: 'line-unusable',
} as const satisfies Readonly<Record<string, NoticeKey>>;

export const tellProgress = defineCommand({
  name: 'notices.tell-progress',
  permission: 'notices.tell',
  summary: 'Tells whoever waits for goods what became of them on the road.',
  input: z.strictObject({
    fate: z.enum(['sent', 'arrived', 'lost', 'unusable']),
    /** The number of the shipment. */
    shipment: z.string(),
    shares: z.array(z.strictObject({ allocationId: id, quantity })).max(5000),
  }),
  output: z.strictObject({ told: z.int() }),
  errors: [],
  run: async (work, { fate, shipment, shares }) => {
    const concerned = await concernedBy(work, shares);
    for (const { personId, about, number, parts } of concerned) {
      await tell(work, { personId, about, key: keyOf[fate], params: { number, parts, shipment } });
    }
    return { told: concerned.length };
  },
});
