/** A clerk opens an order without a request; what is free is promised to it at once. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id, quantity, text } from '../../platform/scalars.ts';
import { viewAnswer } from '../allocation/answer.ts';
import { allocatedOutput, noteInput, priority } from '../contract.ts';
import { momentOf, refuseParts, requireDestination } from '../destination.ts';
import { openOrder } from '../open-order.ts';
import { gather } from '../sourcing/gather.ts';

const lineInput = z.strictObject({ partId: id, quantity });

export const createOrder = defineCommand({
  name: 'orders.create',
  permission: 'orders.manage',
  summary: 'Opens an order without a request and promises what is free to it.',
  input: z.strictObject({
    destinationId: id,
    priority: priority.default(3),
    neededBy: z.iso.datetime().nullable().default(null),
    documentNumber: text(100).nullable().default(null),
    shipTo: text(400).nullable().default(null),
    note: noteInput,
    lines: z.array(lineInput).min(1).max(100),
  }),
  output: allocatedOutput,
  errors: [
    'inventory.unknown-location',
    'inventory.unknown-part',
    'orders.destination-cannot-hold-stock',
    'orders.part-is-retired',
  ],
  run: async (work, { destinationId, neededBy, documentNumber, lines, ...rest }) => {
    const partIds = lines.map(({ partId }) => partId);
    const ground = await gather(work, { destinationIds: [destinationId], partIds });
    const { siteId } = requireDestination(work, ground.destinations.get(destinationId));
    refuseParts(partIds, ground.parts);
    const wish = {
      ...{ kind: 'manual', requestId: null, siteId, destinationId },
      ...{ document: null, documentNumber, ...rest },
      neededBy: momentOf(neededBy),
      requestedBy: work.actor,
      lines: lines.map((line) => ({ ...line, requestLineId: null })),
    };
    const { order, allocated } = await openOrder(work, wish, ground);
    const covered = allocated.reduce((sum, { covers }) => sum + covers, 0);
    const wanted = lines.reduce((sum, line) => sum + line.quantity, 0);
    return viewAnswer(order, wanted - covered, allocated);
  },
});
