/** The machine of a discrepancy, walked to the end: every event in every place moves or refuses. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/platform/errors.ts';
import {
  advance,
  allowedEvents,
  everyEvent,
  type StoredFlow,
  startFlow,
} from '../../src/platform/flow.ts';
import { discrepancyFlow } from '../../src/receipts/discrepancy.machine.ts';
import { outcomes } from '../../src/receipts/discrepancy.vocabulary.ts';
import { receiptsErrors } from '../../src/receipts/errors.ts';
import { split } from '../../src/receipts/incoming.rules.ts';
import { explore, stuck } from '../support/explore.ts';

interface Place {
  readonly stored: StoredFlow;
  readonly isDone: boolean;
}

const whereabouts = ['missing', 'here', 'stocked', 'elsewhere', 'nowhere'] as const;
const both = [true, false];
const events = outcomes.flatMap((type) =>
  both.flatMap((isAll) => both.map((byReceiver) => ({ type, isAll, byReceiver }))),
);

function answer(stored: StoredFlow, event: (typeof events)[number]): Place | string {
  try {
    return advance(discrepancyFlow, stored, event);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('a discrepancy', () => {
  const graph = explore<Place, (typeof events)[number]>({
    starts: whereabouts.flatMap((place) =>
      both.map((needsSecondPerson) => ({
        stored: startFlow(discrepancyFlow, { whereabouts: place, needsSecondPerson }).stored,
        isDone: false,
      })),
    ),
    key: ({ stored }) => JSON.stringify(stored.snapshot),
    isClosed: ({ isDone }) => isDone,
    moves: ({ stored }) =>
      events.flatMap((move) => {
        const next = answer(stored, move);
        return typeof next === 'string' ? [] : [{ move, next }];
      }),
  });

  it('has a way out of every place, and takes every event somewhere', () => {
    expect(stuck(graph)).toEqual([]);
    expect(graph.configurations.size).toBe(20);
    expect(new Set(graph.edges.map(({ move }) => move.type))).toEqual(
      new Set(everyEvent(discrepancyFlow)),
    );
  });

  it('refuses with declared codes, and says beforehand what it offers', () => {
    for (const { stored } of graph.configurations.values()) {
      const buttons = new Map(
        allowedEvents(discrepancyFlow, stored).map((one) => [one.event, one]),
      );
      for (const type of outcomes) {
        const answers = events.filter((one) => one.type === type).map((one) => answer(stored, one));
        const codes = answers.filter((one) => typeof one === 'string');
        for (const code of codes) expect(receiptsErrors.codes).toContain(code);
        expect(buttons.get(type)?.allowed ?? false).toBe(codes.length < answers.length);
      }
    }
    expect(graph.configurations.size).toBeGreaterThan(10);
  });

  it('lets nobody admit what he received and nobody expected', () => {
    const { stored } = startFlow(discrepancyFlow, { whereabouts: 'here', needsSecondPerson: true });
    const own = { type: 'accept', isAll: true, byReceiver: true } as const;
    expect(answer(stored, own)).toBe('receipts.somebody-else-admits');
    expect(answer(stored, { ...own, byReceiver: false })).toMatchObject({ isDone: true });
  });
});

describe('what is too much', () => {
  it('splits every quantity into wanted, tolerated and excess, however it is delivered', () => {
    const small = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(small, fc.array(small), small, small, (total, parts, overPercent, overPieces) => {
        let before = 0;
        let [wanted, tolerated] = [0, 0];
        for (const quantity of parts) {
          const found = split(quantity, { total, before }, { overPercent, overPieces });
          expect(found.wanted + found.tolerated + found.excess).toBe(quantity);
          expect(Math.min(found.wanted, found.tolerated, found.excess)).toBeGreaterThanOrEqual(0);
          wanted += found.wanted;
          tolerated += found.tolerated;
          before += found.wanted + found.tolerated;
        }
        const allowance = Math.max(Math.floor((total * overPercent) / 100), overPieces);
        expect(wanted).toBeLessThanOrEqual(total);
        expect(tolerated).toBeLessThanOrEqual(allowance);
      }),
    );
  });
});
