/**
 * Tells whoever sent the goods what became of them: orders in the same transaction, everybody else by
 * a fact with the opaque sources. It decides nothing about either.
 */
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

/** Tells the sources of the lines. Facts: `shipments.sent`, `arrived`, `lost`, `found`. */
export async function tellSources(work: Work, row: ShipmentRow, news: SourceNews): Promise<void> {
  work.emit(`shipments.${news.fate}`, {
    shipmentId: row.id,
    number: row.number,
    fromSiteId: row.fromSiteId,
    toSiteId: row.toSiteId,
    reason: news.reason ?? null,
    lines: news.parts.map(({ line, quantity }) => ({
      shipmentLineId: line.id,
      source: line.source,
      partId: line.partId,
      quantity,
    })),
  });
}
