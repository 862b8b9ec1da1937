/** Explosion, circles, substitutes and the number of buildable kits, against slow and simple reckoning. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakFlaw } from '../../src/kits/breaking.rules.ts';
import { buildable, type Cover, coverKits, type Need } from '../../src/kits/cover.rules.ts';
import { type Component, circleFrom, explode } from '../../src/kits/definition.rules.ts';

const component = (partId: string, quantity: number, isOptional = false): Component => {
  return { partId, quantity, isOptional, allowsSubstitutes: false };
};
const need = (one: Component, covers?: readonly Cover[]): Need => {
  const itself = { partId: one.partId, numerator: 1, denominator: 1 };
  return { component: one, covers: covers ?? [itself] };
};

/** Kits over parts 0..n-1; a kit holds only parts of higher numbers, so there is no circle. */
const houses = fc.integer({ min: 2, max: 8 }).chain((count) =>
  fc
    .array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count }), {
      minLength: count,
      maxLength: count,
    })
    .map((rows) => {
      const kits = new Map<string, Component[]>();
      for (const [kit, row] of rows.entries()) {
        const inside = row.flatMap((quantity, at) =>
          at > kit && quantity > 0 ? [component(String(at), quantity, quantity === 3)] : [],
        );
        if (inside.length > 0) kits.set(String(kit), inside);
      }
      return { count, kits };
    }),
);

describe('an explosion', () => {
  it('equals walking every kit piece by piece', () => {
    const check = fc.property(
      houses,
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      ({ kits }, quantity, withOptional) => {
        const counted = new Map<string, number>();
        const walk = (partId: string): void => {
          counted.set(partId, (counted.get(partId) ?? 0) + 1);
          for (const one of kits.get(partId) ?? []) {
            if (one.isOptional && !withOptional) continue;
            for (let n = 0; n < one.quantity; n += 1) walk(one.partId);
          }
        };
        for (let n = 0; n < quantity; n += 1) walk('0');
        const asked = [{ partId: '0', quantity }];
        const demand = explode(kits, { asked, withOptional, freeOf: () => 0 }) ?? [];
        expect(new Map(demand.map((one) => [one.partId, one.quantity]))).toEqual(counted);
      },
    );
    fc.assert(check, { numRuns: 150 });
  });

  it('uses each piece of stock once, and never more than is wanted', () => {
    const stock = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 8, maxLength: 8 });
    const check = fc.property(houses, stock, ({ kits }, free) => {
      const freeOf = (partId: string) => free[Number(partId)] ?? 0;
      const asked = [{ partId: '0', quantity: 3 }];
      const demand = explode(kits, { asked, withOptional: true, freeOf }) ?? [];
      const needed = new Map(demand.map((one) => [one.partId, one.needed]));
      for (const one of demand) {
        expect(one.covered).toBe(Math.min(one.quantity, freeOf(one.partId)));
        const from = [...kits].reduce((sum, [kit, inside]) => {
          const own = inside.find(({ partId }) => partId === one.partId);
          return sum + (own?.quantity ?? 0) * (needed.get(kit) ?? 0);
        }, 0);
        expect(one.quantity).toBe(one.partId === '0' ? 3 : from);
      }
    });
    fc.assert(check, { numRuns: 150 });
  });

  it('refuses numbers that are no longer exact', () => {
    const kits = new Map([
      ['0', [component('1', 10_000)]],
      ['1', [component('2', 10_000)]],
    ]);
    const asked = [{ partId: '0', quantity: 1_000_000_000 }];
    expect(explode(kits, { asked, withOptional: true, freeOf: () => 0 })).toBeNull();
  });
});

describe('a circle', () => {
  it('is found exactly when a component leads back', () => {
    const check = fc.property(houses, fc.integer({ min: 0, max: 7 }), ({ count, kits }, to) => {
      const back = String(to % count);
      expect([...kits.keys()].filter((kit) => circleFrom(kits, kit) !== null)).toEqual([]);
      const reaches = (from: string): boolean =>
        from === back || (kits.get(from) ?? []).some(({ partId }) => reaches(partId));
      const closed = new Map([...kits, [back, [...(kits.get(back) ?? []), component('0', 1)]]]);
      const circle = circleFrom(closed, back);
      expect(circle !== null).toBe(reaches('0'));
      if (circle !== null) expect([circle[0], circle.at(-1)]).toEqual([back, back]);
    });
    fc.assert(check, { numRuns: 150 });
  });
});

