/** The calendar and the lanes of the demo company: a courier both ways by day, a plane when it is urgent. */

/** Working days in China, with the holidays that do not move. */
export const demoCalendar = {
  code: 'CN-WORK',
  nameEn: 'Working days, China',
  nameZh: '中国工作日',
  timeZone: 'Asia/Shanghai',
  weekdays: [1, 2, 3, 4, 5],
  opensMinute: 540,
  closesMinute: 1080,
};

/** Days off of a year, as somebody would paste them. */
export function demoHolidays(year: number): string {
  const days = [
    ['01-01', '元旦'],
    ['05-01', '劳动节'],
    ['10-01', '国庆节'],
    ['10-02', '国庆节'],
    ['10-03', '国庆节'],
  ];
  return days.map(([day, name]) => `${year}-${day} ${name}`).join('\n');
}

const road = { mode: 'road', carrier: '顺丰速运', leadHours: 40, spreadHours: 8 } as const;
const air = { mode: 'air', carrier: '顺丰速运', leadHours: 18, spreadHours: 4 } as const;

/** Lanes by the codes of their sites; freight in fen. */
export const demoLanes = [
  { from: 'SZ', to: 'SH', ...road, costMinor: 4_500, priority: 1, cutOffMinute: 960 },
  { from: 'SH', to: 'SZ', ...road, costMinor: 4_500, priority: 1, cutOffMinute: 960 },
  { from: 'SZ', to: 'SH', ...air, costMinor: 26_000, priority: 2, cutOffMinute: 840 },
] as const;
