/**
 * Sends an event to a count, a bin or a line inside a command: advance the machine, perform its effects,
 * save. The three documents speak to each other only through here. It decides nothing.
 */
import { advance, allowedEvents } from '../platform/flow.ts';
import { storedOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { balancesOf, keepSeen } from './balances.store.ts';
import { countBinFlow } from './count-bin.machine.ts';
import { countLineFlow } from './count-line.machine.ts';
import type { CountBinEvent, CountLineEvent, StockCountEvent } from './counting.vocabulary.ts';
import { judgePass } from './judge.ts';
import {
  type LineChanges,
  type LineRow,
  lockLines,
  lockLinesOfBin,
  saveLine,
} from './lines.store.ts';
import { stockCountFlow } from './stock-count.machine.ts';
import {
  type BinChanges,
  type BinRow,
  type CountRow,
  lockBins,
  saveBin,
  saveCount,
  tallyOf,
} from './store.ts';

/** The tolerance a count was opened with. */
function toleranceOf(count: CountRow) {
  const { tolerancePieces, tolerancePercent, toleranceValueMinor } = count;
  return {
    pieces: tolerancePieces,
    percent: tolerancePercent,
    valueMinor: toleranceValueMinor,
  };
}

/** Moves a locked line. @throws counts.event-not-allowed */
export function sendToLine(
  work: Work,
  row: LineRow,
  event: CountLineEvent,
  changes: LineChanges = {},
): Promise<LineRow> {
  return saveLine(work, row, changes, advance(countLineFlow, storedOf(row), event).stored);
}

function lineTakes(row: LineRow, event: CountLineEvent['type']): boolean {
  return allowedEvents(countLineFlow, storedOf(row)).some((one) => one.event === event);
}

/** Sends an event to those of the lines that wait for it. */
async function sendToLines(work: Work, rows: readonly LineRow[], event: CountLineEvent) {
  for (const row of rows) if (lineTakes(row, event.type)) await sendToLine(work, row, event);
}

async function startPass(work: Work, bin: BinRow, isRecount: boolean): Promise<BinChanges> {
  const pass = bin.pass + 1;
  await keepSeen(work, bin, pass, await balancesOf(work, bin));
  if (isRecount) {
    await sendToLines(work, await lockLinesOfBin(work, bin.id), { type: 'recount' });
  }
  const { id: countedById, name: countedByName } = work.actor;
  return { pass, countedById, countedByName, openedAt: work.now, finishedAt: null };
}

/**
 * Moves a locked bin and performs what follows; a finished bin with lines in doubt waits for another
 * person at once.
 * @throws counts.event-not-allowed, or the code of the guard that refused
 */
export async function sendToBin(
  work: Work,
  count: CountRow,
  row: BinRow,
  event: CountBinEvent,
): Promise<BinRow> {
  const move = advance(countBinFlow, storedOf(row), event);
  let changes: BinChanges = {};
  let hasDoubts = false;
  for (const effect of move.effects) {
    if (effect.type === 'startPass') {
      changes = await startPass(work, row, effect.params.isRecount);
    } else if (effect.type === 'dropPass') {
      await sendToLines(work, await lockLinesOfBin(work, row.id), { type: 'give-up' });
    } else {
      changes = { finishedAt: work.now };
      const tolerance = toleranceOf(count);
      hasDoubts = await judgePass(work, row, { tolerance, isRecount: effect.params.isRecount });
    }
  }
  const saved = await saveBin(work, row, move.stored, changes);
  return hasDoubts ? sendToBin(work, count, saved, { type: 'recount' }) : saved;
}

/** Has locked bins counted again; one that somebody is about to count again anyway stays as it is. */
export async function wakeBins(
  work: Work,
  count: CountRow,
  bins: readonly BinRow[],
): Promise<void> {
  for (const bin of bins) {
    const events = allowedEvents(countBinFlow, storedOf(bin));
    if (events.some(({ event }) => event === 'recount')) {
      await sendToBin(work, count, bin, { type: 'recount' });
    }
  }
}

async function endBins(work: Work, count: CountRow, event: 'close' | 'cancel') {
  for (const bin of await lockBins(work, count.id)) {
    await sendToBin(work, count, bin, { type: event });
  }
}

/** Moves a locked count and performs what follows. @throws counts.event-not-allowed, a guard's code */
export async function sendToCount(
  work: Work,
  row: CountRow,
  event: StockCountEvent,
  changes: Partial<Pick<CountRow, 'cancelReason'>> = {},
): Promise<CountRow> {
  const move = advance(stockCountFlow, storedOf(row), event);
  for (const effect of move.effects) {
    if (effect.type === 'closeBins') await endBins(work, row, 'close');
    else {
      await endBins(work, row, 'cancel');
      await sendToLines(work, await lockLines(work, row.id, []), { type: 'cancel' });
    }
  }
  work.about(`stock-count:${row.id}`);
  const saved = await saveCount(work, row, move, changes);
  if (move.isDone) work.emit('counts.closed', { countId: row.id, number: row.number });
  return saved;
}

/** Tells the locked count how far its bins and lines are. */
export async function tellProgress(work: Work, row: CountRow): Promise<CountRow> {
  return sendToCount(work, row, { type: 'progress', tally: await tallyOf(work, row.id) });
}
