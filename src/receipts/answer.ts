/** What a command that took goods in answers: the receipt, what is filed, and who was served from it. */
import type { Read } from '../platform/work.ts';
import type { ReceivedGoods } from './contract.ts';
import type { DiscrepancyKind } from './discrepancy.vocabulary.ts';
import type { RecordedReceipt } from './record-receipt.ts';
import { orderNumbers } from './store.ts';

/** The answer about one receipt. */
export async function answerOf(read: Read, recorded: RecordedReceipt): Promise<ReceivedGoods> {
  const { receiptId, number, entryId, outcomes, discrepancies, fed } = recorded;
  const numbers = await orderNumbers(
    read,
    fed.map(({ orderId }) => orderId),
  );
  const sum = (count: (outcome: (typeof outcomes)[number]) => number) =>
    outcomes.reduce((total, one) => total + count(one), 0);
  return {
    receiptId,
    number,
    entryId,
    accepted: sum(({ accepted }) => accepted),
    quarantined: sum(({ quarantined }) => quarantined),
    discrepancies: discrepancies.map((row) => {
      return { id: row.id, number: row.number, kind: row.kind as DiscrepancyKind };
    }),
    fed: fed.map(({ orderId, partId, quantity }) => {
      return { orderId, orderNumber: numbers.get(orderId) ?? '', partId, quantity };
    }),
  };
}
