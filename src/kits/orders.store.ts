/** Writes the documents of built and broken kits, numbered; nothing of them changes afterwards. */
import { nextNumber } from '../platform/numbering.ts';
import type { Work } from '../platform/work.ts';
import { kitOrder, kitOrderLine } from './tables.ts';

/** A line of a document, before it has its place in it. */
export type NewLine = Omit<typeof kitOrderLine.$inferInsert, 'orderId' | 'line'>;

/** The id and number of a document to be written. */
export async function nameOrder(work: Work): Promise<{ id: string; number: string }> {
  const number = await nextNumber(work.db, { sequence: 'kit_order_number_seq', prefix: 'KIT' });
  return { id: work.newId(), number };
}

/** Writes a document with its lines, in the name of the acting person. */
export async function writeOrder(
  work: Work,
  values: Omit<typeof kitOrder.$inferInsert, 'createdAt' | 'createdById' | 'createdByName'>,
  lines: readonly NewLine[],
): Promise<void> {
  const by = { createdAt: work.now, createdById: work.actor.id, createdByName: work.actor.name };
  await work.db.insert(kitOrder).values({ ...values, ...by });
  for (let start = 0; start < lines.length; start += 500) {
    const some = lines.slice(start, start + 500);
    await work.db
      .insert(kitOrderLine)
      .values(some.map((line, at) => ({ ...line, orderId: values.id, line: start + at + 1 })));
  }
}
