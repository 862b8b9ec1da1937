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
}

/** What became of goods. */
export interface SourceNews {
  readonly fate: 'sent' | 'arrived' | 'lost' | 'found';
  readonly parts: readonly LinePart[];
  readonly reason?: string;
}

function perAllocation(parts: readonly LinePart[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const { line, quantity } of parts) {
    const { allocationId } = line;
    if (allocationId === null) continue;
    sums.set(allocationId, (sums.get(allocationId) ?? 0) + quantity);
  }
  return [...sums];
}

async function tellOrders(work: Work, { fate, parts }: SourceNews): Promise<void> {
  const sums = perAllocation(parts);
  if (sums.length === 0 || fate === 'found') return;
  if (fate === 'sent') {
    await allocationsShipped(
      work,
      sums.map(([allocationId]) => allocationId),
    );
    return;
  }
  await allocationsArrived(
    work,
    sums.map(([allocationId, quantity]) => ({
      allocationId,
      received: fate === 'arrived' ? quantity : 0,
      lost: fate === 'lost' ? quantity : 0,
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
    lines: news.parts.map(({ line, quantity }) => ({
      shipmentLineId: line.id,
      source: line.source,
      allocationId: line.allocationId,
      partId: line.partId,
      quantity,
    })),
  });
}
