/** One calendar: its days off, changing it, and taking it out of use. */
import type { CalendarView } from '../../../network/contract.ts';
import {
  addHolidays,
  changeCalendar,
  getCalendar,
  removeHolidays,
  retireCalendar,
} from '../../../network/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { Actions } from '../../ui/actions.tsx';
import { CheckList, TextArea } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Facts } from '../../ui/table.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { CalendarFields, readCalendarTexts, weekdayTexts } from './calendar-fields.tsx';
import { shownAgain } from './lanes-page.tsx';
import { clockText } from './transit-text.ts';

type Which = 'edit' | 'holidays' | 'holidays-remove' | 'retire';
type Refused = { readonly which: Which; readonly form: FormState };

interface Props {
  readonly visit: Visit;
  readonly calendar: CalendarView;
  readonly refused: Refused | undefined;
}

function Holidays({ visit, calendar, refused }: Props) {
  const { say } = visit;
  const { id, holidays } = calendar;
  const base = `/network/calendars/${id}`;
  const mayEdit = visit.can('network.edit') && calendar.retiredAt === null;
  const paste = refused?.which === 'holidays' ? refused.form : blankForm(visit);
  const remove = refused?.which === 'holidays-remove' ? refused.form : blankForm(visit);
  const days = holidays.map(({ day, name }) => ({ value: day, label: `${day} ${name}` }));
  return (
    <section class="panel" aria-labelledby="holidays">
      <h2 id="holidays">{say('network.holidays')}</h2>
      {holidays.length === 0 ? <p class="empty">{say('network.holidays-none')}</p> : null}
      {holidays.length > 0 && mayEdit ? (
        <FormBox visit={visit} form={remove} action={`${base}/holidays-remove`}>
          <CheckList form={remove} name="days" label={say('network.day')} options={days} />
          <button type="submit">{say('network.holidays-remove')}</button>
        </FormBox>
      ) : null}
      {mayEdit ? null : (
        <ul>
          {days.map(({ label }) => (
            <li>{label}</li>
          ))}
        </ul>
      )}
      {mayEdit ? (
        <FormBox
          visit={visit}
          form={paste}
          action={`${base}/holidays`}
          label={say('network.holidays-go')}
        >
          <TextArea
            form={paste}
            name="lines"
            label={say('network.holidays-add')}
            hint={say('network.holidays-hint')}
            rows={8}
            required
          />
        </FormBox>
      ) : null}
    </section>
  );
}

function Edit({ visit, calendar, refused }: Props) {
  const { say } = visit;
  const { id, version, opensMinute, closesMinute, weekdays, ...rest } = calendar;
  const { code, nameEn, nameZh, timeZone, countsOpenHours } = rest;
  const filled = {
    ...{ code, nameEn, nameZh, timeZone, countsOpenHours },
    weekdays: weekdays.map(String),
    opensMinute: clockText(opensMinute),
    closesMinute: clockText(closesMinute),
  };
  const form = refused?.which === 'edit' ? refused.form : blankForm(visit, filled);
  return (
    <FormBox
      visit={visit}
      form={form}
      action={`/network/calendars/${id}/edit`}
      version={version}
      label={say('network.calendar-go')}
    >
      <CalendarFields visit={visit} form={form} />
    </FormBox>
  );
}

/** Shows a calendar with its forms. */
export async function showCalendar(visit: Visit, refused?: Refused) {
  const { say, locale } = visit;
  const calendar = await visit.ask(getCalendar, { calendarId: idStep(visit, 'id') });
  const { opensMinute, closesMinute, lanes } = calendar;
  const mayEdit = visit.can('network.edit') && calendar.retiredAt === null;
  const refusal = lanes === 0 ? null : 'network.calendar-in-use';
  return show(
    visit,
    {
      title: say('network.calendar-edit', { code: calendar.code }),
      section: 'admin',
      status: refused?.form.problem?.status,
    },
    <>
      <PageLinks
        visit={visit}
        links={[{ href: '/network/calendars', label: say('network.calendars') }]}
      />
      <Facts
        facts={[
          [say('network.name'), nameIn(locale, calendar)],
          [say('network.zone'), calendar.timeZone],
          [say('network.weekdays'), weekdayTexts(visit, calendar.weekdays).join(' ')],
          [say('network.hours-open'), `${clockText(opensMinute)}–${clockText(closesMinute)}`],
          [
            say('network.counting'),
            say(`network.counts.${calendar.countsOpenHours ? 'open' : 'clock'}`),
          ],
          [say('network.calendar-lanes'), String(lanes)],
        ]}
      />
      <div class="columns">
        <Holidays visit={visit} calendar={calendar} refused={refused} />
        {mayEdit ? <Edit visit={visit} calendar={calendar} refused={refused} /> : null}
      </div>
      {mayEdit ? (
        <Actions
          visit={visit}
          events={[{ event: 'retire', allowed: refusal === null, refusal }]}
          specs={{ retire: { command: retireCalendar, tone: 'danger' } }}
          words="action.calendar"
          base={`/network/calendars/${calendar.id}`}
          version={calendar.version}
          refused={
            refused?.which === 'retire' ? { event: 'retire', form: refused.form } : undefined
          }
        />
      ) : null}
    </>,
  );
}

/** Changes a calendar. */
export async function sendCalendarEdit(visit: Visit, sentForm: FormData) {
  const calendarId = idStep(visit, 'id');
  const sent = await submit(visit, sentForm, changeCalendar, {
    fixed: { calendarId },
    prepare: readCalendarTexts,
    fieldOf: { 'network.calendar-code-taken': 'code' },
  });
  if (!sent.ok) {
    return showCalendar(visit, { which: 'edit', form: shownAgain(sent.form, sentForm) });
  }
  const code = String(sentForm.get('code') ?? '');
  return visit.redirect(`/network/calendars/${calendarId}`, 'network.calendar-changed', { code });
}

/** Adds pasted days off. */
export async function sendHolidays(visit: Visit, sentForm: FormData) {
  const calendarId = idStep(visit, 'id');
  const fieldOf = { 'network.holidays-unreadable': 'lines' };
  const sent = await submit(visit, sentForm, addHolidays, { fixed: { calendarId }, fieldOf });
  if (!sent.ok) return showCalendar(visit, { which: 'holidays', form: sent.form });
  const count = sent.output.added;
  return visit.redirect(`/network/calendars/${calendarId}`, 'network.holidays-added', { count });
}

/** Makes days off working days again. */
export async function sendHolidaysRemove(visit: Visit, sentForm: FormData) {
  const calendarId = idStep(visit, 'id');
  const sent = await submit(visit, sentForm, removeHolidays, { fixed: { calendarId } });
  if (!sent.ok) return showCalendar(visit, { which: 'holidays-remove', form: sent.form });
  const count = sent.output.removed;
  return visit.redirect(`/network/calendars/${calendarId}`, 'network.holidays-removed', { count });
}

/** Takes a calendar out of use. */
export async function sendCalendarRetire(visit: Visit, sentForm: FormData) {
  const calendarId = idStep(visit, 'id');
  const { code } = await visit.ask(getCalendar, { calendarId });
  const sent = await submit(visit, sentForm, retireCalendar, { fixed: { calendarId } });
  if (!sent.ok) return showCalendar(visit, { which: 'retire', form: sent.form });
  return visit.redirect('/network/calendars', 'network.calendar-retired', { code });
}
