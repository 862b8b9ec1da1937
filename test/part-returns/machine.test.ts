/** The machines of a return and of an obligation, walked to the end. */
import { describe, expect, it } from 'vitest';
import { owedFlow } from '../../src/inventory/index.ts';
import { partReturnFlow } from '../../src/part-returns/index.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { advance, everyEvent, type StoredFlow, startFlow } from '../../src/platform/flow.ts';
import { explore, stuck } from '../support/explore.ts';

interface Place {
  readonly stored: StoredFlow;
}

const both = [true, false];
const sums = both.flatMap((isAllGone) =>
  both.flatMap((isAllIn) =>
    both.flatMap((isAllInspected) =>
      both.map((isUntouched) => ({ isAllGone, isAllIn, isAllInspected, isUntouched })),
    ),
  ),
);

/** The next place, or null for a refusal; anything else is a defect. */
function tried(send: () => Place): Place | null {
  try {
    return send();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const stateOf = ({ stored }: Place) => String((stored.snapshot as { value: unknown }).value);

describe('a return of parts', () => {
  const events = everyEvent(partReturnFlow).flatMap((type) =>
    sums.map((sum) => ({ type, ...sum })),
  );
  const graph = explore<Place, (typeof events)[number]>({
    starts: [startFlow(partReturnFlow, undefined)],
    key: ({ stored }) => JSON.stringify(stored.snapshot),
    isClosed: (place) => ['closed', 'cancelled'].includes(stateOf(place)),
    moves: ({ stored }) =>
      events.flatMap((move) => {
        const next = tried(() => advance(partReturnFlow, stored, move));
        return next === null ? [] : [{ move, next }];
      }),
  });

  it('has a way out of every place and takes every event somewhere', () => {
    expect(stuck(graph)).toEqual([]);
    expect(new Set(graph.edges.map(({ move }) => move.type))).toEqual(
      new Set(everyEvent(partReturnFlow)),
    );
  });

  it('is never closed while a piece is listed, on the way or uninspected', () => {
    for (const { move, to } of graph.edges) {
      const next = graph.configurations.get(to);
      if (next === undefined || stateOf(next) !== 'closed') continue;
      expect(move).toMatchObject({ isAllGone: true, isAllIn: true, isAllInspected: true });
    }
    expect(graph.closed.length).toBeGreaterThan(1);
  });
});

describe('an obligation', () => {
  it('has a way out of every place, and no way back from what was given up but being found', () => {
    const types = everyEvent(owedFlow);
    const graph = explore<Place, (typeof types)[number]>({
      starts: [startFlow(owedFlow, undefined)],
      key: stateOf,
      isClosed: (place) => ['closed', 'cancelled', 'written-off'].includes(stateOf(place)),
      moves: ({ stored }) =>
        types.flatMap((type) => {
          const next = tried(() => advance(owedFlow, stored, { type }));
          return next === null ? [] : [{ move: type, next }];
        }),
    });
    expect(stuck(graph)).toEqual([]);
    expect([...graph.configurations.keys()].sort()).toEqual([
      'cancelled',
      'closed',
      'owed',
      'returned',
      'sent',
      'written-off',
    ]);
    const back = graph.edges.filter(({ from }) => from === 'written-off');
    expect(back.map(({ move }) => move)).toEqual(['find']);
  });
});