const covers = fc
  .array(
    fc.record({
      partId: fc.constantFrom('a', 'b', 'c', 'd'),
      numerator: fc.integer({ min: 1, max: 3 }),
      denominator: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => all.filter((one, at) => all.findIndex((o) => o.partId === one.partId) === at));

describe('what kits take', () => {
  const needs = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), covers), {
    minLength: 1,
    maxLength: 4,
  });
  const stock = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 20 }));

  it('is there, stands for all that is wanted, and the rest is named', () => {
    const check = fc.property(needs, stock, fc.integer({ min: 1, max: 6 }), (said, free, kits) => {
      const all = said.map(([quantity, own], at) => need(component(`n${at}`, quantity), own));
      const { takes, missing } = coverKits(all, kits, (partId) => free[partId] ?? 0);
      for (const partId of ['a', 'b', 'c', 'd']) {
        const taken = takes.filter((one) => one.partId === partId);
        const sum = taken.reduce((total, one) => total + one.quantity, 0);
        expect(sum).toBeLessThanOrEqual(free[partId] ?? 0);
      }
      for (const { component: one, covers: own } of all) {
        const served = takes
          .filter(({ forPartId }) => forPartId === one.partId)
          .reduce((total, { partId, quantity }) => {
            const cover = own.find((c) => c.partId === partId);
            return total + (quantity * (cover?.denominator ?? 0)) / (cover?.numerator ?? 1);
          }, 0);
        const short = missing.find(({ partId }) => partId === one.partId)?.quantity ?? 0;
        expect(served + short).toBe(one.quantity * kits);
      }
    });
    fc.assert(check, { numRuns: 300 });
  });

  it('is min over components of free div quantity without substitutes', () => {
    const counts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 40 })),
      { minLength: 1, maxLength: 5 },
    );
    const check = fc.property(counts, (said) => {
      const all = said.map(([quantity], at) => need(component(String(at), quantity)));
      const found = buildable(all, (partId) => said[Number(partId)]?.[1] ?? 0);
      const each = said.map(([quantity, free]) => Math.floor(free / quantity));
      const least = Math.min(...each);
      expect(found.kits).toBe(least);
      const ending = each.flatMap((kits, at) => (kits === least ? [String(at)] : []));
      expect(found.limits.map(({ partId }) => partId)).toEqual(ending);
    });
    fc.assert(check, { numRuns: 200 });
  });

  it('is nothing for a kit without required components', () => {
    expect(buildable([need(component('a', 1, true))], () => 9)).toEqual({ kits: 0, limits: [] });
  });
});

describe('what comes out of a broken kit', () => {
  const half = { partId: 'b', numerator: 1, denominator: 2 };
  const itself = { partId: 'a', numerator: 1, denominator: 1 };
  const needs = [need(component('a', 3), [itself, half]), need(component('o', 1, true))];

  it.each([
    [[{ partId: 'a', quantity: 6 }], null],
    [
      [
        { partId: 'a', quantity: 2 },
        { partId: 'b', quantity: 2 },
        { partId: 'o', quantity: 2 },
      ],
      null,
    ],
    [[{ partId: 'a', quantity: 5 }], { expected: 6, given: 5 }],
    [
      [
        { partId: 'a', quantity: 6 },
        { partId: 'o', quantity: 3 },
      ],
      { partId: 'o', expected: 2, given: 3 },
    ],
    [[{ partId: 'x', quantity: 1 }], { flaw: 'not-a-component' }],
  ] as const)('%j gives %j', (found, flaw) => {
    const answer = breakFlaw(needs, 2, found);
    if (flaw === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject(flaw);
  });
});
