/** The working calendars, and the form that adds one. */
import type { CalendarView } from '../../../network/contract.ts';
import { addCalendar, listCalendars } from '../../../network/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { CalendarFields, readCalendarTexts, weekdayTexts } from './calendar-fields.tsx';
import { shownAgain } from './lanes-page.tsx';
import { clockText } from './transit-text.ts';

function columnsOf(visit: Visit): Column<CalendarView>[] {
  const { say, locale } = visit;
  return [
    {
      heading: say('network.code'),
      kind: 'code',
      cell: ({ id, code }) => <a href={`/network/calendars/${id}`}>{code}</a>,
    },
    { heading: say('network.name'), cell: (one) => nameIn(locale, one) },
    { heading: say('network.zone'), cell: ({ timeZone }) => timeZone },
    {
      heading: say('network.weekdays'),
      cell: ({ weekdays }) => weekdayTexts(visit, weekdays).join(' '),
    },
    {
      heading: say('network.hours-open'),
      cell: ({ opensMinute, closesMinute }) =>
        `${clockText(opensMinute)}–${clockText(closesMinute)}`,
    },
    {
      heading: say('network.counting'),
      cell: ({ countsOpenHours }) => say(`network.counts.${countsOpenHours ? 'open' : 'clock'}`),
    },
    {
      heading: say('network.holidays'),
      kind: 'number',
      cell: ({ holidays }) => holidays.length,
    },
    { heading: say('network.calendar-lanes'), kind: 'number', cell: ({ lanes }) => lanes },
  ];
}

/** Shows the calendars; the form to whoever may add some. */
export async function showCalendars(visit: Visit, refused?: FormState) {
  const { say } = visit;
  const { calendars } = await visit.ask(listCalendars, {});
  const filled = {
    weekdays: ['1', '2', '3', '4', '5'],
    opensMinute: '09:00',
    closesMinute: '18:00',
  };
  const form = refused ?? blankForm(visit, { ...filled, timeZone: 'Asia/Shanghai' });
  return show(
    visit,
    { title: say('network.calendars'), section: 'admin', status: refused?.problem?.status },
    <>
      <Table
        visit={visit}
        caption={say('network.calendars')}
        columns={columnsOf(visit)}
        rows={calendars}
        empty={say('network.calendars-none')}
      />
      {visit.can('network.edit') ? (
        <details open={refused !== undefined}>
          <summary class="button">{say('network.calendar-new')}</summary>
          <FormBox
            visit={visit}
            form={form}
            action="/network/calendars/new"
            label={say('network.calendar-new')}
          >
            <CalendarFields visit={visit} form={form} />
          </FormBox>
        </details>
      ) : null}
    </>,
  );
}

/** Adds a calendar and goes to it. */
export async function sendCalendar(visit: Visit, sentForm: FormData) {
  const sent = await submit(visit, sentForm, addCalendar, {
    prepare: readCalendarTexts,
    fieldOf: { 'network.calendar-code-taken': 'code' },
  });
  if (!sent.ok) return showCalendars(visit, shownAgain(sent.form, sentForm));
  const code = String(sentForm.get('code') ?? '');
  const to = `/network/calendars/${sent.output.calendarId}`;
  return visit.redirect(to, 'network.calendar-added', { code });
}
