/** The words of the transport network for the desks: what lanes, calendars and routes are made of. */
import { z } from 'zod';
import { conditionCode, labelCode } from '../inventory/contract.ts';
import { currency, day, id, moneyMinor, text } from '../platform/scalars.ts';
import { isTimeZone } from './zone-offset.ts';

export const laneModes = ['road', 'air', 'sea', 'courier', 'own-van', 'hand'] as const;
export const autoReceipts = ['lead-time', 'arrival-scan'] as const;
export const partClasses = ['repairable', 'consumable'] as const;

const hours = z.int().min(0).max(8760);
const minuteOfDay = z.int().min(0).max(1439);

/** What a lane is made of. */
export const laneWords = {
  fromSiteId: id,
  toSiteId: id,
  mode: z.enum(laneModes),
  carrier: text(80).nullable().default(null),
  leadHours: hours,
  spreadHours: hours.default(0),
  costMinor: moneyMinor.default(0),
  currency,
  calendarId: id,
  cutOffMinute: minuteOfDay.nullable().default(null),
  priority: z.int().min(1).max(9).default(1),
  validFrom: day.nullable().default(null),
  validTo: day.nullable().default(null),
  autoReceiveAfter: z.enum(autoReceipts).nullable().default(null),
};

const version = z.int();

export const laneView = z.strictObject({
  id,
  ...laneWords,
  fromSiteCode: z.string(),
  toSiteCode: z.string(),
  calendarCode: z.string(),
  version,
  retiredAt: z.iso.datetime().nullable(),
});
export type LaneView = z.infer<typeof laneView>;

/** What a calendar is made of. */
export const calendarWords = {
  code: labelCode.max(20),
  nameEn: text(120).nullable().default(null),
  nameZh: text(120).nullable().default(null),
  timeZone: z.string().max(60).refine(isTimeZone, { error: 'unknown-time-zone' }),
  /** 1 is Monday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  opensMinute: minuteOfDay,
  closesMinute: z.int().min(1).max(1440),
  countsOpenHours: z.boolean().default(false),
};

const holidayView = z.strictObject({ day, name: z.string() });

export const calendarView = z.strictObject({
  id,
  ...calendarWords,
  version,
  retiredAt: z.iso.datetime().nullable(),
  holidays: z.array(holidayView),
  /** Lanes that use it. */
  lanes: z.int(),
});
export type CalendarView = z.infer<typeof calendarView>;

/** What a return route is made of; what is empty fits everything. */
export const routeWords = {
  fromSiteId: id.nullable().default(null),
  partId: id.nullable().default(null),
  category: text(100).nullable().default(null),
  partClass: z.enum(partClasses).nullable().default(null),
  condition: conditionCode.nullable().default(null),
  toSiteId: id.nullable().default(null),
  toPartyId: id.nullable().default(null),
  note: text(400).nullable().default(null),
};

export const routeView = z.strictObject({
  id,
  ...routeWords,
  fromSiteCode: z.string().nullable(),
  partNumber: z.string().nullable(),
  toSiteCode: z.string().nullable(),
  toPartyCode: z.string().nullable(),
  toPartyKind: z.string().nullable(),
  version,
});
export type RouteView = z.infer<typeof routeView>;
