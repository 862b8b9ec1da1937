/** When a received unit is promised back: working days from receipt. Pure; the calendar is Monday to Friday. */
import { addDays, daysBetween } from './warranty/plain-date.rules.ts';

/** Working days from receipt to return shipping, transport excluded. */
const repairWorkingDays = 5;

/** Any Monday: days since then, modulo seven, are the day of the week. */
const someMonday = '2024-01-01';

function isWeekend(day: string): boolean {
  const since = daysBetween(someMonday, day) ?? 0;
  return ((since % 7) + 7) % 7 >= 5;
}

/** The day `repairWorkingDays` working days after the day of receipt. */
export function promisedDay(receivedOn: string): string {
  let day = receivedOn;
  for (let left = repairWorkingDays; left > 0; ) {
    day = addDays(day, 1) ?? day;
    if (!isWeekend(day)) left -= 1;
  }
  return day;
}
