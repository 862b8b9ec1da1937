/**
 * Each machine alone, walked to the end: every event in every configuration either moves or refuses
 * with a declared code, the buttons agree with the moves, and what is stored is what is restored.
 */
import { describe, expect, it } from 'vitest';
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
import { diagram } from '../../src/platform/flow-diagram.ts';
import type { EffectMap } from '../../src/platform/flow-effects.ts';
import { restoreSnapshot, storeSnapshot } from '../../src/platform/flow-snapshot.ts';
import { rmaErrors } from '../../src/rma/errors.ts';
import { repairJobFlow } from '../../src/rma/repair/repair-job.machine.ts';
import { rmaLineFlow } from '../../src/rma/rma-line.machine.ts';
import type { RmaLineInput } from '../../src/rma/rma-line.vocabulary.ts';
import { explore, stuck } from '../support/explore.ts';
import {
  JOB_EVENTS,
  JOB_EVENTS_FROM_LINE,
  LINE_EVENTS,
  LINE_EVENTS_FROM_BENCH,
} from './depot-world.ts';

interface Alone {
  readonly stored: StoredFlow;
  readonly isDone: boolean;
}

const COVERAGES = ['refund', 'exchange', 'repair', 'paid'] as const;
const inputs: readonly RmaLineInput[] = COVERAGES.map((coverage) => ({
  coverage,
  expectedSerial: 'SN-1',
}));

/** Everything the machine says about one event in one place: moved, or the code it refused with. */
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

function walk<E extends { readonly type: string }, C, I, Fx extends EffectMap>(
  flow: Flow<E, C, I, Fx>,
  given: readonly I[],
  events: readonly E[],
) {
  return explore<Alone, E>({
    starts: given.map((input) => ({ stored: startFlow(flow, input).stored, isDone: false })),
    key: ({ stored }) => JSON.stringify(stored.snapshot),
    isClosed: ({ isDone }) => isDone,
    moves: ({ stored }) =>
      events.flatMap((move) => {
        const next = answer(flow, stored, move);
        return typeof next === 'string' ? [] : [{ move, next }];
      }),
  });
}

function describeMachine<E extends { readonly type: string }, C, I, Fx extends EffectMap>(
  flow: Flow<E, C, I, Fx>,
  given: readonly I[],
  events: readonly E[],
): void {
  const graph = walk(flow, given, events);
  const places = [...graph.configurations.values()];

  it('can finish from every configuration', () => {
    console.info(
      `${flow.id}: ${places.length} configurations, ${graph.edges.length} edges, ${graph.closed.length} closed`,
    );
    expect(graph.closed.length).toBeGreaterThan(1);
    expect(stuck(graph)).toEqual([]);
  });

  it('is sampled with every event it knows', () => {
    expect([...new Set(events.map(({ type }) => type))].sort()).toEqual(
      [...everyEvent(flow)].sort(),
    );
  });

  it('enters every state and takes every event somewhere', () => {
    const leaves = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : Object.entries(value as object).flatMap(([k, v]) =>
            leaves(v).map((leaf) => `${k}.${leaf}`),
          );
    const entered = places.flatMap(({ stored }) => leaves(restoreSnapshot(flow, stored).value));
    const all = (node: typeof flow.machine.root): string[] =>
      Object.values(node.states).flatMap((child) =>
        Object.keys(child.states).length > 0 ? all(child) : [child.path.join('.')],
      );
    expect(new Set(entered)).toEqual(new Set(all(flow.machine.root)));
    expect(new Set(graph.edges.map(({ move }) => move.type))).toEqual(new Set(everyEvent(flow)));
  });

  it('moves or refuses with a declared code, and its buttons say so beforehand', () => {
    for (const { stored } of places) {
      const buttons = new Map(allowedEvents(flow, stored).map((said) => [said.event, said]));
      for (const type of everyEvent(flow)) {
        const answers = events.filter((e) => e.type === type).map((e) => answer(flow, stored, e));
        const button = buttons.get(type);
        const codes = answers.filter((a) => typeof a === 'string');
        for (const code of codes) expect(rmaErrors.codes).toContain(code);
        expect(button?.allowed ?? false).toBe(codes.length < answers.length);
        if (button === undefined)
          expect(new Set(codes)).toEqual(new Set(['rma.event-not-allowed']));
        if (button?.allowed === false) expect(codes).toContain(button.refusal);
      }
    }
    expect(places.length).toBeGreaterThan(5);
  });

  it('judges an event as the library itself would select it', () => {
    for (const { stored } of places) {
      const snapshot = restoreSnapshot(flow, stored);
      for (const event of events) {
        const selected =
          snapshot.status === 'active' ? flow.machine.getTransitionData(snapshot, event).length : 0;
        expect(typeof answer(flow, stored, event) === 'string').toBe(selected === 0);
      }
    }
    expect(places.length).toBeGreaterThan(5);
  });

  it('is the same after a trip through JSON', () => {
    for (const { stored } of places) {
      const read: StoredFlow = JSON.parse(JSON.stringify(stored));
      expect(read).toEqual(stored);
      expect(storeSnapshot(flow, restoreSnapshot(flow, read))).toEqual(stored);
    }
    expect(places.length).toBeGreaterThan(5);
  });

  it('fills every region column with one short word', () => {
    const columns = Object.keys(
      regionStates(flow, places[0]?.stored ?? startFlow(flow, given[0] as I).stored),
    );
    for (const { stored } of places) {
      const regions = regionStates(flow, stored);
      expect(Object.keys(regions)).toEqual(columns);
      for (const state of Object.values(regions)) expect(state).toMatch(/^(-|[a-z]+(-[a-z]+)*)$/);
    }
  });

  it('draws every event', () => {
    const text = diagram(flow);
    for (const event of everyEvent(flow)) expect(text).toContain(`: ${event}`);
  });
}

