/** The sourcing answer of one line as it stands: everything that could serve it, ranked, with reasons. */
import type { Read } from '../../platform/work.ts';
import { planLineOf } from '../allocation/plan-line.ts';
import type { OrderLineRow, OrderRow } from '../store.ts';
import { gather } from './gather.ts';
import { laterCandidates } from './later.ts';
import { answerSourcing } from './sourcing.rules.ts';
import type { SourcingAnswer } from './sourcing.vocabulary.ts';

/** What could serve a line, and how its part is called. A line that waits for nothing is answered whole. */
export async function answerLine(
  read: Read,
  order: OrderRow,
  line: OrderLineRow,
): Promise<{ readonly partNumber: string; readonly answer: SourcingAnswer }> {
  const ground = await gather(read, {
    destinationIds: [order.destinationId],
    partIds: [line.partId],
  });
  const { wanted, ways } = planLineOf(ground, { order, line }, read.now);
  const standIns = ground.standIns.get(line.partId) ?? [];
  const stock = standIns.flatMap((standIn) =>
    ground.piles
      .filter(({ partId }) => partId === standIn.partId)
      .map((pile) => ({ ...pile, standIn })),
  );
  const later = await laterCandidates(read, standIns, order.siteId);
  const quantity = wanted.quantity > 0 ? wanted.quantity : line.quantity;
  const answer = answerSourcing({ ...wanted, quantity }, [...stock, ...later], ways);
  const own = standIns.find(({ partId }) => partId === line.partId);
  return { partNumber: own?.partNumber ?? '', answer };
}
