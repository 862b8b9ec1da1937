/**
 * Warranty by age: the boundary days, the calendar's odd days, and properties that hold for any
 * dates. The oracle counts with UTC midnights, which the rule itself never does.
 */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { decideCoverage } from '../../../src/rma/warranty/warranty.rules.ts';
import {
  type Coverage,
  type CoverageQuestion,
  DEFAULT_WARRANTY_POLICY,
  type WarrantyExclusion,
  type WarrantyPolicy,
} from '../../../src/rma/warranty/warranty.vocabulary.ts';

const DAY_MS = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const plain = (minYear: number, maxYear: number) =>
  fc
    .integer({ min: utc(`${minYear}-01-01`) / DAY_MS, max: utc(`${maxYear}-12-31`) / DAY_MS })
    .map((d) => iso(d * DAY_MS));

const EXCLUSIONS: readonly WarrantyExclusion[] = [
  'proof-invalid',
  'serial-altered',
  'serial-disagrees',
  'misuse',
  'unauthorised-repair',
  'accident',
];

function ask(changes: Partial<CoverageQuestion> & Pick<CoverageQuestion, 'today'>): Coverage {
  const answer = decideCoverage({
    soldOn: '2024-01-15',
    acceptedOn: null,
    policy: DEFAULT_WARRANTY_POLICY,
    exclusions: [],
    ...changes,
  });
  if (answer.kind === 'refused') throw new Error(`${answer.reason} ${answer.field}`);
  return answer;
}

const codes = (coverage: Coverage) => coverage.reasons.map(({ code }) => code);

describe('tiers by age', () => {
  it.each([
    {
      today: '2024-01-15',
      dayNumber: 0,
      entitlement: 'refund',
      tier: 'refund',
      endsOn: '2024-01-22',
    },
    {
      today: '2024-01-22',
      dayNumber: 7,
      entitlement: 'refund',
      tier: 'refund',
      endsOn: '2024-01-22',
    },
    {
      today: '2024-01-23',
      dayNumber: 8,
      entitlement: 'exchange',
      tier: 'exchange',
      endsOn: '2024-02-14',
    },
    {
      today: '2024-02-14',
      dayNumber: 30,
      entitlement: 'exchange',
      tier: 'exchange',
      endsOn: '2024-02-14',
    },
    {
      today: '2024-02-15',
      dayNumber: 31,
      entitlement: 'repair',
      tier: 'free-repair',
      endsOn: '2025-01-15',
    },
    {
      today: '2025-01-15',
      dayNumber: 366,
      entitlement: 'repair',
      tier: 'free-repair',
      endsOn: '2025-01-15',
    },
    {
      today: '2025-01-16',
      dayNumber: 367,
      entitlement: 'paid',
      tier: 'none',
      endsOn: '2025-01-15',
    },
  ])('on $today, day $dayNumber: $tier', (expected) => {
    expect(ask({ today: expected.today })).toMatchObject({
      entitlement: expected.entitlement,
      tier: expected.tier,
      endsOn: expected.endsOn,
      dayNumber: expected.dayNumber,
    });
  });

  it('explains itself in order', () => {
    expect(ask({ today: '2024-01-23' }).reasons).toEqual([
      { code: 'started-at-sale', params: { startsOn: '2024-01-15' } },
      { code: 'within-exchange-days', params: { throughDay: 30, endsOn: '2024-02-14' } },
    ]);
    expect(codes(ask({ today: '2026-01-01' }))).toEqual(['started-at-sale', 'period-over']);
  });

  it("takes the maker's period when it is the longer one", () => {
    const policy = { ...DEFAULT_WARRANTY_POLICY, makerMonths: 36 };
    const answer = ask({ today: '2026-12-31', policy });
    expect(answer).toMatchObject({ entitlement: 'repair', tier: 'maker', endsOn: '2027-01-15' });
    const shorter = { ...DEFAULT_WARRANTY_POLICY, makerMonths: 6 };
    expect(ask({ today: '2024-12-31', policy: shorter }).tier).toBe('free-repair');
  });

  it('starts at acceptance when the terms say so, at the sale while that is unknown', () => {
    const policy: WarrantyPolicy = { ...DEFAULT_WARRANTY_POLICY, startsAt: 'acceptance' };
    const accepted = ask({ today: '2024-03-05', acceptedOn: '2024-03-01', policy });
    expect(accepted).toMatchObject({ startsOn: '2024-03-01', dayNumber: 4, entitlement: 'refund' });
    const unknown = ask({ today: '2024-03-05', policy });
    expect(unknown.startsOn).toBe('2024-01-15');
    expect(codes(unknown)[0]).toBe('acceptance-unknown-sale-used');
  });

  it('is paid without proof of purchase', () => {
    const answer = ask({ today: '2024-01-16', soldOn: null, acceptedOn: '2024-01-15' });
    expect(answer).toMatchObject({
      entitlement: 'paid',
      startsOn: null,
      endsOn: null,
      dayNumber: null,
    });
    expect(codes(answer)).toEqual(['no-proof-of-purchase']);
  });

  it('is paid for every exclusion, each named', () => {
    for (const exclusion of EXCLUSIONS) {
      const answer = ask({ today: '2024-01-16', exclusions: [exclusion] });
      expect(answer.entitlement).toBe('paid');
      expect(codes(answer)).toContain(`excluded-${exclusion}`);
    }
  });

  it('repairs free inside our own repair warranty, with or without proof of purchase', () => {
    const within = { repairedOn: '2025-11-30', today: '2026-02-28' };
    const answer = ask(within);
    expect(answer).toMatchObject({ tier: 'repair-warranty', endsOn: '2026-02-28' });
    expect(ask({ ...within, today: '2026-03-01' }).entitlement).toBe('paid');
    expect(ask({ ...within, soldOn: null }).entitlement).toBe('repair');
    expect(ask({ ...within, exclusions: ['accident'] }).entitlement).toBe('paid');
  });

  it('prefers what the sale still grants over the repair warranty', () => {
    expect(ask({ today: '2024-01-20', repairedOn: '2024-01-19' }).tier).toBe('refund');
  });
});

