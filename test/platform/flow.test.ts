/** The flow over small machines: what it accepts, what it refuses by name, what it stores. */
import { describe, expect, it } from 'vitest';
import { DomainError, InvariantError } from '../../src/platform/errors.ts';
import {
  advance,
  allowedEvents,
  defineFlow,
  everyEvent,
  offeredEvents,
  regionStates,
  type StoredFlow,
  startFlow,
} from '../../src/platform/flow.ts';
import { effects, errors, flow, kiln, machine } from './kiln.ts';

const off = startFlow(flow, { degrees: 0 }).stored;
const open = advance(flow, off, { type: 'power' }).stored;
const shut = advance(flow, open, { type: 'shut' }).stored;

function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('advance', () => {
  it('moves and hands the effects over in order, with their params, performing none', () => {
    const on = advance(flow, off, { type: 'power' });
    expect(on.effects).toEqual([
      { type: 'ring', params: undefined },
      { type: 'log', params: { line: 'idle' } },
    ]);
    const fired = advance(flow, shut, { type: 'fire', degrees: 900 });
    expect(fired.effects).toEqual([
      { type: 'heat', params: { degrees: 900 } },
      { type: 'log', params: { line: 'now 900' } },
    ]);
    expect(fired.before).toEqual({ on: { door: 'shut', heat: 'idle' } });
    expect(fired.after).toEqual({ on: { door: 'shut', heat: 'firing' } });
    expect(fired.isDone).toBe(false);
  });

  it('refuses an event that has no arrow here, naming event and state', () => {
    const refused = refusalOf(() => advance(flow, open, { type: 'cool' }));
    expect(refused).toMatchObject({
      code: 'kiln.event-not-allowed',
      category: 'refused',
      params: { event: 'cool', state: 'on.door.ajar on.heat.idle' },
    });
  });

  it('refuses an event that the machine has never heard of', () => {
    const unheard = { type: 'explode' } as unknown as { type: 'cool' };
    expect(refusalOf(() => advance(flow, open, unheard)).code).toBe('kiln.event-not-allowed');
  });

  it.each([
    [open, 900, 'kiln.door-is-shut'],
    [
      advance(flow, startFlow(flow, { degrees: 5 }).stored, { type: 'power' }).stored,
      2500,
      'kiln.door-is-shut',
    ],
    [shut, 2500, 'kiln.heat-is-sane'],
  ])('names the first guard of the widest candidate that refused (%#)', (stored, degrees, code) => {
    expect(refusalOf(() => advance(flow, stored, { type: 'fire', degrees })).code).toBe(code);
  });

  it('takes the narrow candidate when it holds', () => {
    expect(advance(flow, shut, { type: 'fire', degrees: 50 }).effects).toEqual([]);
  });

  it.each(['look', 'tap'] as const)('counts %s, which changes nothing, as a move', (type) => {
    const stayed = advance(flow, open, { type });
    expect(stayed.stored).toEqual(open);
    expect(allowedEvents(flow, open)).toContainEqual({ event: type, allowed: true });
  });

  it('allows nothing once the machine is done, not even what the root handles', () => {
    const done = advance(flow, open, { type: 'scrap' });
    expect(done.isDone).toBe(true);
    expect(allowedEvents(flow, done.stored)).toEqual([]);
    expect(refusalOf(() => advance(flow, done.stored, { type: 'tick' })).code).toBe(
      'kiln.event-not-allowed',
    );
  });
});

describe('allowedEvents', () => {
  it('greys a button by facts and not by a form that is still empty', () => {
    expect(allowedEvents(flow, open)).toEqual([
      { event: 'shut', allowed: true },
      { event: 'scrap', allowed: true },
      { event: 'tick', allowed: true },
      { event: 'fire', allowed: false, refusal: 'kiln.door-is-shut' },
      { event: 'look', allowed: true },
      { event: 'tap', allowed: true },
    ]);
    expect(allowedEvents(flow, shut)).toContainEqual({ event: 'fire', allowed: true });
  });

  it('offers people no event of the clock', () => {
    const offered = offeredEvents(flow, open).map(({ event }) => event);
    expect(offered).not.toContain('tick');
    expect(offered).toContain('scrap');
  });

  it('finds a guard that reads the form without being declared to', () => {
    const careless = defineFlow({ id: 'kiln', version: 3, machine, errors, effects });
    const stored = { ...shut, hash: careless.hash };
    expect(() => allowedEvents(careless, stored)).toThrow(InvariantError);
  });

  it('lists every event of the machine once', () => {
    expect(everyEvent(flow)).toEqual(
      expect.arrayContaining(['power', 'shut', 'fire', 'cool', 'look', 'tap', 'tick', 'scrap']),
    );
    expect(everyEvent(flow)).toHaveLength(8);
  });
});

describe('stored place', () => {
  const broken = (change: Partial<StoredFlow>): StoredFlow => ({ ...open, ...change });
  const context = { degrees: 0 };
  it.each([
    ['another machine', broken({ machine: 'lamp' })],
    ['another shape under the same version', broken({ hash: '0' })],
    ['a later version', broken({ version: 4 })],
    ['a version without migration', broken({ version: 0 })],
    ['no snapshot', broken({ snapshot: null })],
    ['an unknown state', broken({ snapshot: { status: 'active', value: 'melted', context } })],
    [
      'a missing region',
      broken({ snapshot: { status: 'active', value: { on: { door: 'ajar' } }, context } }),
    ],
    [
      'an unknown region',
      broken({
        snapshot: {
          status: 'active',
          value: { on: { door: 'ajar', heat: 'idle', lid: 'x' } },
          context,
        },
      }),
    ],
    ['a false status', broken({ snapshot: { status: 'done', value: 'off', context } })],
  ])('is not trusted when it has %s', (_, stored) => {
    expect(() => advance(flow, stored, { type: 'shut' })).toThrow(InvariantError);
    expect(() => allowedEvents(flow, stored)).toThrow(InvariantError);
  });

  it('is brought up to the present version, one migration after the other', () => {
    const snapshot = { status: 'active', value: 'gone', context: {} };
    const old = { machine: 'kiln', version: 1, hash: 'old', snapshot };
    const { stored } = advance(flow, old, { type: 'power' });
    expect(stored.version).toBe(3);
    expect(stored.snapshot).toMatchObject({ context: { degrees: 7 } });
  });

  it('never holds what JSON would change', () => {
    const odd = kiln.createMachine({
      context: () => ({ degrees: Number.NaN }),
      initial: 'off',
      states: { off: {} },
    });
    const oddFlow = defineFlow({ id: 'odd', version: 1, machine: odd, errors, effects });
    expect(() => startFlow(oddFlow, { degrees: 0 })).toThrow(InvariantError);
  });

  it('reports a machine that fails to start', () => {
    const failing = kiln.createMachine({
      context: () => {
        throw new Error('no');
      },
      initial: 'off',
      states: { off: {} },
    });
    const failingFlow = defineFlow({
      id: 'failing',
      version: 1,
      machine: failing,
      errors,
      effects,
    });
    expect(() => startFlow(failingFlow, { degrees: 0 })).toThrow(InvariantError);
  });

  it('gives a value for every region in every state', () => {
    expect(regionStates(flow, off)).toEqual({ top: 'off', door: '-', heat: '-' });
    expect(regionStates(flow, shut)).toEqual({ top: 'on', door: 'shut', heat: 'idle' });
  });
});
