/**
 * The only writer of the ledger. It refuses what is wrong with a draft, sends the posting statement,
 * and says of whatever the statement or the tables refused why. It knows part, place, quantity.
 */
import { type DomainError, invariant } from '../../platform/errors.ts';
import type { Read, Work } from '../../platform/work.ts';
import { requireOpenPeriod } from '../costs/periods.store.ts';
import { openCosts } from '../costs/store.ts';
import { inventoryErrors } from '../errors.ts';
import { crossingsOf } from './crossing.rules.ts';
import { explainRefusal } from './explain.ts';
import { explainHold } from './explain-hold.ts';
import { explainPlace } from './explain-place.ts';
import { explainSerial } from './explain-serial.ts';
import { noteForeignUse } from './foreign-use.ts';
import { type EntryDraft, flawOf } from './posting.rules.ts';
import { postingStatement } from './posting-statement.ts';

function declareRefusals(work: Work, draft: EntryDraft, { stock }: Explain): void {
  // Two postings that meet at one pile can break its second unique key on one of them.
  work.retryOn('bucket_pile');
  for (const promise of ['never_negative', 'never_over_reserved', 'part_cost_quantity']) {
    work.refuseAs(promise, stock);
  }
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

/** What the statement answered. */
interface Done {
  readonly moved: number;
  readonly placed: readonly string[];
  readonly used: readonly string[];
  readonly priced: boolean;
}

async function send(work: Work, draft: EntryDraft, entryId: string): Promise<Done> {
  const rows = await work.rows<Done>(postingStatement(work, draft, entryId));
  const done = rows[0];
  invariant(done, 'the posting statement always answers');
  return done;
}

/** Refuses when a piece was not where it is taken from, or a hold did not cover its lines. */
async function requireAll(work: Work, draft: EntryDraft, done: Done, why: Explain): Promise<void> {
  const serials = draft.lines.filter((line) => line.serialId !== null).length;
  const holds = new Set(draft.lines.flatMap((line) => line.holdId ?? [])).size;
  if (done.placed.length !== serials) {
    // It may have come back since the statement looked; the answer then is still no.
    const blocked = await why.piece(work, done.placed);
    throw (
      blocked ?? inventoryErrors.error('serial-not-here', { serialNumber: null, location: null })
    );
  }
  if (done.used.length !== holds) {
    const blocked = await explainHold(work, draft.lines, done.used);
    throw blocked ?? inventoryErrors.error('hold-not-live', { document: null });
  }
  if (done.moved !== draft.lines.length) throw inventoryErrors.error('unknown-part');
}

/** Who says why stock or a piece could not be taken. */
export interface Explain {
  readonly stock: (read: Read) => Promise<DomainError>;
  /** @param done pieces that were taken care of */
  readonly piece: (read: Read, done: readonly string[]) => Promise<DomainError | null>;
}

/**
 * Posts an entry: all its lines or none.
 * @param explain who says why stock or a piece could not be taken, if not the ledger itself
 * @returns the id of the entry
 * @throws inventory.insufficient-stock, serial-not-here, serial-held, serial-required, hold-not-live,
 *   lot-required, already-reversed, posting-key-taken, no-lines, same-pile, period-closed,
 *   effective-in-future
 */
export async function postEntry(
  work: Work,
  draft: EntryDraft,
  explain: Explain = {
    stock: (read) => explainRefusal(read, draft.lines),
    piece: (read, done) => explainSerial(read, draft.lines, done),
  },
): Promise<string> {
  refuseFlaw(draft);
  declareRefusals(work, draft, explain);
  if (draft.effectiveAt !== undefined) await requireOpenPeriod(work, draft.effectiveAt);
  const entryId = work.newId();
  let done = await send(work, draft, entryId);
  if (!done.priced) {
    // The first time a part crosses the border it gets its cost row; nothing was written so far.
    await openCosts(
      work.db,
      crossingsOf(draft).map(({ part_id }) => part_id),
    );
    done = await send(work, draft, entryId);
  }
  await requireAll(work, draft, done, explain);
  await noteForeignUse(work, draft, entryId);
  const partIds = [...new Set(draft.lines.map((line) => line.from.partId))];
  work.emit('inventory.posted', { entryId, kind: draft.kind, partIds });
  return entryId;
}
