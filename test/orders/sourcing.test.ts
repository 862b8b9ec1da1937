/** The sourcing answer: what it must be for every world, and what it says in worlds told in words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planTakes } from '../../src/orders/allocation/plan.rules.ts';
import { answerSourcing } from '../../src/orders/sourcing/sourcing.rules.ts';
import type {
  Candidate,
  StandInUse,
  StockCandidate,
  Wanted,
  Ways,
} from '../../src/orders/sourcing/sourcing.vocabulary.ts';

const now = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
const same: StandInUse = {
  kind: 'same',
  order: 0,
  numerator: 1,
  denominator: 1,
  useUpOldFirst: true,
  effectivity: null,
};

function stock(given: Partial<StockCandidate> & { readonly pileId: string }): StockCandidate {
  return {
    kind: 'stock',
    partId: 'P',
    partNumber: 'P',
    standIn: same,
    siteId: 'HERE',
    siteCode: 'HERE',
    locationId: `bin-${given.pileId}`,
    locationCode: `BIN-${given.pileId}`,
    isVan: false,
    isSerial: false,
    custodianId: null,
    condition: 'new',
    lotNumber: null,
    expiresOn: null,
    quantity: 10,
    since: 1,
    ...given,
  };
}

const wanted: Wanted = {
  partId: 'P',
  quantity: 5,
  destination: { locationId: 'bench', siteId: 'HERE', custodianId: 'ann' },
  neededBy: now + 48 * hour,
  now,
  isUrgent: false,
};
const ways: Ways = {
  isDescribed: true,
  arrivals: [
    { siteId: 'NEAR', arriveAt: now + 24 * hour, costMinor: 500, currency: 'CNY', waits: [] },
    { siteId: 'FAR', arriveAt: now + 72 * hour, costMinor: 100, currency: 'CNY', waits: [] },
    { siteId: 'DEAR', arriveAt: now + 2 * hour, costMinor: 9000, currency: 'CNY', waits: [] },
  ],
};

const sites = ['HERE', 'NEAR', 'FAR', 'DEAR', 'NOWHERE'] as const;
const standIn: fc.Arbitrary<StandInUse> = fc.record({
  kind: fc.constantFrom('same', 'supersedes', 'alternate'),
  order: fc.nat(2),
  numerator: fc.integer({ min: 1, max: 3 }),
  denominator: fc.integer({ min: 1, max: 3 }),
  useUpOldFirst: fc.boolean(),
  effectivity: fc.constantFrom(null, null, 'SN 1-9'),
});
const pile = fc.record({
  siteId: fc.constantFrom(...sites),
  quantity: fc.nat(9),
  since: fc.nat(3),
  condition: fc.constantFrom('new' as const, 'good' as const),
  expiresOn: fc.constantFrom(null, '2026-11-22', '2026-11-24', '2027-01-01'),
  isVan: fc.boolean(),
  custodianId: fc.constantFrom(null, 'ann', 'bob'),
  partId: fc.constantFrom('P', 'Q'),
});
const candidates = fc
  .tuple(fc.array(pile, { maxLength: 12 }), standIn)
  .map(([piles, other]): Candidate[] =>
    piles.map((one, at) =>
      stock({
        ...one,
        pileId: `pile-${at}`,
        locationId: at === 3 ? 'bench' : `bin-${at}`,
        standIn: one.partId === 'P' ? same : other,
      }),
    ),
  );
const wish = fc
  .record({
    quantity: fc.integer({ min: 1, max: 20 }),
    neededBy: fc.constantFrom(null, now - hour, now + 3 * hour, now + 48 * hour),
    isUrgent: fc.boolean(),
  })
  .map((some): Wanted => ({ ...wanted, ...some }));

describe('every answer', () => {
  it('is the same whatever the order of the candidates', () => {
    fc.assert(
      fc.property(wish, candidates, fc.infiniteStream(fc.nat(1000)), (want, all, chance) => {
        const shuffled = all
          .map((one) => ({ one, by: chance.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        expect(answerSourcing(want, shuffled, ways)).toEqual(answerSourcing(want, all, ways));
      }),
    );
  });

  it('takes no more than is there and no more than is wanted, and only where it may', () => {
    fc.assert(
      fc.property(wish, candidates, (want, all) => {
        const answer = answerSourcing(want, all, ways);
        const covered = answer.sources.reduce((sum, { covers }) => sum + covers, 0);
        expect(answer.covered).toBe(covered);
        expect(answer.covered + answer.waiting).toBe(want.quantity);
        expect(answer.waiting).toBeGreaterThanOrEqual(0);
        for (const source of answer.sources) {
          const { take, covers, candidate, isPromisable } = source;
          expect(take).toBeLessThanOrEqual(candidate.quantity);
          const { numerator, denominator } = candidate.standIn;
          expect(take * denominator).toBeGreaterThanOrEqual(covers * numerator);
          expect((take - 1) * denominator).toBeLessThan(Math.max(1, covers * numerator));
          if (!isPromisable) expect(take).toBe(0);
          if (covers === 0) expect(take).toBe(0);
        }
      }),
    );
  });

  it('waits only for what no source it may take from still has', () => {
    fc.assert(
      fc.property(wish, candidates, (want, all) => {
        const { sources, waiting } = answerSourcing(want, all, ways);
        if (waiting === 0) return;
        for (const source of sources) {
          if (source.isPromisable) expect(source.covers).toBe(source.coversAtMost);
        }
      }),
    );
  });

  it('ranks what is on time before what is late, and the late by arrival', () => {
    fc.assert(
      fc.property(wish, candidates, (want, all) => {
        const { sources } = answerSourcing(want, all, ways);
        for (const [at, source] of sources.entries()) {
          const before = sources[at - 1];
          expect(source.rank).toBe(at + 1);
          if (before === undefined) continue;
          if (source.isOnTime) expect(before.isOnTime).toBe(true);
          const likeKind =
            before.candidate.standIn.order === source.candidate.standIn.order &&
            before.isWhole === source.isWhole &&
            (before.nearness === 'peer-van') === (source.nearness === 'peer-van');
          if (before.isOnTime || !likeKind || source.arriveAt === null) continue;
          expect(before.arriveAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(source.arriveAt);
        }
      }),
    );
  });

  it('never gives two lines the same piece', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 4 }), candidates, (wishes, all) => {
        const piles = all.flatMap((one) => (one.kind === 'stock' ? [one] : []));
        const standIns = [{ ...same, partId: 'P' }];
        const takes = planTakes(
          wishes.map((one, at) => ({
            ...{ lineId: `line-${at}`, wanted: one, standIns, ways, turn: [at] },
          })),
          piles,
        );
        for (const { pileId, quantity } of piles) {
          const taken = takes.filter(({ candidate }) => candidate.pileId === pileId);
          expect(taken.reduce((sum, { take }) => sum + take, 0)).toBeLessThanOrEqual(quantity);
        }
      }),
    );
  });
});

const taken = (all: readonly Candidate[], want = wanted, by = ways) =>
  answerSourcing(want, all, by)
    .sources.filter(({ take }) => take > 0)
    .map(({ candidate, take }) => [candidate.kind === 'stock' ? candidate.pileId : '-', take]);

describe('in words', () => {
  it('takes the cheaper of two sites that are both in time, not the sooner', () => {
    const all = [
      stock({ pileId: 'near', siteId: 'NEAR' }),
      stock({ pileId: 'dear', siteId: 'DEAR' }),
    ];
    expect(taken(all)).toEqual([['near', 5]]);
  });

  it('takes what is in time before what is cheap', () => {
    const all = [
      stock({ pileId: 'far', siteId: 'FAR' }),
      stock({ pileId: 'near', siteId: 'NEAR' }),
    ];
    expect(taken(all)).toEqual([['near', 5]]);
    expect(taken(all, { ...wanted, neededBy: null })).toEqual([['far', 5]]);
  });

  it('takes one site that has the whole line before two that have it together', () => {
    const all = [
      stock({ pileId: 'here', quantity: 4 }),
      stock({ pileId: 'near', siteId: 'NEAR', quantity: 5 }),
    ];
    expect(taken(all)).toEqual([['near', 5]]);
    const late = { ...wanted, neededBy: now + hour };
    expect(taken(all, late)).toEqual([
      ['here', 4],
      ['near', 1],
    ]);
  });

  it('uses up what expires first, then the oldest; refurbished before new', () => {
    const all = [
      stock({ pileId: 'old', since: 1, quantity: 2 }),
      stock({ pileId: 'later', expiresOn: '2027-06-01', since: 0, quantity: 2 }),
      stock({ pileId: 'soon', expiresOn: '2027-01-01', since: 9, quantity: 2 }),
      stock({ pileId: 'good', condition: 'good', since: 9, quantity: 1 }),
    ];
    expect(taken(all)).toEqual([
      ['good', 1],
      ['soon', 2],
      ['later', 2],
    ]);
  });

  it('leaves what would expire on the way', () => {
    const all = [stock({ pileId: 'near', siteId: 'NEAR', expiresOn: '2026-11-22' })];
    expect(taken(all)).toEqual([]);
    expect(answerSourcing(wanted, all, ways).sources[0]?.reasons).toContainEqual({
      code: 'expires-before-arrival',
      params: {},
    });
  });

  it('asks a colleague before it empties his van, unless nothing is more urgent', () => {
    const all = [stock({ pileId: 'van', isVan: true, custodianId: 'bob' })];
    expect(taken(all)).toEqual([]);
    expect(taken(all, { ...wanted, isUrgent: true })).toEqual([['van', 5]]);
    const own = [
      stock({ pileId: 'own', isVan: true, custodianId: 'ann' }),
      stock({ pileId: 'bin' }),
    ];
    expect(taken(own)).toEqual([['own', 5]]);
  });

  it('gives a successor by its ratio, in whole pieces', () => {
    const pair: StandInUse = { ...same, kind: 'supersedes', order: 1, numerator: 2 };
    const all = [
      stock({ pileId: 'new', partId: 'Q', standIn: pair, quantity: 7 }),
      stock({ pileId: 'old', quantity: 1 }),
    ];
    expect(taken(all)).toEqual([
      ['old', 1],
      ['new', 6],
    ]);
  });

  it('takes nothing over no way, but anything where no network is described', () => {
    const all = [stock({ pileId: 'away', siteId: 'NOWHERE' })];
    expect(taken(all)).toEqual([]);
    expect(taken(all, wanted, { arrivals: [], isDescribed: false })).toEqual([['away', 5]]);
  });
});
