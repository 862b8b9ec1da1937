/**
 * The machines of counts and of changes of stock, walked to the end: every event in every configuration
 * moves or refuses with a declared code, buttons agree with moves, and each place is stored as one word.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeKinds } from '../../src/counts/changes/stock-change.vocabulary.ts';
import type { CountTally } from '../../src/counts/counting.vocabulary.ts';
import {
  countBinFlow,
  countLineFlow,
  countsErrors,
  stockChangeFlow,
  stockCountFlow,
} from '../../src/counts/index.ts';
import { DomainError } from '../../src/platform/errors.ts';
import {
  advance,
  allowedEvents,
  everyEvent,
  type Flow,
  regionStates,
  type StoredFlow,
  startFlow,
} from '../../src/platform/flow.ts';
import type { EffectMap } from '../../src/platform/flow-effects.ts';
import { restoreSnapshot, storeSnapshot } from '../../src/platform/flow-snapshot.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { explore, stuck } from '../support/explore.ts';

interface Alone {
  readonly stored: StoredFlow;
  readonly isDone: boolean;
}

function answer<E extends { readonly type: string }, C, I, Fx extends EffectMap>(
  flow: Flow<E, C, I, Fx>,
  stored: StoredFlow,
  event: E,
): Alone | string {
  try {
    return advance(flow, stored, event);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

function describeMachine<E extends { readonly type: string }, C, I, Fx extends EffectMap>(
  flow: Flow<E, C, I, Fx>,
  inputs: readonly I[],
  events: readonly E[],
): void {
  const graph = explore<Alone, E>({
    starts: inputs.map((input) => ({ stored: startFlow(flow, input).stored, isDone: false })),
    key: ({ stored }) => JSON.stringify(stored.snapshot),
    isClosed: ({ isDone }) => isDone,
    moves: ({ stored }) =>
      events.flatMap((move) => {
        const next = answer(flow, stored, move);
        return typeof next === 'string' ? [] : [{ move, next }];
      }),
  });
  const places = [...graph.configurations.values()];

  it('can finish from every configuration', () => {
    expect(graph.closed.length).toBeGreaterThan(1);
    expect(stuck(graph)).toEqual([]);
  });

  it('is sampled with every event, takes each somewhere, and enters every state', () => {
    const types = (from: readonly { readonly type: string }[]) =>
      [...new Set(from.map(({ type }) => type))].sort();
    expect(types(events)).toEqual([...everyEvent(flow)].sort());
    expect(types(graph.edges.map(({ move }) => move))).toEqual([...everyEvent(flow)].sort());
    const entered = places.map(({ stored }) => regionStates(flow, stored).top ?? '');
    expect(new Set(entered)).toEqual(new Set(Object.keys(flow.machine.root.states)));
  });

  it('moves or refuses with a declared code, and its buttons say so beforehand', () => {
    for (const { stored } of places) {
      const buttons = new Map(allowedEvents(flow, stored).map((said) => [said.event, said]));
      for (const type of everyEvent(flow)) {
        const answers = events.filter((e) => e.type === type).map((e) => answer(flow, stored, e));
        const codes = answers.filter((one) => typeof one === 'string');
        for (const code of codes) expect(countsErrors.codes).toContain(code);
        const button = buttons.get(type);
        expect(button?.allowed ?? false).toBe(codes.length < answers.length);
        if (button === undefined) {
          expect(new Set(codes)).toEqual(new Set(['counts.event-not-allowed']));
        }
        if (button?.allowed === false) expect(codes).toContain(button.refusal);
      }
    }
    expect(places.length).toBeGreaterThan(3);
  });

  it('is the same after a trip through JSON', () => {
    for (const { stored } of places) {
      const read: StoredFlow = JSON.parse(JSON.stringify(stored));
      expect(storeSnapshot(flow, restoreSnapshot(flow, read))).toEqual(stored);
    }
    expect(places.length).toBeGreaterThan(3);
  });
}

const bit = [0, 1] as const;
const tallies: CountTally[] = bit.flatMap((binsUntouched) =>
  bit.flatMap((binsLeft) =>
    bit.flatMap((toRecount) =>
      bit.flatMap((toApprove) =>
        bit.map((posted) => ({ bins: 1, binsUntouched, binsLeft, toRecount, toApprove, posted })),
      ),
    ),
  ),
);

describe('count', () => {
  describeMachine(
    stockCountFlow,
    [{ bins: 1 }],
    [
      ...tallies.map((tally) => ({ type: 'progress' as const, tally })),
      { type: 'approve' },
      { type: 'send-back' },
      { type: 'dismiss' },
      { type: 'cancel' },
    ],
  );
});

describe('bin', () => {
  describeMachine(
    countBinFlow,
    [undefined],
    [
      { type: 'open', isAnotherPerson: true },
      { type: 'open', isAnotherPerson: false },
      { type: 'scan', isOwn: true },
      { type: 'scan', isOwn: false },
      { type: 'finish', isOwn: true, isSeen: true },
      { type: 'finish', isOwn: true, isSeen: false },
      { type: 'finish', isOwn: false, isSeen: true },
      { type: 'restart' },
      { type: 'recount' },
      { type: 'close' },
      { type: 'cancel' },
    ],
  );

  it('is counted again by nobody who counted it last', () => {
    let { stored } = startFlow(countBinFlow, undefined);
    for (const event of [
      { type: 'open', isAnotherPerson: true } as const,
      { type: 'finish', isOwn: true, isSeen: true } as const,
      { type: 'recount' } as const,
    ]) {
      stored = advance(countBinFlow, stored, event).stored;
    }
    expect(() => advance(countBinFlow, stored, { type: 'open', isAnotherPerson: false })).toThrow(
      'counts.counter-is-another',
    );
    const { effects } = advance(countBinFlow, stored, { type: 'open', isAnotherPerson: true });
    expect(effects).toEqual([{ type: 'startPass', params: { isRecount: true } }]);
  });
});

describe('line', () => {
  describeMachine(
    countLineFlow,
    [undefined],
    [
      { type: 'scan' },
      ...(['right', 'within', 'beyond'] as const).map((verdict) => {
        return { type: 'judge' as const, verdict };
      }),
      { type: 'recount' },
      { type: 'give-up' },
      { type: 'approve' },
      { type: 'send-back' },
      { type: 'dismiss' },
      { type: 'cancel' },
    ],
  );

  it('believes the second count whatever it says', () => {
    let { stored } = startFlow(countLineFlow, undefined);
    const ends = [
      { type: 'judge', verdict: 'beyond' } as const,
      { type: 'recount' } as const,
      { type: 'judge', verdict: 'beyond' } as const,
    ].map((event) => {
      const move = advance(countLineFlow, stored, event);
      stored = move.stored;
      return move.after;
    });
    expect(ends).toEqual(['to-recount', 'counting', 'to-approve']);
  });
});

describe('change of stock', () => {
  describeMachine(
    stockChangeFlow,
    changeKinds.map((kind) => ({ kind })),
    [{ type: 'approve' }, { type: 'reject' }, { type: 'cancel' }],
  );

  it('holds what is to be scrapped and gives it back when the answer is no', () => {
    const scrap = startFlow(stockChangeFlow, { kind: 'scrap' });
    const said = (event: 'approve' | 'reject' | 'cancel') =>
      advance(stockChangeFlow, scrap.stored, { type: event }).effects.map(({ type }) => type);
    expect(scrap.effects).toEqual([{ type: 'secureStock', params: { isHeld: true } }]);
    expect([said('approve'), said('reject'), said('cancel')]).toEqual([
      ['scrapStock'],
      ['releaseStock'],
      ['releaseStock'],
    ]);
  });
});

describe('every state', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it.each([
    ['stock_count_state', stockCountFlow.machine.root.states],
    ['count_bin_state', countBinFlow.machine.root.states],
    ['count_line_state', countLineFlow.machine.root.states],
    ['stock_change_state', stockChangeFlow.machine.root.states],
  ] as const)('of %s is the same list in machine and database', async (name, states) => {
    const [row] = await database.owner<{ text: string }[]>`
      select pg_get_constraintdef(oid) as text from pg_constraint where conname = ${name}`;
    const words = [...(row?.text ?? '').matchAll(/'([^']+)'::text/g)].map(([, state]) => state);
    expect(words.sort()).toEqual(Object.keys(states).sort());
  });
});