describe('return line', () => {
  describeMachine(rmaLineFlow, inputs, [...LINE_EVENTS, ...LINE_EVENTS_FROM_BENCH]);

  it('has the regions that lists show', () => {
    const { stored } = startFlow(rmaLineFlow, { coverage: 'repair', expectedSerial: null });
    expect(Object.keys(regionStates(rmaLineFlow, stored)).sort()).toEqual(
      ['hold', 'inbound', 'money', 'outbound', 'remedy', 'top'].sort(),
    );
  });
});

describe('repair job', () => {
  describeMachine(repairJobFlow, [undefined], [...JOB_EVENTS, ...JOB_EVENTS_FROM_LINE]);

  it('gives up after the third failed final test', () => {
    let { stored } = startFlow(repairJobFlow, undefined);
    const say = (event: (typeof JOB_EVENTS)[number]) => {
      stored = advance(repairJobFlow, stored, event).stored;
      return regionStates(repairJobFlow, stored).top;
    };
    say({ type: 'start' });
    say({ type: 'record-fault', faultCode: 'NO-POWER' });
    const ends = [1, 2, 3].map(() => {
      say({ type: 'finish-repair' });
      return say({ type: 'fail-final-test' });
    });
    expect(ends).toEqual(['bench', 'bench', 'uneconomic']);
  });

  it('does not let the passes of an earlier final test count for a later one', () => {
    let { stored } = startFlow(repairJobFlow, undefined);
    const passed = { type: 'record-test', everyMandatoryTestPassed: true } as const;
    for (const event of [
      { type: 'start' } as const,
      { type: 'record-fault', faultCode: 'NO-POWER' } as const,
      { type: 'finish-repair' } as const,
      passed,
      { type: 'fail-final-test' } as const,
      { type: 'finish-repair' } as const,
    ]) {
      stored = advance(repairJobFlow, stored, event).stored;
    }
    expect(() => advance(repairJobFlow, stored, { type: 'pass-final-test' })).toThrow(
      'rma.every-mandatory-test-is-passed',
    );
    stored = advance(repairJobFlow, stored, passed).stored;
    expect(advance(repairJobFlow, stored, { type: 'pass-final-test' }).after).toBe('passed');
  });
});
