/** Rules of successors, alternates and units as properties: ratios multiply, order obeys, circles are seen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chained,
  chainOf,
  faultOf,
  lastSuccessor,
  type Relation,
  standInsFor,
} from '../../src/inventory/parts/relations/relations.rules.ts';
import { toBaseUnits } from '../../src/inventory/parts/units/units.rules.ts';

const day = '2026-11-22';

function relation(fromPartId: string, toPartId: string, more: Partial<Relation> = {}): Relation {
  return {
    fromPartId,
    toPartId,
    kind: 'supersedes',
    isTwoWay: false,
    numerator: 1,
    denominator: 1,
    validFrom: null,
    validTo: null,
    useUpOldFirst: true,
    effectivity: null,
    ...more,
  };
}

const idsOf = (relations: readonly Relation[], wanted: string) =>
  standInsFor(relations, wanted, day).map(({ partId }) => partId);

const ratio = fc.record({
  numerator: fc.integer({ min: 1, max: 50 }),
  denominator: fc.integer({ min: 1, max: 50 }),
});

/** A line of parts P0, P1, … with a ratio between each two. */
function lineOf(ratios: readonly { numerator: number; denominator: number }[], isTwoWay = false) {
  return ratios.map((one, at) => relation(`P${at}`, `P${at + 1}`, { ...one, isTwoWay }));
}

describe('what may stand in', () => {
  it('multiplies ratios along a chain, exactly and in lowest terms', () => {
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 6 }), (ratios) => {
        const found = standInsFor(lineOf(ratios), 'P0', day);
        expect(found.map(({ partId }) => partId)).toEqual(
          Array.from({ length: ratios.length + 1 }, (_, at) => `P${at}`),
        );
        const last = found.at(-1);
        const up = ratios.reduce((sum, one) => sum * BigInt(one.numerator), 1n);
        const down = ratios.reduce((sum, one) => sum * BigInt(one.denominator), 1n);
        expect(BigInt(last?.numerator ?? 0) * down).toBe(BigInt(last?.denominator ?? 0) * up);
        expect(
          chained(last ?? { numerator: 0, denominator: 0 }, { numerator: 1, denominator: 1 }),
        ).toEqual({ numerator: last?.numerator, denominator: last?.denominator });
      }),
    );
  });

  it('goes back with the ratio turned over, only where it may be given both ways', () => {
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 5 }), (ratios) => {
        const end = `P${ratios.length}`;
        expect(standInsFor(lineOf(ratios), end, day)).toHaveLength(1);
        const forth = standInsFor(lineOf(ratios, true), 'P0', day);
        const back = standInsFor(lineOf(ratios, true), end, day);
        const there = forth.find(({ partId }) => partId === end);
        const here = back.find(({ partId }) => partId === 'P0');
        expect([here?.numerator, here?.denominator]).toEqual([
          there?.denominator,
          there?.numerator,
        ]);
        expect(back).toHaveLength(forth.length);
      }),
    );
  });

  it('puts the old part first while its stock is to be used up, the new one first otherwise', () => {
    const usingUp = [relation('A', 'B'), relation('B', 'C')];
    expect(idsOf(usingUp, 'A')).toEqual(['A', 'B', 'C']);
    expect(standInsFor(usingUp, 'A', day)[1]?.useUpOldFirst).toBe(true);
    const atOnce = usingUp.map((one) => ({ ...one, useUpOldFirst: false }));
    expect(idsOf(atOnce, 'A')).toEqual(['C', 'B', 'A']);
    const twoWay = [relation('A', 'B', { isTwoWay: true })];
    expect(idsOf(twoWay, 'B')).toEqual(['A', 'B']);
    expect(idsOf([relation('A', 'B', { isTwoWay: true, useUpOldFirst: false })], 'B')).toEqual([
      'B',
      'A',
    ]);
  });

  it('names alternates last, passes successors on and alternates not', () => {
    const net = [
      relation('A', 'X', { kind: 'alternate', isTwoWay: true }),
      relation('X', 'Y', { kind: 'alternate', isTwoWay: true }),
      relation('X', 'X2'),
      relation('A', 'B'),
    ];
    expect(idsOf(net, 'A')).toEqual(['A', 'B', 'X', 'X2']);
    expect(standInsFor(net, 'A', day).map(({ kind }) => kind)).toEqual([
      'same',
      'supersedes',
      'alternate',
      'alternate',
    ]);
    expect(idsOf(net, 'Y')).toEqual(['Y', 'X', 'X2']);
  });

  it.each([
    [null, null, true],
    ['2026-11-22', '2026-11-22', true],
    ['2026-11-23', null, false],
    [null, '2026-11-21', false],
  ])('holds from %s to %s: %s', (validFrom, validTo, holds) => {
    const net = [relation('A', 'B', { validFrom, validTo })];
    expect(idsOf(net, 'A')).toEqual(holds ? ['A', 'B'] : ['A']);
    expect(lastSuccessor(net, 'A', day)).toBe(holds ? 'B' : null);
    expect(chainOf(net, 'B', day)).toEqual(holds ? ['A', 'B'] : ['B']);
  });

  it('ends on any net of relations, names each part once and the wanted one always', () => {
    const part = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    const edge = fc
      .record({
        fromPartId: part,
        toPartId: part,
        kind: fc.constantFrom('supersedes' as const, 'alternate' as const),
        isTwoWay: fc.boolean(),
        useUpOldFirst: fc.boolean(),
      })
      .map(({ fromPartId, toPartId, ...more }) => relation(fromPartId, toPartId, more));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 12 }), part, (net, wanted) => {
        const ids = idsOf(net, wanted);
        expect(ids).toContain(wanted);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(chainOf(net, wanted, day)).size).toBe(chainOf(net, wanted, day).length);
        lastSuccessor(net, wanted, day);
      }),
    );
  });

  it('joins the equipment that two relations of a chain hold for', () => {
    const net = [relation('A', 'B', { effectivity: 'SN 1-99' }), relation('B', 'C')];
    expect(standInsFor(net, 'A', day).map(({ effectivity }) => effectivity)).toEqual([
      null,
      'SN 1-99',
      'SN 1-99',
    ]);
  });
});

