/** What a stored machine may contain, its fingerprint and its drawing. */
import { describe, expect, it } from 'vitest';
import { defineErrors, InvariantError } from '../../src/platform/errors.ts';
import { defineFlow } from '../../src/platform/flow.ts';
import { diagram } from '../../src/platform/flow-diagram.ts';
import { effects, errors, flow, kiln, machine } from './kiln.ts';

describe('defineFlow', () => {
  const define = (config: Parameters<typeof kiln.createMachine>[0], catalogue = errors) =>
    defineFlow({
      id: 'bad',
      version: 1,
      machine: kiln.createMachine(config),
      errors: catalogue,
      effects,
    });
  const context = { degrees: 0 };
  it('accepts the plain machine that the following cases spoil', () => {
    expect(define({ context, initial: 'a', states: { a: { on: { tap: 'b' } }, b: {} } }).id).toBe(
      'bad',
    );
  });

  it.each<[string, Parameters<typeof kiln.createMachine>[0]]>([
    ['a timer', { context, initial: 'a', states: { a: { after: { 10: 'b' } }, b: {} } }],
    [
      'an invoked actor',
      { context, initial: 'a', states: { a: { invoke: { src: 'x' } } } } as never,
    ],
    ['history', { context, initial: 'a', states: { a: {}, h: { type: 'history', target: 'a' } } }],
    ['an inline guard', { context, on: { tap: { guard: () => true, actions: 'ring' } } }],
    ['an unnamed action', { context, on: { tap: { actions: () => undefined } } }],
    ['an undeclared action', { context, entry: 'boom' } as never],
    ['a wildcard', { context, on: { '*': { actions: 'ring' } } }],
    ['a guard without a code', { context, on: { fire: { guard: 'heatIsGentle' } } }],
  ])('refuses %s', (_, config) => {
    expect(() => define(config)).toThrow(InvariantError);
  });

  it('refuses a catalogue without the common refusal', () => {
    const bare = defineErrors('bare', { other: 'refused' });
    expect(() => define({ context }, bare as never)).toThrow(InvariantError);
  });

  it('refuses a payload guard and an internal event that do not exist', () => {
    const options = { id: 'kiln', version: 1, machine, errors, effects };
    expect(() => defineFlow({ ...options, payloadGuards: ['nope'] })).toThrow(InvariantError);
    const nope = ['nope'] as unknown as ['tick'];
    expect(() => defineFlow({ ...options, internalEvents: nope })).toThrow(InvariantError);
  });

  it('gives one fingerprint to one shape, whatever the order of writing or the effects', () => {
    const hash = (config: Parameters<typeof kiln.createMachine>[0]) => define(config).hash;
    const states = { a: { on: { tap: 'b' } }, b: {} } as const;
    const base = hash({ context, initial: 'a', states });
    expect(hash({ context, initial: 'a', states: { b: {}, a: states.a } })).toBe(base);
    const ringing = { a: { on: { tap: { target: 'b', actions: 'ring' } } }, b: {} } as const;
    expect(hash({ context, initial: 'a', states: ringing })).toBe(base);
    const guarded = { a: { on: { tap: { target: 'b', guard: 'ovenIsCold' } } }, b: {} } as const;
    const others = [
      hash({ context, initial: 'b', states }),
      hash({ context, initial: 'a', states: { a: { on: { look: 'b' } }, b: {} } }),
      hash({ context, initial: 'a', states: { a: { on: { tap: 'a' } }, b: {} } }),
      hash({ context, initial: 'a', states: { ...states, b: { type: 'final' } } }),
      hash({ context, initial: 'a', states: { ...states, c: {} } }),
      hash({ context, initial: 'a', states: guarded }),
    ];
    expect(new Set([base, ...others]).size).toBe(7);
  });
});

describe('diagram', () => {
  const text = diagram(flow);
  it('draws every arrow inside the state that holds it, with guards and effects', () => {
    expect(text.startsWith('stateDiagram-v2\n')).toBe(true);
    expect(text).toContain('  [*] --> off\n');
    expect(text).toContain('off --> on: power / ring\n');
    expect(text).toContain(
      '      on_heat_idle --> on_heat_firing: fire [doorIsShut, ovenIsCold, heatIsSane] / heat, log\n',
    );
    expect(text).toContain('on_heat_idle: on entry / log\n');
    expect(text).toContain('    --\n');
    expect(text).toContain('scrapped --> [*]\n');
  });

  it('closes what it opens', () => {
    expect(text.match(/\{$/gm)?.length).toBe(text.match(/^\s*\}$/gm)?.length);
  });
});
