/**
 * The only writer of the ledger. It refuses what is wrong with a draft, sends the posting statement,
 * and says of whatever the statement or the tables refused why. It knows part, place, quantity.
 */
import { invariant } from '../../platform/errors.ts';
import type { Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { explainRefusal } from './explain.ts';
import { explainHold } from './explain-hold.ts';
import { explainPlace } from './explain-place.ts';
import { explainSerial } from './explain-serial.ts';
import { type EntryDraft, flawOf } from './posting.rules.ts';
import { postingStatement } from './posting-statement.ts';

function declareRefusals(work: Work, draft: EntryDraft): void {
  // Two postings that meet at one pile can break its second unique key on one of them.
  work.retryOn('bucket_pile');
  work.refuseAs('never_negative', (read) => explainRefusal(read, draft.lines));
  work.refuseAs('never_over_reserved', (read) => explainRefusal(read, draft.lines));
  work.refuseAs('bucket_location_holds_stock', (read) => explainPlace(read, draft.lines));
  work.refuseAs('movement_serial_named', async () => inventoryErrors.error('serial-required'));
  work.refuseAs('bucket_lot', async () => inventoryErrors.error('lot-required'));
  work.refuseAs('entry_reversed_once', async () => inventoryErrors.error('already-reversed'));
  work.refuseAs('entry_posting_key', async () => inventoryErrors.error('posting-key-taken'));
}

function refuseFlaw(draft: EntryDraft): void {
  const flaw = flawOf(draft);
  if (flaw === null) return;
  invariant(flaw !== 'bad-quantity', 'a posting line must be a whole positive quantity');
  if (flaw === 'piece-twice') {
    const pieces = draft.lines.flatMap((line) => line.serialId ?? []);
    const given = new Set(pieces).size;
    throw inventoryErrors.error('serial-required', { expected: pieces.length, given });
  }
  if (flaw === 'hold-on-two-piles')
    throw inventoryErrors.error('hold-not-live', { document: null });
  throw inventoryErrors.error(flaw);
}

/**
 * Posts an entry: all its lines or none.
 * @returns the id of the entry
 * @throws inventory.insufficient-stock, serial-not-here, serial-held, serial-required, hold-not-live,
 *   lot-required, already-reversed, posting-key-taken, no-lines, same-pile
 */
export async function postEntry(work: Work, draft: EntryDraft): Promise<string> {
  refuseFlaw(draft);
  declareRefusals(work, draft);
  const entryId = work.newId();
  const rows = await work.db.execute<{ moved: number; placed: string[]; used: string[] }>(
    postingStatement(work, draft, entryId),
  );
  const done = rows[0];
  invariant(done, 'the posting statement always answers');
  const serials = draft.lines.filter((line) => line.serialId !== null).length;
  const holds = new Set(draft.lines.flatMap((line) => line.holdId ?? [])).size;
  if (done.placed.length !== serials) {
    // It may have come back since the statement looked; the answer then is still no.
    const why = await explainSerial(work, draft.lines, done.placed);
    throw why ?? inventoryErrors.error('serial-not-here', { serialNumber: null, location: null });
  }
  if (done.used.length !== holds) {
    const why = await explainHold(work, draft.lines, done.used);
    throw why ?? inventoryErrors.error('hold-not-live', { document: null });
  }
  if (done.moved !== draft.lines.length) throw inventoryErrors.error('unknown-part');
  const partIds = [...new Set(draft.lines.map((line) => line.from.partId))];
  work.emit('inventory.posted', { entryId, partIds });
  return entryId;
}
