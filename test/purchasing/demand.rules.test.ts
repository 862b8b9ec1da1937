/** Netting counts every piece once, never buys what is there, and never forgets who waits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netDemand, type Pool, poolKinds } from '../../src/purchasing/demand.rules.ts';

const parts = ['p', 'q'] as const;
const sites = ['a', 'b', 'c'] as const;
const count = fc.integer({ min: 0, max: 30 });
const at = { partId: fc.constantFrom(...parts), siteId: fc.constantFrom(...sites) };
const world = fc.record({
  wishes: fc
    .array(fc.record({ ...at, waiting: fc.integer({ min: 1, max: 30 }) }), { maxLength: 12 })
    .map((rows) => rows.map((row, index) => ({ ...row, lineId: `l${index}` }))),
  handMade: fc
    .array(fc.record({ ...at, open: fc.integer({ min: 1, max: 30 }) }), { maxLength: 4 })
    .map((rows) => rows.map((row, index) => ({ ...row, demandId: `d${index}` }))),
  pools: fc.array(fc.record({ ...at, kind: fc.constantFrom(...poolKinds), quantity: count }), {
    maxLength: 12,
  }),
});

const total = <T>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);
const none = new Map<string, never>();

describe('netting', () => {
  it('buys of each part just what is missing everywhere, and all that was asked by hand', () => {
    fc.assert(
      fc.property(world, (given) => {
        const needs = netDemand({ ...given, standIns: none });
        for (const part of parts) {
          const waiting = total(
            given.wishes.filter(({ partId }) => partId === part),
            (wish) => wish.waiting,
          );
          const there = total(
            given.pools.filter(({ partId }) => partId === part),
            (pool) => pool.quantity,
          );
          const byHand = total(
            given.handMade.filter(({ partId }) => partId === part),
            (one) => one.open,
          );
          const own = needs.filter(({ partId }) => partId === part);
          expect(total(own, ({ short }) => short)).toBe(Math.max(0, waiting - there));
          expect(total(own, ({ quantity }) => quantity)).toBe(
            Math.max(0, waiting - there) + byHand,
          );
        }
      }),
    );
  });

  it('explains every number: waiting less what is there is what is short', () => {
    fc.assert(
      fc.property(world, (given) => {
        for (const need of netDemand({ ...given, standIns: none })) {
          const { waiting, free, road, expected, draft, short } = need;
          expect(waiting - free - road - expected - draft).toBe(short);
          expect(total(need.wishes, (wish) => wish.short)).toBe(short);
          expect(total(need.wishes, (wish) => wish.waiting)).toBe(waiting);
        }
      }),
    );
  });

  it('is nothing once what was short is on a draft', () => {
    fc.assert(
      fc.property(world, (given) => {
        const first = netDemand({ ...given, handMade: [], standIns: none });
        const drafts = first.map(({ partId, siteId, quantity }): Pool => {
          return { kind: 'draft', partId, siteId, quantity };
        });
        const pools = [...given.pools, ...drafts];
        const second = netDemand({ ...given, handMade: [], pools, standIns: none });
        expect(total(second, ({ quantity }) => quantity)).toBe(0);
      }),
    );
  });

  it('serves whoever is first, and the same site before another', () => {
    const wish = { partId: 'p', waiting: 3 };
    const [first, second] = netDemand({
      wishes: [
        { ...wish, siteId: 'a', lineId: 'urgent' },
        { ...wish, siteId: 'b', lineId: 'later' },
      ],
      handMade: [],
      pools: [{ kind: 'free', partId: 'p', siteId: 'b', quantity: 4 }],
      standIns: none,
    });
    expect(second).toMatchObject({ siteId: 'b', free: 3, short: 0 });
    expect(first).toMatchObject({ siteId: 'a', free: 1, short: 2 });
  });

  it('counts what may stand in, whole pieces only', () => {
    const standIns = new Map([['p', [{ partId: 'q', numerator: 2, denominator: 1 }]]]);
    const [need] = netDemand({
      wishes: [{ lineId: 'l', partId: 'p', siteId: 'a', waiting: 3 }],
      handMade: [],
      pools: [{ kind: 'expected', partId: 'q', siteId: 'b', quantity: 5 }],
      standIns,
    });
    expect(need).toMatchObject({ waiting: 3, expected: 2, short: 1 });
  });
});
