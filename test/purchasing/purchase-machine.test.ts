/** The machine of a purchase order alone: every event in every balance moves or refuses by name. */
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/platform/errors.ts';
import {
  advance,
  allowedEvents,
  everyEvent,
  regionStates,
  type StoredFlow,
  startFlow,
} from '../../src/platform/flow.ts';
import { purchaseFlow, purchasingErrors } from '../../src/purchasing/index.ts';
import type { PurchaseBalance, PurchaseEvent } from '../../src/purchasing/purchase.vocabulary.ts';
import { explore, stuck } from '../support/explore.ts';

const sizes = [0, 1, 2, 3];
const events: readonly PurchaseEvent[] = [
  ...sizes.flatMap((ordered) =>
    [0, 1].map((unpriced) => ({ type: 'note-lines' as const, ordered, unpriced })),
  ),
  { type: 'send' },
  { type: 'confirm' },
  { type: 'discard' },
  ...(['receive', 'cancel'] as const).flatMap((type) =>
    [-1, ...sizes].map((quantity) => ({ type, quantity })),
  ),
];

interface Place {
  readonly stored: StoredFlow;
  readonly isDone: boolean;
  readonly effects: readonly string[];
}

function answer(stored: StoredFlow, event: PurchaseEvent): Place | string {
  try {
    const { effects, ...move } = advance(purchaseFlow, stored, event);
    return { ...move, effects: effects.map(({ type }) => type) };
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const balanceOf = ({ stored }: Pick<Place, 'stored'>) =>
  (stored.snapshot as { context: PurchaseBalance }).context;
const stateOf = ({ stored }: Pick<Place, 'stored'>) => regionStates(purchaseFlow, stored).top;

const graph = explore<Place, PurchaseEvent>({
  starts: [{ stored: startFlow(purchaseFlow, {}).stored, isDone: false, effects: [] }],
  key: ({ stored }) => JSON.stringify(stored.snapshot),
  isClosed: ({ isDone }) => isDone,
  moves: ({ stored }) =>
    events.flatMap((move) => {
      const next = answer(stored, move);
      return typeof next === 'string' ? [] : [{ move, next }];
    }),
});
const places = [...graph.configurations.values()];

describe('a purchase order', () => {
  it('can end from everywhere, in three ways, and walks through every state', () => {
    expect(stuck(graph)).toEqual([]);
    const ends = new Set(places.filter(({ isDone }) => isDone).map(stateOf));
    expect(ends).toEqual(new Set(['received', 'closed', 'cancelled']));
    const seen = new Set(places.map(stateOf));
    expect(seen).toEqual(new Set(Object.keys(purchaseFlow.machine.root.states)));
  });

  it('never receives or cancels more than was ordered, and ends as its numbers say', () => {
    for (const place of places) {
      const { ordered, received, cancelled } = balanceOf(place);
      expect(Math.min(ordered, received, cancelled)).toBeGreaterThanOrEqual(0);
      expect(received + cancelled).toBeLessThanOrEqual(ordered);
      const state = stateOf(place);
      if (state === 'received') expect(received).toBe(ordered);
      if (state === 'closed') expect(received > 0 && received + cancelled === ordered).toBe(true);
      if (state === 'partly-received') {
        expect(received > 0 && received + cancelled < ordered).toBe(true);
      }
      if (state === 'sent' || state === 'confirmed') expect(received).toBe(0);
    }
  });

  it('is sent only with lines that all have a price, and keeps its paper once', () => {
    for (const { from, move, to } of graph.edges) {
      const [before, after] = [graph.configurations.get(from), graph.configurations.get(to)];
      if (before === undefined || after === undefined) throw new Error('an edge has two ends');
      const made = answer(before.stored, move);
      const effects = typeof made === 'string' ? [] : made.effects;
      expect(effects.includes('freezeSheet')).toBe(move.type === 'send');
      const isPromise = ['send', 'confirm', 'receive', 'cancel'].includes(move.type);
      expect(effects.includes('promiseSupply')).toBe(isPromise);
      if (move.type !== 'send') continue;
      expect(balanceOf(before).ordered).toBeGreaterThan(0);
      expect(balanceOf(before).unpriced).toBe(0);
    }
  });

  it('refuses by declared codes only, and offers what it takes', () => {
    const codes = new Set<string>(purchasingErrors.codes);
    for (const { stored } of places) {
      const known = new Map(allowedEvents(purchaseFlow, stored).map((one) => [one.event, one]));
      for (const event of events) {
        const made = answer(stored, event);
        if (typeof made === 'string') expect(codes.has(made), made).toBe(true);
        else expect(known.get(event.type)?.allowed).toBe(true);
      }
    }
    const types = events.map(({ type }) => type);
    expect(new Set(everyEvent(purchaseFlow))).toEqual(new Set(types));
  });
});
