/** A little network in the database: calendars and lanes with everything filled in. */
import type { z } from 'zod';
import { addCalendar, addLane } from '../../src/network/index.ts';
import { mint, type World } from '../support/world.ts';

/** The calendar that every database starts with. */
export const always = '00000000-0000-7000-8000-000000000301';

/** A calendar of working days in Shanghai. */
export async function officeDays(world: World): Promise<string> {
  const { calendarId } = await world.run(addCalendar, {
    code: mint('CAL'),
    nameEn: 'Office days',
    nameZh: '工作日',
    timeZone: 'Asia/Shanghai',
    weekdays: [1, 2, 3, 4, 5],
    opensMinute: 540,
    closesMinute: 1080,
  });
  return calendarId;
}

type LaneInput = z.input<typeof addLane.input>;

/** What a lane of a day by road is made of. */
export function laneInput(
  fromSiteId: string,
  toSiteId: string,
  values: Partial<LaneInput> = {},
): LaneInput {
  const plain = { mode: 'road', leadHours: 24, currency: 'CNY', calendarId: always } as const;
  return { ...plain, fromSiteId, toSiteId, ...values };
}

/** Adds a lane and answers its id. */
export async function laneBetween(
  world: World,
  ends: readonly [string, string],
  values: Partial<LaneInput> = {},
): Promise<string> {
  return (await world.run(addLane, laneInput(...ends, values))).laneId;
}
