/** The order's machine alone: every event in every balance moves or refuses, and no piece is lost. */
import { describe, expect, it } from 'vitest';
import { orderFlow, ordersErrors } from '../../src/orders/index.ts';
import type { OrderBalance, OrderEvent } from '../../src/orders/order.vocabulary.ts';
import { DomainError } from '../../src/platform/errors.ts';
import {
  advance,
  allowedEvents,
  everyEvent,
  regionStates,
  type StoredFlow,
  startFlow,
} from '../../src/platform/flow.ts';
import { explore, stuck } from '../support/explore.ts';

const sizes = [0, 1, 2, 3];
const events: readonly OrderEvent[] = [
  ...(['allocate', 'release', 'pick', 'unpick', 'ship'] as const).flatMap((type) =>
    sizes.map((quantity) => ({ type, quantity })),
  ),
  ...sizes.flatMap((waiting) =>
    sizes.map((held) => ({ type: 'cancel-rest' as const, waiting, held })),
  ),
  ...sizes.flatMap((received) =>
    sizes.map((lost) => ({ type: 'arrive' as const, received, lost })),
  ),
];

interface Alone {
  readonly stored: StoredFlow;
  readonly isDone: boolean;
  readonly effects: number;
}

function answer(stored: StoredFlow, event: OrderEvent): Alone | string {
  try {
    const { effects, ...move } = advance(orderFlow, stored, event);
    return { ...move, effects: effects.length };
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const balanceOf = ({ stored }: Alone) => (stored.snapshot as { context: OrderBalance }).context;
const total = (balance: OrderBalance) =>
  Object.values(balance).reduce((sum: number, count: number) => sum + count, 0);

const graph = explore<Alone, OrderEvent>({
  starts: [1, 2, 3].map((quantity) => ({
    stored: startFlow(orderFlow, { quantity }).stored,
    isDone: false,
    effects: 0,
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

describe('order', () => {
  it('can end from everywhere, in three ways', () => {
    expect(stuck(graph)).toEqual([]);
    const ends = graph.closed.map((key) => (JSON.parse(key) as { value: string }).value);
    expect(new Set(ends)).toEqual(new Set(['fulfilled', 'closed', 'cancelled']));
    expect(places.length).toBeGreaterThan(50);
  });

  it('never makes a piece or loses one, and counts none below zero', () => {
    for (const place of places) {
      const balance = balanceOf(place);
      expect([1, 2, 3]).toContain(total(balance));
      for (const count of Object.values(balance)) expect(count).toBeGreaterThanOrEqual(0);
    }
    for (const { from, to } of graph.edges) {
      const [a, b] = [graph.configurations.get(from), graph.configurations.get(to)];
      if (a === undefined || b === undefined) throw new Error('an edge has two ends');
      expect(total(balanceOf(b))).toBe(total(balanceOf(a)));
    }
  });

  it('ends exactly when nothing is outstanding, and says so once', () => {
    for (const place of places) {
      const { waiting, held, picked, onTheRoad, received, cancelled } = balanceOf(place);
      expect(place.isDone).toBe(waiting + held + picked + onTheRoad === 0);
      expect(place.effects).toBe(place.isDone ? 1 : 0);
      const { top } = regionStates(orderFlow, place.stored);
      if (place.isDone) {
        expect(top).toBe(cancelled === 0 ? 'fulfilled' : received > 0 ? 'closed' : 'cancelled');
      } else expect(top).toBe(received > 0 ? 'partly-fulfilled' : 'open');
    }
  });

  it('moves or refuses with a declared code, and its buttons say so beforehand', () => {
    for (const { stored } of places) {
      const buttons = new Map(allowedEvents(orderFlow, stored).map((said) => [said.event, said]));
      for (const type of everyEvent(orderFlow)) {
        const answers = events.filter((e) => e.type === type).map((e) => answer(stored, e));
        const codes = answers.filter((one) => typeof one === 'string');
        for (const code of codes) expect(ordersErrors.codes).toContain(code);
        const button = buttons.get(type);
        if (button === undefined) {
          expect(new Set(codes)).toEqual(new Set(['orders.event-not-allowed']));
        } else if (!button.allowed) expect(new Set(codes)).toEqual(new Set([button.refusal]));
      }
    }
    expect(new Set(graph.edges.map(({ move }) => move.type))).toEqual(
      new Set(everyEvent(orderFlow)),
    );
  });
});
