/** Puts days off into a calendar from a pasted list, and takes them out again. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { day, id, text } from '../../platform/scalars.ts';
import { changeCalendar, dropHolidays, lockCalendar, putHolidays } from '../calendars.store.ts';
import { networkErrors } from '../errors.ts';
import { readHolidays } from '../holidays.rules.ts';
import { requireEverywhere } from '../require-everywhere.ts';

export const addHolidays = defineCommand({
  name: 'network.add-holidays',
  permission: 'network.edit',
  summary: 'Adds days off to a calendar, one a line: the date, then the name.',
  input: z.strictObject({ calendarId: id, lines: text(20_000) }),
  output: z.strictObject({ added: z.int() }),
  errors: ['network.unknown-calendar', 'network.calendar-retired', 'network.holidays-unreadable'],
  run: async (work, { calendarId, lines }) => {
    requireEverywhere(work);
    work.about(`work-calendar:${calendarId}`);
    const { retiredAt } = await lockCalendar(work, calendarId, null);
    if (retiredAt !== null) throw networkErrors.error('calendar-retired');
    const pasted = readHolidays(lines);
    if (pasted.kind === 'unreadable') {
      const { line, text: wrong } = pasted;
      throw networkErrors.error('holidays-unreadable', { line, text: wrong });
    }
    await putHolidays(work, calendarId, pasted.holidays);
    await changeCalendar(work, calendarId, {});
    return { added: pasted.holidays.length };
  },
});

export const removeHolidays = defineCommand({
  name: 'network.remove-holidays',
  permission: 'network.edit',
  summary: 'Makes days off working days again.',
  input: z.strictObject({ calendarId: id, days: z.array(day).min(1).max(400) }),
  output: z.strictObject({ removed: z.int() }),
  errors: ['network.unknown-calendar'],
  run: async (work, { calendarId, days }) => {
    requireEverywhere(work);
    work.about(`work-calendar:${calendarId}`);
    await lockCalendar(work, calendarId, null);
    const removed = await dropHolidays(work, calendarId, days);
    await changeCalendar(work, calendarId, {});
    return { removed };
  },
});
