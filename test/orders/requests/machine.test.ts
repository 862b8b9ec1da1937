/**
 * The machine of a wish for parts, walked to the end: every event in every configuration moves or
 * refuses with a declared code, no piece appears or gets lost, the buttons say so beforehand.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordersErrors } from '../../../src/orders/errors.ts';
import { requestStates } from '../../../src/orders/requests/contract.ts';
import { requestFlow } from '../../../src/orders/requests/request.machine.ts';
import type { WishBalance, WishEvent } from '../../../src/orders/requests/wish.vocabulary.ts';
import { DomainError } from '../../../src/platform/errors.ts';
import {
  advance,
  allowedEvents,
  everyEvent,
  offeredEvents,
  regionStates,
  type StoredFlow,
  startFlow,
} from '../../../src/platform/flow.ts';
import { restoreSnapshot, storeSnapshot } from '../../../src/platform/flow-snapshot.ts';
import { explore, stuck } from '../../support/explore.ts';

interface Place {
  readonly stored: StoredFlow;
  readonly isDone: boolean;
  readonly effects: readonly string[];
}

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, at) => at);

/** Every event with every number that could matter for wishes of up to three pieces, and wrong ones. */
const events: readonly WishEvent[] = [
  ...upTo(3).flatMap((approved) =>
    upTo(3).map((refused) => ({ type: 'approve', approved, refused }) as const),
  ),
  { type: 'approve', approved: -1, refused: 4 },
  { type: 'approve', approved: 0.5, refused: 2.5 },
  { type: 'reject' },
  ...[...upTo(4), -1, 0.5].map((quantity) => ({ type: 'cancel', quantity }) as const),
  ...upTo(3).flatMap((arrived) =>
    upTo(3).map((cancelled) => ({ type: 'follow', arrived, cancelled }) as const),
  ),
  { type: 'follow', arrived: -1, cancelled: 0 },
  { type: 'follow', arrived: Number.NaN, cancelled: 0 },
];

