/**
 * The shipment's machine alone, walked to the end: every event in every configuration moves or refuses
 * with a declared code, the buttons agree with the moves, and every shipment can come to an end.
 */
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
import { restoreSnapshot, storeSnapshot } from '../../src/platform/flow-snapshot.ts';
import { shipmentStates } from '../../src/shipments/contract.ts';
import { shipmentsErrors } from '../../src/shipments/errors.ts';
import { shipmentFlow } from '../../src/shipments/shipment.machine.ts';
import type { ShipmentEvent } from '../../src/shipments/shipment.vocabulary.ts';
import { explore, stuck } from '../support/explore.ts';

const both = [true, false] as const;
const events: readonly ShipmentEvent[] = [
  ...both.flatMap((hasGoods) =>
    both.map((isAllPacked) => ({ type: 'note-contents', hasGoods, isAllPacked }) as const),
  ),
  { type: 'dispatch' },
  { type: 'cancel' },
  ...both.map((isLast) => ({ type: 'arrive', isLast }) as const),
  ...both.map((isLast) => ({ type: 'lose', isLast }) as const),
  ...both.map((isStillLosing) => ({ type: 'find', isStillLosing }) as const),
];
const ends = new Set(['received', 'lost', 'cancelled']);

function answer(stored: StoredFlow, event: ShipmentEvent): StoredFlow | string {
  try {
    return advance(shipmentFlow, stored, event).stored;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const top = (stored: StoredFlow) => regionStates(shipmentFlow, stored).top ?? '';
const graph = explore<StoredFlow, ShipmentEvent>({
  starts: [startFlow(shipmentFlow, undefined).stored],
  key: (stored) => JSON.stringify(stored.snapshot),
  isClosed: (stored) => ends.has(top(stored)),
  moves: (stored) =>
    events.flatMap((move) => {
      const next = answer(stored, move);
      return typeof next === 'string' ? [] : [{ move, next }];
    }),
});
const places = [...graph.configurations.values()];

describe('shipment', () => {
  it('comes to an end from every configuration, and enters every state', () => {
    expect(stuck(graph)).toEqual([]);
    expect(new Set(places.map(top))).toEqual(new Set(shipmentStates));
    expect(new Set(graph.edges.map(({ move }) => move.type))).toEqual(
      new Set(everyEvent(shipmentFlow)),
    );
  });

  it('moves or refuses with a declared code, and its buttons say so beforehand', () => {
    for (const stored of places) {
      const buttons = new Map(allowedEvents(shipmentFlow, stored).map((one) => [one.event, one]));
      for (const type of everyEvent(shipmentFlow)) {
        const answers = events.filter((e) => e.type === type).map((e) => answer(stored, e));
        const codes = answers.filter((one) => typeof one === 'string');
        for (const code of codes) expect(shipmentsErrors.codes).toContain(code);
        const isOffered = buttons.get(type)?.allowed ?? false;
        // The form of a dispatch says what becomes of the rest, so its button is not grey for that.
        const judgedByForm = codes.includes('shipments.everything-is-packed');
        expect(isOffered).toBe(judgedByForm || codes.length < answers.length);
      }
    }
    expect(places.length).toBeGreaterThan(8);
  });

  it('is the same after a trip through JSON', () => {
    for (const stored of places) {
      const read: StoredFlow = JSON.parse(JSON.stringify(stored));
      expect(storeSnapshot(shipmentFlow, restoreSnapshot(shipmentFlow, read))).toEqual(stored);
    }
    expect(places.length).toBeGreaterThan(8);
  });

  it('never leaves empty or with goods that are not packed, and never comes back once cancelled', () => {
    for (const { from, move, to } of graph.edges) {
      const [before, after] = [graph.configurations.get(from), graph.configurations.get(to)];
      if (move.type === 'dispatch') {
        const { context } = JSON.parse(JSON.stringify(before?.snapshot));
        expect(context).toMatchObject({ hasGoods: true, isAllPacked: true });
      }
      expect(before === undefined ? '' : top(before)).not.toBe('cancelled');
      if (move.type === 'cancel') expect(after === undefined ? '' : top(after)).toBe('cancelled');
    }
    expect(graph.edges.length).toBeGreaterThan(20);
  });

  it('is lost only when nothing of it arrived', () => {
    let { stored } = startFlow(shipmentFlow, undefined);
    const say = (event: ShipmentEvent) => {
      stored = advance(shipmentFlow, stored, event).stored;
      return top(stored);
    };
    say({ type: 'note-contents', hasGoods: true, isAllPacked: true });
    expect(say({ type: 'dispatch' })).toBe('in-transit');
    expect(say({ type: 'lose', isLast: true })).toBe('lost');
    expect(say({ type: 'find', isStillLosing: false })).toBe('in-transit');
    expect(say({ type: 'arrive', isLast: false })).toBe('partly-received');
    expect(say({ type: 'lose', isLast: true })).toBe('received');
    expect(say({ type: 'find', isStillLosing: false })).toBe('partly-received');
    expect(say({ type: 'arrive', isLast: true })).toBe('received');
    expect(() => say({ type: 'find', isStillLosing: false })).toThrow('something-is-lost');
  });
});
