/** The sourcing answer of a line: where its pieces could come from, ranked, with arrival, cost, reasons. */
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import { type SourceView, sourceView } from '../contract.ts';
import { ordersErrors } from '../errors.ts';
import { answerLine } from '../sourcing/answer-line.ts';
import type { RankedSource } from '../sourcing/sourcing.vocabulary.ts';
import { getOrderRow, linesOf, orderIdOfLine } from '../store.ts';

const sourcesAtMost = 100;

function viewOf(source: RankedSource): SourceView {
  const { candidate, rank, nearness, isOnTime, isPromisable, costMinor, currency } = source;
  const stock = candidate.kind === 'stock' ? candidate : null;
  return {
    ...{ rank, kind: candidate.kind, nearness, isOnTime, isPromisable, costMinor, currency },
    partId: candidate.partId,
    partNumber: candidate.partNumber,
    siteId: candidate.siteId,
    siteCode: candidate.siteCode,
    locationId: stock?.locationId ?? null,
    locationCode: stock?.locationCode ?? null,
    condition: stock?.condition ?? null,
    lotNumber: stock?.lotNumber ?? null,
    documentNumber: candidate.kind === 'stock' ? null : candidate.documentNumber,
    free: candidate.quantity,
    arriveAt: source.arriveAt === null ? null : new Date(source.arriveAt).toISOString(),
    take: source.take,
    covers: source.covers,
    reasons: source.reasons.map(({ code, params }) => ({ code, params: { ...params } })),
  };
}

export const sourceLine = defineQuery({
  name: 'orders.source-line',
  permission: 'orders.view',
  summary:
    'Where the pieces of an order line could come from, best first, with arrival and reasons.',
  input: z.strictObject({ lineId: id }),
  output: z.strictObject({
    orderId: id,
    partNumber: z.string(),
    wanted: z.int(),
    covered: z.int(),
    waiting: z.int(),
    sources: z.array(sourceView),
  }),
  errors: ['orders.unknown-order', 'orders.unknown-order-line'],
  run: async (read, { lineId }) => {
    const order = await getOrderRow(read, await orderIdOfLine(read, lineId));
    const line = (await linesOf(read, [order.id])).find((one) => one.id === lineId);
    if (line === undefined) throw ordersErrors.error('unknown-order-line');
    const { partNumber, answer } = await answerLine(read, order, line);
    return {
      orderId: order.id,
      partNumber,
      wanted: answer.covered + answer.waiting,
      covered: answer.covered,
      waiting: answer.waiting,
      sources: answer.sources.slice(0, sourcesAtMost).map(viewOf),
    };
  },
});
