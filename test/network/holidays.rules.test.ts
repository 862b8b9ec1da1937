/** Days off as people paste them, and the route a return takes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHolidays } from '../../src/network/holidays.rules.ts';
import { type Route, routeFor } from '../../src/network/return-route.rules.ts';

describe('pasted holidays', () => {
  it('come in the forms people write dates in', () => {
    const text = [
      '2026-10-01 国庆节',
      '2026/10/2\t国庆节',
      '2026年10月3日，国庆节',
      '',
      '20261225 Christmas Day',
      '2026.12.26, Boxing Day',
      '2027-01-01',
    ].join('\n');
    expect(readHolidays(text)).toEqual({
      kind: 'holidays',
      holidays: [
        { day: '2026-10-01', name: '国庆节' },
        { day: '2026-10-02', name: '国庆节' },
        { day: '2026-10-03', name: '国庆节' },
        { day: '2026-12-25', name: 'Christmas Day' },
        { day: '2026-12-26', name: 'Boxing Day' },
        { day: '2027-01-01', name: '2027-01-01' },
      ],
    });
  });

  it.each(['2026-02-30 x', '2026-13-01', 'Christmas', '2026-1/1', '26-10-01'])(
    'name the first line that is none: %s',
    (line) => {
      const found = readHolidays(`2026-10-01 a\n${line}\n2026-10-02 b`);
      expect(found).toEqual({ kind: 'unreadable', line: 2, text: line });
    },
  );

  it('keep a day once, with the last name', () => {
    expect(readHolidays('2026-10-01 a\n2026/10/1 b')).toEqual({
      kind: 'holidays',
      holidays: [{ day: '2026-10-01', name: 'b' }],
    });
  });

  it('never break on what somebody pastes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(['holidays', 'unreadable']).toContain(readHolidays(text).kind);
      }),
    );
  });
});

const anything: Omit<Route, 'id'> = {
  fromSiteId: null,
  partId: null,
  category: null,
  partClass: null,
  condition: null,
};
const board = {
  fromSiteId: 'SH',
  partId: 'board',
  category: 'boards',
  isRepairable: true,
  condition: 'defective',
};

describe('the route of a return', () => {
  it('is the most particular one that fits', () => {
    const routes: Route[] = [
      { ...anything, id: '1' },
      { ...anything, id: '2', condition: 'defective' },
      { ...anything, id: '3', partClass: 'repairable' },
      { ...anything, id: '4', category: 'boards' },
      { ...anything, id: '5', category: 'boards', fromSiteId: 'SH' },
      { ...anything, id: '6', partId: 'board' },
    ];
    const taken: (string | undefined)[] = [];
    for (let left = routes; ; ) {
      const best = routeFor(left, board);
      if (best === null) break;
      taken.push(best.id);
      left = left.filter((route) => route !== best);
    }
    expect(taken).toEqual(['6', '5', '4', '3', '2', '1']);
  });

  it('is none when nothing fits', () => {
    const routes: Route[] = [
      { ...anything, id: '1', partClass: 'consumable' },
      { ...anything, id: '2', condition: 'good' },
      { ...anything, id: '3', fromSiteId: 'SZ' },
      { ...anything, id: '4', category: 'fans' },
      { ...anything, id: '5', partId: 'fan' },
    ];
    expect(routeFor(routes, board)).toBeNull();
  });
});
