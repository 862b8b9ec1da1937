/** Codes from a pattern: all of them, once each, in the order in which one walks past them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binGrid, binsMax } from '../../../src/inventory/sites/bin-grid.rules.ts';

const plain = { isSnake: false, startsAtEnd: false };
const snake = { isSnake: true, startsAtEnd: false };

function codesOf(pattern: string, walk = plain): readonly string[] {
  const grid = binGrid(pattern, walk);
  if (grid.kind !== 'codes') throw new Error(`${pattern}: ${grid.kind}`);
  return grid.codes;
}

describe('a pattern of bins', () => {
  it('keeps leading zeros and takes letters', () => {
    expect(codesOf('A-{08..11}')).toEqual(['A-08', 'A-09', 'A-10', 'A-11']);
    expect(codesOf('{9..11}')).toEqual(['9', '10', '11']);
    expect(codesOf('{A..C}1')).toEqual(['A1', 'B1', 'C1']);
    expect(codesOf('DESK')).toEqual(['DESK']);
  });

  it('is walked there and back, every bay from the bottom up', () => {
    expect(codesOf('{A..B}-{1..2}-{1..2}', snake)).toEqual([
      ...['A-1-1', 'A-1-2', 'A-2-1', 'A-2-2'],
      ...['B-2-1', 'B-2-2', 'B-1-1', 'B-1-2'],
    ]);
    const back = { isSnake: true, startsAtEnd: true };
    expect(codesOf('B-{1..2}-{1..2}', back)).toEqual(['B-2-1', 'B-2-2', 'B-1-1', 'B-1-2']);
  });

  it.each([
    ['A-{01..20', '{'],
    ['A-{20..01}', '{20..01}'],
    ['A-{1..}', '{1..}'],
    ['A-{A..z}', '{A..z}'],
    ['A-{01..100}', '{01..100}'],
    ['A B', 'A B'],
    ['库-{1..2}', '库-1'],
  ])('that cannot be read is named: %s', (pattern, at) => {
    expect(binGrid(pattern, plain)).toEqual({ kind: 'unreadable', at });
  });

  it('stops at the most that are added at a time, before it makes them', () => {
    expect(codesOf(`{1..${binsMax}}`)).toHaveLength(binsMax);
    expect(binGrid(`{1..${binsMax + 1}}`, plain).kind).toBe('too-many');
    expect(binGrid('{1..999999}-{1..999999}-{1..999999}', plain).kind).toBe('too-many');
  });

  it('that makes a code twice is refused', () => {
    const grid = binGrid('{1..12}{1..12}', plain);
    expect(grid).toEqual({ kind: 'repeated', codes: ['111', '112'] });
  });

  it('makes the same codes whichever way one walks, neighbours apart by one step', () => {
    const size = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(size, size, size, fc.boolean(), (aisles, bays, levels, startsAtEnd) => {
        const pattern = `{1..${aisles}}.{1..${bays}}.{1..${levels}}`;
        const walked = codesOf(pattern, { isSnake: true, startsAtEnd });
        expect([...walked].sort()).toEqual([...codesOf(pattern)].sort());
        expect(new Set(walked).size).toBe(aisles * bays * levels);
        const stops = [...new Set(walked.map((code) => code.slice(0, code.lastIndexOf('.'))))];
        stops.slice(1).forEach((stop, at) => {
          const [aisle = 0, bay = 0] = stop.split('.').map(Number);
          const [aisleBefore = 0, bayBefore = 0] = (stops[at] ?? '').split('.').map(Number);
          expect(Math.abs(aisle - aisleBefore) + Math.abs(bay - bayBefore)).toBe(1);
        });
      }),
    );
  });
});
