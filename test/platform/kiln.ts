/** A kiln: the small machine, with regions, choices, payload guards and a clock, of the flow tests. */
import { and, assign, setup, stateIn } from 'xstate';
import { defineErrors } from '../../src/platform/errors.ts';
import { defineFlow } from '../../src/platform/flow.ts';
import { declareEffects } from '../../src/platform/flow-effects.ts';

export const errors = defineErrors('kiln', {
  'event-not-allowed': 'refused',
  'door-is-shut': 'refused',
  'oven-is-cold': 'refused',
  'heat-is-sane': 'invalid',
});

interface KilnEffects {
  ring: undefined;
  heat: { readonly degrees: number };
  log: { readonly line: string };
}

type KilnEvent =
  | { readonly type: 'power' }
  | { readonly type: 'shut' }
  | { readonly type: 'fire'; readonly degrees: number }
  | { readonly type: 'cool' }
  | { readonly type: 'look' }
  | { readonly type: 'tap' }
  | { readonly type: 'tick' }
  | { readonly type: 'scrap' };

export const effects = declareEffects<KilnEffects>({ ring: true, heat: true, log: true });

export const kiln = setup({
  types: {
    context: {} as { degrees: number },
    events: {} as KilnEvent,
    input: {} as { degrees: number },
  },
  guards: {
    doorIsShut: stateIn({ on: { door: 'shut' } }),
    ovenIsCold: ({ context }) => context.degrees === 0,
    heatIsSane: ({ event }) => event.type === 'fire' && event.degrees < 2000,
    heatIsGentle: ({ event }) => event.type === 'fire' && event.degrees < 100,
  },
  actions: { ...effects, note: assign({ degrees: 900 }) },
});

export const machine = kiln.createMachine({
  id: 'kiln',
  context: ({ input }) => ({ degrees: input.degrees }),
  initial: 'off',
  states: {
    off: { on: { power: { target: 'on', actions: 'ring' } } },
    on: {
      type: 'parallel',
      states: {
        door: {
          initial: 'ajar',
          states: { ajar: { on: { shut: 'shut' } }, shut: {} },
        },
        heat: {
          initial: 'idle',
          states: {
            idle: {
              entry: { type: 'log', params: { line: 'idle' } },
              on: {
                fire: [
                  { guard: and(['heatIsGentle', 'doorIsShut']), target: 'firing' },
                  {
                    guard: and(['doorIsShut', 'ovenIsCold', 'heatIsSane']),
                    target: 'firing',
                    actions: [
                      { type: 'heat', params: ({ event }) => ({ degrees: event.degrees }) },
                      'note',
                      {
                        type: 'log',
                        params: ({ context }) => ({ line: `now ${context.degrees}` }),
                      },
                    ],
                  },
                ],
                look: {},
                tap: { target: 'idle' },
              },
            },
            firing: { on: { cool: 'idle', tick: {} } },
          },
        },
      },
      on: { scrap: 'scrapped' },
    },
    scrapped: { type: 'final' },
  },
  on: { tick: {} },
});

export const flow = defineFlow({
  id: 'kiln',
  version: 3,
  machine,
  errors,
  effects,
  payloadGuards: ['heatIsSane', 'heatIsGentle'],
  internalEvents: ['tick'],
  migrations: {
    1: (old) => ({ ...(old as object), value: 'off' }),
    2: (old) => ({ ...(old as object), context: { degrees: 7 } }),
  },
});
