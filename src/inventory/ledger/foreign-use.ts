/**
 * Tells what an entry used of stock that lies with us and belongs to somebody else, or that its
 * reversal gave back. It knows lines and owners; what is owed for it is kept elsewhere.
 */
import type { Work } from '../../platform/work.ts';
import { addPayables, reversePayables } from '../costs/payables.store.ts';
import { ourCompany } from '../places.ts';
import { usesForeignStock } from './crossing.rules.ts';
import type { EntryDraft } from './posting.rules.ts';

/** Notes the use of others' stock by a posted entry; most entries have none. */
export async function noteForeignUse(
  work: Work,
  draft: EntryDraft,
  entryId: string,
): Promise<void> {
  const { lines, reversesId } = draft;
  if (reversesId !== undefined) {
    const isForeign = lines.some(({ to }) => to.ownerId !== ourCompany);
    if (!isForeign) return;
    return reversePayables(work, { entryId: reversesId, byEntryId: entryId, lines: lines.length });
  }
  const uses = lines.flatMap((line, at) => {
    const { ownerId, partId } = line.from;
    return usesForeignStock(line)
      ? [{ line: at + 1, ownerId, partId, quantity: line.quantity }]
      : [];
  });
  if (uses.length > 0) await addPayables(work, entryId, uses);
}
