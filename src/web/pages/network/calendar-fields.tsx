/** What is asked of a working calendar. */
import type { FormState } from '../../form.ts';
import { CheckField, CheckList, TextField } from '../../ui/fields.tsx';
import type { Visit } from '../../visit.ts';
import { readClocks } from './transit-text.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Reads the hours as people type them. */
export function readCalendarTexts(texts: Map<string, string[]>): void {
  readClocks(texts, ['opensMinute', 'closesMinute']);
}

/** The days of the week in words. */
export function weekdayTexts({ say }: Visit, days: readonly number[]): string[] {
  return weekdays.filter((day) => days.includes(day)).map((day) => say(`network.weekday.${day}`));
}

/** The fields of a calendar. */
export function CalendarFields({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const days = weekdays.map((day) => ({
    value: String(day),
    label: say(`network.weekday.${day}`),
  }));
  const hint = say('network.name-hint');
  return (
    <>
      <TextField
        form={form}
        name="code"
        label={say('network.code')}
        maxlength={20}
        required
        isCode
      />
      <TextField form={form} name="nameEn" label={say('network.name-en')} hint={hint} />
      <TextField form={form} name="nameZh" label={say('network.name-zh')} hint={hint} />
      <TextField
        form={form}
        name="timeZone"
        label={say('network.zone')}
        hint={say('network.zone-hint')}
        maxlength={60}
        required
      />
      <CheckList form={form} name="weekdays" label={say('network.weekdays')} options={days} />
      <TextField
        form={form}
        name="opensMinute"
        label={say('network.opens')}
        maxlength={5}
        required
      />
      <TextField
        form={form}
        name="closesMinute"
        label={say('network.closes')}
        hint={say('network.closes-hint')}
        maxlength={5}
        required
      />
      <CheckField
        form={form}
        name="countsOpenHours"
        label={say('network.counts')}
        hint={say('network.counts-hint')}
      />
    </>
  );
}
