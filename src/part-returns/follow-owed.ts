/**
 * Carries what became of a line over to the obligation it answers: come back, lost, found, closed.
 * When the part has come back is said by the pieces of the line alone.
 */
import { lockReturns, mayMove, type OwedReturnRow, sendToOwed } from '../inventory/index.ts';
import type { Work } from '../platform/work.ts';
import { isAllAnswered, onTheWayOf, toInspectOf } from './line-sums.rules.ts';
import type { PartReturnLineRow } from './store.ts';

/** What is noted when an obligation is closed. */
export interface ClosingNote {
  readonly reason: string | null;
  readonly credit: {
    readonly minor: number;
    readonly currency: string;
    readonly reference: string | null;
  } | null;
}

/** The columns of a credit and of who closed it. */
export function closingColumns(work: Work, { reason, credit }: ClosingNote) {
  const noted =
    credit === null
      ? {}
      : {
          creditMinor: credit.minor,
          creditCurrency: credit.currency,
          creditReference: credit.reference,
        };
  return {
    ...noted,
    ...(reason === null ? {} : { closingReason: reason }),
    closedAt: work.now,
    closedByName: work.actor.name,
  };
}

/** The obligations of lines, locked, by id. Lock the return before and piles after. */
export async function lockOwedOf(
  work: Work,
  lines: readonly PartReturnLineRow[],
): Promise<Map<string, OwedReturnRow>> {
  const ids = lines.flatMap(({ owedReturnId }) => owedReturnId ?? []);
  return new Map((await lockReturns(work, ids)).map((row) => [row.id, row]));
}

async function comeBack(
  work: Work,
  owed: OwedReturnRow,
  { line, entryId }: { readonly line: PartReturnLineRow; readonly entryId: string | null },
): Promise<OwedReturnRow> {
  if (line.handed + line.arrived === 0) {
    return mayMove(owed, 'lose') ? sendToOwed(work, owed, { type: 'lose' }) : owed;
  }
  if (!mayMove(owed, 'arrive')) return owed;
  const closing = entryId === null ? {} : { closingEntryId: entryId };
  return sendToOwed(work, owed, { type: 'arrive' }, { ...closing, returnedAt: work.now });
}

/** Follows one line, as it now is, with its locked obligation. */
export async function followLine(
  work: Work,
  line: PartReturnLineRow,
  about: {
    readonly owed: OwedReturnRow | undefined;
    readonly entryId?: string | null;
    readonly note?: ClosingNote;
  },
): Promise<void> {
  const { owed, entryId = null, note = { reason: null, credit: null } } = about;
  if (owed === undefined) return;
  if (onTheWayOf(line) > 0 && mayMove(owed, 'find')) {
    await sendToOwed(work, owed, { type: 'find' });
    return;
  }
  if (!isAllAnswered(line)) return;
  const back = await comeBack(work, owed, { line, entryId });
  if (toInspectOf(line) > 0 || !mayMove(back, 'close')) return;
  await sendToOwed(work, back, { type: 'close' }, closingColumns(work, note));
}