function answer(stored: StoredFlow, event: WishEvent): Place | string {
  try {
    const { effects, ...move } = advance(requestFlow, stored, event);
    return { ...move, effects: effects.map(({ type }) => type) };
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const graph = explore<Place, WishEvent>({
  starts: [1, 2, 3].map((quantity) => ({
    stored: startFlow(requestFlow, { quantity }).stored,
    isDone: false,
    effects: [],
  })),
  key: ({ stored }) => JSON.stringify(stored.snapshot),
  isClosed: ({ isDone }) => isDone,
  moves: ({ stored }) =>
    events.flatMap((move) => {
      const next = answer(stored, move);
      return typeof next === 'string' ? [] : [{ move, next }];
    }),
});
const places = [...graph.configurations.values()];

const stateOf = ({ stored }: Pick<Place, 'stored'>) => regionStates(requestFlow, stored).top;
const balanceOf = ({ stored }: Pick<Place, 'stored'>): WishBalance =>
  restoreSnapshot(requestFlow, stored).context;
const askedOf = (balance: WishBalance) =>
  balance.undecided + balance.refused + balance.withdrawn + balance.approved;

describe('the machine of a wish', () => {
  it('can finish from every configuration, in every state, by every event', () => {
    expect(places.length).toBeGreaterThan(30);
    expect(stuck(graph)).toEqual([]);
    expect(new Set(places.map(stateOf))).toEqual(new Set(requestStates));
    expect(Object.keys(requestFlow.machine.root.states).sort()).toEqual([...requestStates].sort());
    expect(new Set(graph.edges.map(({ move }) => move.type))).toEqual(
      new Set(everyEvent(requestFlow)),
    );
  });

  it('moves or refuses with a declared code, and its buttons say so beforehand', () => {
    for (const { stored } of places) {
      const buttons = new Map(allowedEvents(requestFlow, stored).map((said) => [said.event, said]));
      for (const type of everyEvent(requestFlow)) {
        const answers = events.filter((e) => e.type === type).map((e) => answer(stored, e));
        const codes = answers.filter((one) => typeof one === 'string');
        for (const code of codes) expect(ordersErrors.codes).toContain(code);
        // `follow` may be refused for every number tried: it is never a button.
        if (type === 'follow') continue;
        expect(buttons.get(type)?.allowed ?? false).toBe(codes.length < answers.length);
        if (!buttons.has(type))
          expect(new Set(codes)).toEqual(new Set(['orders.event-not-allowed']));
      }
      expect(offeredEvents(requestFlow, stored).map(({ event }) => event)).not.toContain('follow');
    }
  });

  it('keeps every piece: what was asked is undecided, refused, withdrawn or approved', () => {
    for (const { from, to } of graph.edges) {
      const [before, after] = [graph.configurations.get(from), graph.configurations.get(to)];
      if (before === undefined || after === undefined) throw new Error('an edge leads nowhere');
      const balance = balanceOf(after);
      expect(askedOf(balance)).toBe(askedOf(balanceOf(before)));
      expect(Math.min(...Object.values(balance))).toBeGreaterThanOrEqual(0);
      expect(balance.arrived + balance.cancelled).toBeLessThanOrEqual(balance.approved);
    }
  });

  it('ends for what its state says', () => {
    const laws: Readonly<Record<string, (balance: WishBalance) => boolean>> = {
      submitted: (b) => b.undecided > 0 && b.approved === 0,
      approved: (b) => b.approved > 0 && b.refused === 0 && b.arrived + b.cancelled < b.approved,
      'partly-approved': (b) =>
        b.approved > 0 && b.refused > 0 && b.arrived + b.cancelled < b.approved,
      rejected: (b) => b.refused > 0 && b.approved === 0,
      cancelled: (b) => b.arrived === 0 && b.withdrawn + b.cancelled > 0,
      fulfilled: (b) => b.approved > 0 && b.arrived === b.approved,
      closed: (b) => b.arrived > 0 && b.cancelled > 0 && b.arrived + b.cancelled === b.approved,
    };
    for (const place of places) {
      expect([stateOf(place), laws[stateOf(place) ?? '']?.(balanceOf(place))]).toEqual([
        stateOf(place),
        true,
      ]);
    }
  });

  it('opens an order exactly when something is approved, and takes back only from an order', () => {
    for (const { from, move } of graph.edges) {
      const before = graph.configurations.get(from);
      if (before === undefined) throw new Error('an edge starts nowhere');
      const next = answer(before.stored, move);
      const effects = typeof next === 'string' ? [] : next.effects;
      expect(effects.includes('openOrder')).toBe(move.type === 'approve');
      const isAfter = stateOf(before) !== 'submitted';
      expect(effects.includes('cancelRest')).toBe(move.type === 'cancel' && isAfter);
    }
  });

  it('comes back from the database as it went', () => {
    for (const { stored } of places) {
      const again: StoredFlow = JSON.parse(JSON.stringify(stored));
      expect(storeSnapshot(requestFlow, restoreSnapshot(requestFlow, again))).toEqual(stored);
    }
  });

  it('adds up for any wish and any way it goes', () => {
    const way = fc.record({
      asked: fc.integer({ min: 1, max: 1_000_000 }),
      shares: fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000)),
    });
    fc.assert(
      fc.property(way, ({ asked, shares: [a, b, c] }) => {
        const approved = 1 + (a % asked);
        const arrived = b % (approved + 1);
        const cancelled = c % (approved - arrived + 1);
        const start = startFlow(requestFlow, { quantity: asked }).stored;
        const one = advance(requestFlow, start, {
          type: 'approve',
          approved,
          refused: asked - approved,
        });
        const two = advance(requestFlow, one.stored, { type: 'follow', arrived, cancelled });
        expect(two.isDone).toBe(arrived + cancelled === approved);
        expect(askedOf(balanceOf(two))).toBe(asked);
      }),
    );
  });
});