describe('what cannot be related', () => {
  it('sees every circle and tells its chain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (length) => {
        const line = Array.from({ length }, (_, at) => relation(`P${at}`, `P${at + 1}`));
        expect(faultOf(line, relation(`P${length}`, 'P0'))).toEqual({
          fault: 'circle',
          chain: [`P${length}`, ...Array.from({ length: length + 1 }, (_, at) => `P${at}`)],
        });
        expect(faultOf(line, relation(`P${length}`, 'NEW'))).toBeNull();
      }),
    );
  });

  it('lets a chain turn round later, when no day has both', () => {
    const before = relation('A', 'B', { validTo: '2026-01-31' });
    expect(faultOf([before], relation('B', 'A', { validFrom: '2026-02-01' }))).toBeNull();
    expect(faultOf([before], relation('B', 'A', { validFrom: '2026-01-31' }))?.fault).toBe(
      'circle',
    );
  });

  it('refuses a second successor on one day, and the same pair twice', () => {
    const first = relation('A', 'B', { validFrom: '2026-01-01', validTo: '2026-06-30' });
    const second = (validFrom: string) => faultOf([first], relation('A', 'C', { validFrom }));
    expect(second('2026-06-30')?.fault).toBe('second-successor');
    expect(second('2026-07-01')).toBeNull();
    const alternate = relation('B', 'A', { kind: 'alternate' });
    expect(faultOf([first], alternate)?.fault).toBe('related-already');
    expect(faultOf([first], relation('A', 'C', { kind: 'alternate' }))).toBeNull();
  });
});

describe('units', () => {
  it('are whole numbers of base units or refused', () => {
    const amounts = fc.record({
      numerator: fc.integer({ min: 1, max: 1_000_000 }),
      denominator: fc.integer({ min: 1, max: 1_000_000 }),
      quantity: fc.integer({ min: 1, max: 1_000_000_000 }),
    });
    fc.assert(
      fc.property(amounts, ({ numerator, denominator, quantity }) => {
        const part = { base: 'pcs', units: [{ unit: 'box', numerator, denominator }] };
        const found = toBaseUnits(part, quantity, 'box');
        const pieces = BigInt(quantity) * BigInt(numerator);
        const isWhole = pieces % BigInt(denominator) === 0n;
        if (found.ok) {
          expect(BigInt(found.quantity) * BigInt(denominator)).toBe(pieces);
          expect(found.quantity).toBeLessThanOrEqual(1_000_000_000);
        } else {
          expect(found.why).toBe(isWhole ? 'too-many' : 'not-whole');
        }
        expect(toBaseUnits(part, quantity, 'pcs')).toEqual({ ok: true, quantity });
        expect(toBaseUnits(part, quantity, 'crate')).toEqual({ ok: false, why: 'unknown-unit' });
      }),
    );
  });

  it.each([
    [2, 'box', { ok: true, quantity: 24 }],
    [5, 'half', { ok: false, why: 'not-whole' }],
    [6, 'half', { ok: true, quantity: 3 }],
  ] as const)('%d %s', (quantity, unit, expected) => {
    const units = [
      { unit: 'box', numerator: 12, denominator: 1 },
      { unit: 'half', numerator: 1, denominator: 2 },
    ];
    expect(toBaseUnits({ base: 'pcs', units }, quantity, unit)).toEqual(expected);
  });
});