describe('what cannot be decided', () => {
  const today = '2024-06-01';
  it.each<[Partial<CoverageQuestion>, string, string]>([
    [{ soldOn: '2024-06-02' }, 'date-in-future', 'soldOn'],
    [{ acceptedOn: '2024-06-02' }, 'date-in-future', 'acceptedOn'],
    [{ repairedOn: '2024-06-02' }, 'date-in-future', 'repairedOn'],
    [{ acceptedOn: '2024-01-14' }, 'accepted-before-sale', 'acceptedOn'],
    [{ soldOn: '2023-02-29' }, 'date-unknown', 'soldOn'],
    [{ soldOn: '2024-1-5' }, 'date-unknown', 'soldOn'],
    [{ today: 'tomorrow' }, 'date-unknown', 'today'],
  ])('%j is refused', (changes, reason, field) => {
    const question = {
      soldOn: '2024-01-15',
      acceptedOn: null,
      policy: DEFAULT_WARRANTY_POLICY,
      exclusions: [],
      today,
      ...changes,
    };
    expect(decideCoverage(question)).toEqual({ kind: 'refused', reason, field });
  });
});

const policies = fc.record({
  startsAt: fc.constantFrom('sale' as const, 'acceptance' as const),
  windows: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 60 })).map(
    ([refund, more]) =>
      [
        { entitlement: 'refund', throughDay: refund },
        { entitlement: 'exchange', throughDay: refund + more },
      ] as const,
  ),
  freeRepairMonths: fc.integer({ min: 0, max: 36 }),
  makerMonths: fc.option(fc.integer({ min: 0, max: 60 })),
  repairWarrantyMonths: fc.integer({ min: 0, max: 12 }),
});

const RANK = { refund: 3, exchange: 2, repair: 1, paid: 0 } as const;

describe('for any dates and terms', () => {
  it('never grants more on a later day, and ends on the day it said', () => {
    const days = fc.integer({ min: 0, max: 2500 });
    fc.assert(
      fc.property(
        plain(1996, 2030),
        policies,
        fc.tuple(days, days),
        fc.option(days),
        (soldOn, policy, [a, b], r) => {
          const [early, late] = [Math.min(a, b), Math.max(a, b)];
          const on = (day: number) => iso(utc(soldOn) + day * DAY_MS);
          const repairedOn = r === null ? null : on(Math.min(r, early));
          const at = (today: string) => ask({ soldOn, policy, repairedOn, today });
          const first = at(on(early));
          expect(RANK[first.entitlement]).toBeGreaterThanOrEqual(RANK[at(on(late)).entitlement]);
          expect(first.dayNumber).toBe(early);
          if (first.tier === 'none' || first.endsOn === null) return;
          expect(at(first.endsOn)).toMatchObject({ tier: first.tier, endsOn: first.endsOn });
          const next = at(iso(utc(first.endsOn) + DAY_MS));
          expect([next.tier, next.endsOn]).not.toEqual([first.tier, first.endsOn]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('grants nothing free once excluded', () => {
    fc.assert(
      fc.property(
        plain(1996, 2030),
        policies,
        fc.subarray([...EXCLUSIONS], { minLength: 1 }),
        (today, policy, exclusions) => {
          expect(ask({ soldOn: today, today, policy, exclusions }).entitlement).toBe('paid');
        },
      ),
    );
  });
});

describe('daylight saving', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Apia', 'Australia/Lord_Howe'])(
    'moves no day in %s',
    (name) => {
      process.env.TZ = name;
      expect(ask({ soldOn: '2024-03-03', today: '2024-03-10' }).entitlement).toBe('refund');
      expect(ask({ soldOn: '2024-03-03', today: '2024-03-11' }).entitlement).toBe('exchange');
      expect(ask({ soldOn: '2011-12-28', today: '2012-01-04' }).dayNumber).toBe(7);
      expect(ask({ soldOn: '2024-10-27', today: '2024-11-03' }).dayNumber).toBe(7);
    },
  );
});
