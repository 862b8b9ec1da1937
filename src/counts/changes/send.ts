/**
 * Starts and moves stock changes: performs what the machine asks for, one handler per effect. It never
 * asks in which state a change is.
 */
import { type Pile, place, postEntry, release, reserve } from '../../inventory/index.ts';
import { advance } from '../../platform/flow.ts';
import type { EffectOf } from '../../platform/flow-effects.ts';
import { storedOf } from '../../platform/flow-row.ts';
import type { Work } from '../../platform/work.ts';
import { valueAtCost } from '../value.ts';
import { stockChangeFlow } from './stock-change.machine.ts';
import type { StockChangeEffects, StockChangeEvent } from './stock-change.vocabulary.ts';
import {
  type ChangeChanges,
  type ChangePieceRow,
  type ChangeRow,
  changePieces,
  noteHold,
  pileOfChange,
  saveChange,
} from './store.ts';

async function holdPieces(work: Work, row: ChangeRow): Promise<void> {
  const pieces = await changePieces(work, row.id);
  const pile = pileOfChange(row);
  const wishes = pieces.map(({ quantity, serialId }) => {
    return { pile, quantity, serialId, document: row.number, expiresAt: null };
  });
  const holdIds = await reserve(work, wishes);
  for (const [at, { id }] of pieces.entries()) await noteHold(work, id, holdIds[at] ?? '');
}

async function post(work: Work, row: ChangeRow, kind: 'scrap' | 'adjustment') {
  const here = pileOfChange(row);
  const away: Pile = {
    ...here,
    locationId: kind === 'scrap' ? place.scrap : place.countDifference,
  };
  const [from, to] = row.direction === 'up' ? [away, here] : [here, away];
  const lines = (await changePieces(work, row.id)).map(
    ({ quantity, serialId, holdId }: ChangePieceRow) => {
      return { from, to, quantity, serialId, holdId };
    },
  );
  const reason = row.note === null ? row.reasonCode : `${row.reasonCode}: ${row.note}`;
  const { number: document, siteId } = row;
  return postEntry(work, { kind, document, siteId, reason, lines });
}

/** The entry, and what was written off or on: the value as it was before the posting. */
async function posted(work: Work, row: ChangeRow, kind: 'scrap' | 'adjustment') {
  const valueMinor = await valueAtCost(work, row.partId, row.quantity);
  return { valueMinor, entryId: await post(work, row, kind) };
}

/** Performs one effect; answers what it changes in the row. */
export async function performEffect(
  work: Work,
  row: ChangeRow,
  effect: EffectOf<StockChangeEffects>,
): Promise<ChangeChanges> {
  switch (effect.type) {
    case 'secureStock':
      if (effect.params.isHeld) await holdPieces(work, row);
      return {};
    case 'scrapStock':
      return posted(work, row, 'scrap');
    case 'correctStock':
      return posted(work, row, 'adjustment');
    case 'releaseStock': {
      const pieces = await changePieces(work, row.id);
      await release(
        work,
        pieces.flatMap(({ holdId }) => holdId ?? []),
      );
      return {};
    }
  }
}

/** Moves a locked change and performs what follows. @throws counts.event-not-allowed */
export async function sendToChange(
  work: Work,
  row: ChangeRow,
  event: StockChangeEvent,
  note: string | null,
): Promise<ChangeRow> {
  const move = advance(stockChangeFlow, storedOf(row), event);
  const changes: ChangeChanges = {
    decidedAt: work.now,
    decidedById: work.actor.id,
    decidedByName: work.actor.name,
    decisionNote: note,
  };
  for (const effect of move.effects) {
    Object.assign(changes, await performEffect(work, row, effect));
  }
  work.about(`stock-change:${row.id}`);
  const saved = await saveChange(work, row, move.stored, changes);
  work.emit('counts.change-decided', { changeId: row.id, number: row.number, event: event.type });
  return saved;
}
