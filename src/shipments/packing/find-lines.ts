/** Finds the lines of a shipment that a command names. A line of another shipment does not exist. */
import type { Read } from '../../platform/work.ts';
import { shipmentsErrors } from '../errors.ts';
import { type LineRow, linesOf } from '../lines.store.ts';
import type { LineShare } from './pack-lines.ts';

/** The lines with these ids, each once. @throws shipments.unknown-line */
export async function findLines(
  read: Read,
  shipmentId: string,
  lineIds: readonly string[],
): Promise<LineRow[]> {
  const byId = new Map((await linesOf(read, shipmentId)).map((line) => [line.id, line]));
  return [...new Set(lineIds)].map((lineId) => {
    const line = byId.get(lineId);
    if (line === undefined) throw shipmentsErrors.error('unknown-line');
    return line;
  });
}

/** What a person names of a line: all of it when no quantity is said. */
export interface NamedShare {
  readonly lineId: string;
  readonly quantity: number | null;
}

/** The shares that are named, summed per line. @throws shipments.unknown-line, more-than-in-line */
export async function findShares(
  read: Read,
  shipmentId: string,
  named: readonly NamedShare[],
): Promise<LineShare[]> {
  const lines = await findLines(
    read,
    shipmentId,
    named.map(({ lineId }) => lineId),
  );
  return lines.map((line) => {
    const own = named.filter(({ lineId }) => lineId === line.id);
    const quantity = own.reduce((sum, one) => sum + (one.quantity ?? line.quantity), 0);
    if (quantity > line.quantity) {
      throw shipmentsErrors.error('more-than-in-line', { asked: quantity, there: line.quantity });
    }
    return { line, quantity };
  });
}
