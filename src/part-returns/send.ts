/**
 * Sends an event to a locked return: reads how far its pieces are, advances the machine, performs its
 * effects, saves. It decides nothing.
 */
import { release } from '../inventory/index.ts';
import { advance } from '../platform/flow.ts';
import { storedOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { howFar } from './line-sums.rules.ts';
import { partReturnFlow } from './return.machine.ts';
import type { ReturnEffects, ReturnEvent } from './return.vocabulary.ts';
import {
  changeLine,
  linesOf,
  type PartReturnChanges,
  type PartReturnRow,
  savePartReturn,
} from './store.ts';

type Handlers = {
  readonly [K in keyof ReturnEffects]: (
    work: Work,
    on: { readonly row: PartReturnRow; readonly changes: PartReturnChanges },
  ) => Promise<void>;
};

const handlers: Handlers = {
  letGo: async (work, { row }) => {
    const lines = await linesOf(work, row.id);
    const holds = lines.flatMap(({ reservationId }) => reservationId ?? []);
    if (holds.length > 0) await release(work, holds);
    for (const { id } of lines) {
      await changeLine(work, id, { reservationId: null, removedAt: work.now });
    }
  },
  finish: async (work, { changes }) => {
    Object.assign(changes, { closedAt: work.now } satisfies PartReturnChanges);
  },
  resume: async (_work, { changes }) => {
    Object.assign(changes, { closedAt: null } satisfies PartReturnChanges);
  },
};

/**
 * Moves a locked return after its lines were written.
 * @throws part-returns.event-not-allowed or the code of the guard that refused
 */
export async function sendToReturn(
  work: Work,
  row: PartReturnRow,
  type: ReturnEvent['type'],
  told: PartReturnChanges = {},
): Promise<PartReturnRow> {
  const event = { type, ...howFar(await linesOf(work, row.id)) };
  const { stored, effects } = advance(partReturnFlow, storedOf(row), event);
  const changes = { ...told };
  for (const effect of effects) await handlers[effect.type](work, { row, changes });
  const saved = await savePartReturn(work, row, { stored, changes });
  work.emit('part-returns.moved', { returnId: row.id, event: type });
  return saved;
}

/**
 * Asks whether a step is possible before anything is done for it.
 * @throws part-returns.event-not-allowed or the code of the guard that would refuse
 */
export async function requireStep(
  work: Work,
  row: PartReturnRow,
  type: ReturnEvent['type'],
): Promise<void> {
  const event = { type, ...howFar(await linesOf(work, row.id)) };
  advance(partReturnFlow, storedOf(row), event);
}
