/**
 * Tells whoever sent the goods what became of them: orders in the same transaction, everybody else by
 * a fact with the opaque sources. It decides nothing about either.
 */
import { allocationsArrived, allocationsShipped } from '../orders/index.ts';
import type { Work } from '../platform/work.ts';
import type { LineRow } from './lines.store.ts';
import type { ShipmentRow } from './store.ts';

/** So much of one line. */
export interface LinePart {
  readonly line: LineRow;
  readonly quantity: number;
  /** Of what arrived, pieces nobody can use. */
  readonly unusable?: number;
}

/** What became of goods. */
export interface SourceNews {
  readonly fate: 'sent' | 'arrived' | 'lost' | 'found';
  readonly parts: readonly LinePart[];
  readonly reason?: string;
}

interface Share {
  readonly allocationId: string;
  readonly quantity: number;
  readonly unusable: number;
}

function perAllocation(parts: readonly LinePart[]): Share[] {
  const sums = new Map<string, Share>();
  for (const { line, quantity, unusable = 0 } of parts) {
    const { allocationId } = line;
    if (allocationId === null) continue;
    const before = sums.get(allocationId) ?? { quantity: 0, unusable: 0 };
    sums.set(allocationId, {
      allocationId,
      quantity: before.quantity + quantity,
      unusable: before.unusable + unusable,
    });
  }
  return [...sums.values()];
}

async function tellOrders(work: Work, { fate, parts }: SourceNews): Promise<void> {
  const sums = perAllocation(parts);
  if (sums.length === 0 || fate === 'found') return;
  if (fate === 'sent') {
    await allocationsShipped(
      work,
      sums.map(({ allocationId }) => allocationId),
    );
    return;
  }
  await allocationsArrived(
    work,
    sums.map(({ allocationId, quantity, unusable }) => ({
      allocationId,
      received: fate === 'arrived' ? quantity - unusable : 0,
      // What came broken is no more use to whoever waits than what never came.
      lost: fate === 'lost' ? quantity : unusable,
    })),
  );
}

/**
 * Tells the sources of the lines. Facts: `shipments.sent`, `arrived`, `lost`, `found`.
 * @throws what orders refuse
 */
export async function tellSources(work: Work, row: ShipmentRow, news: SourceNews): Promise<void> {
  await tellOrders(work, news);
  work.about(`shipment:${row.id}`);
  work.emit(`shipments.${news.fate}`, {
    shipmentId: row.id,
    number: row.number,
    fromSiteId: row.fromSiteId,
    toSiteId: row.toSiteId,
    reason: news.reason ?? null,
    lines: news.parts.map(({ line, quantity, unusable = 0 }) => ({
      shipmentLineId: line.id,
      source: line.source,
      allocationId: line.allocationId,
      partId: line.partId,
      quantity,
      unusable,
    })),
  });
}
