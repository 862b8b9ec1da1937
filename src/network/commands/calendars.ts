/** Adds, changes and retires working calendars. They hold for every site that uses them. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import {
  addCalendar as addRow,
  changeCalendar as changeRow,
  lanesOfCalendar,
  lockCalendar,
  refuseTakenCode,
} from '../calendars.store.ts';
import { calendarWords } from '../contract.ts';
import { networkErrors } from '../errors.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import { closesAfterOpening } from '../validity.rules.ts';

const hoursRule = { path: ['closesMinute'], error: 'invalid' };
const nameRule = { path: ['nameEn'], error: 'name-required' };
const isNamed = (one: { nameEn: string | null; nameZh: string | null }) =>
  one.nameEn !== null || one.nameZh !== null;

/** The working days as they are stored: `12345`. */
const digits = (weekdays: readonly number[]) => [...new Set(weekdays)].sort().join('');

export const addCalendar = defineCommand({
  name: 'network.add-calendar',
  permission: 'network.edit',
  summary: 'Adds a working calendar: days of the week, hours and time zone.',
  input: z
    .strictObject(calendarWords)
    .refine(closesAfterOpening, hoursRule)
    .refine(isNamed, nameRule),
  output: z.strictObject({ calendarId: z.uuid() }),
  errors: ['network.calendar-code-taken'],
  run: async (work, { weekdays, ...values }) => {
    requireEverywhere(work);
    refuseTakenCode(work, values.code);
    const calendarId = await addRow(work, { ...values, weekdays: digits(weekdays) });
    work.about(`work-calendar:${calendarId}`);
    return { calendarId };
  },
});

export const changeCalendar = defineCommand({
  name: 'network.change-calendar',
  permission: 'network.edit',
  summary: 'Changes a working calendar; later departures follow it at once.',
  input: z
    .strictObject({ calendarId: id, version: z.int(), ...calendarWords })
    .refine(closesAfterOpening, hoursRule)
    .refine(isNamed, nameRule),
  output: z.strictObject({ version: z.int() }),
  errors: [
    'network.unknown-calendar',
    'platform.stale-version',
    'network.calendar-retired',
    'network.calendar-code-taken',
  ],
  run: async (work, { calendarId, version, weekdays, ...values }) => {
    requireEverywhere(work);
    work.about(`work-calendar:${calendarId}`);
    const { retiredAt } = await lockCalendar(work, calendarId, version);
    if (retiredAt !== null) throw networkErrors.error('calendar-retired');
    refuseTakenCode(work, values.code);
    await changeRow(work, calendarId, { ...values, weekdays: digits(weekdays) });
    return { version: version + 1 };
  },
});

export const retireCalendar = defineCommand({
  name: 'network.retire-calendar',
  permission: 'network.edit',
  summary: 'Takes a calendar out of use that no lane uses.',
  input: z.strictObject({ calendarId: id, version: z.int() }),
  output: z.strictObject({ version: z.int() }),
  errors: [
    'network.unknown-calendar',
    'platform.stale-version',
    'network.calendar-retired',
    'network.calendar-in-use',
  ],
  run: async (work, { calendarId, version }) => {
    requireEverywhere(work);
    work.about(`work-calendar:${calendarId}`);
    const { retiredAt } = await lockCalendar(work, calendarId, version);
    if (retiredAt !== null) throw networkErrors.error('calendar-retired');
    const count = await lanesOfCalendar(work, calendarId);
    if (count > 0) throw networkErrors.error('calendar-in-use', { count });
    await changeRow(work, calendarId, { retiredAt: work.now });
    return { version: version + 1 };
  },
});
