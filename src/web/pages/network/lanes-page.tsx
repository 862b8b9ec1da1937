/** The lanes in a table, and the form that adds one. */
import type { LaneView } from '../../../network/contract.ts';
import { addLane, listLanes } from '../../../network/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Pager, pageNumber, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { FilterChoice } from '../filter-choice.tsx';
import { moneyText } from '../parts/money-text.ts';
import { idParam } from '../stock/filters.ts';
import { LaneFields, laneChoices, laneFieldOf, readLaneTexts } from './lane-fields.tsx';
import { clockText, transitText } from './transit-text.ts';

const limit = 50;

function validText({ say }: Visit, { validFrom, validTo }: LaneView): string {
  if (validFrom === null && validTo === null) return say('network.valid-always');
  return `${validFrom ?? '…'} – ${validTo ?? '…'}`;
}

function columnsOf(visit: Visit): Column<LaneView>[] {
  const { say } = visit;
  const change: Column<LaneView> = {
    heading: say('network.change'),
    cell: ({ id }) => <a href={`/network/lanes/${id}`}>{say('network.change')}</a>,
  };
  return [
    { heading: say('network.from'), kind: 'code', cell: ({ fromSiteCode }) => fromSiteCode },
    { heading: say('network.to'), kind: 'code', cell: ({ toSiteCode }) => toSiteCode },
    { heading: say('network.mode'), cell: ({ mode }) => say(`network.mode.${mode}`) },
    { heading: say('network.carrier'), cell: ({ carrier }) => carrier ?? '—' },
    {
      heading: say('network.lead-short'),
      kind: 'number',
      cell: (lane) => transitText(visit, lane),
    },
    {
      heading: say('network.cost'),
      kind: 'number',
      cell: ({ costMinor, currency }) => moneyText(costMinor, currency),
    },
    { heading: say('network.calendar'), kind: 'code', cell: ({ calendarCode }) => calendarCode },
    {
      heading: say('network.cut-off'),
      kind: 'number',
      cell: ({ cutOffMinute }) => clockText(cutOffMinute),
    },
    { heading: say('network.priority'), kind: 'number', cell: ({ priority }) => priority },
    { heading: say('network.valid'), cell: (lane) => validText(visit, lane) },
    {
      heading: say('network.auto'),
      cell: ({ autoReceiveAfter }) => say(`network.auto.${autoReceiveAfter ?? 'never'}`),
    },
    ...(visit.can('network.edit') ? [change] : []),
  ];
}

/** Shows the lanes; the form to whoever may add some. */
export async function showLanes(visit: Visit, refused?: FormState) {
  const { say } = visit;
  const siteId = idParam(visit, 'siteId');
  const [{ total, lanes }, choices] = await Promise.all([
    visit.ask(listLanes, { siteId, page: pageNumber(visit), limit }),
    laneChoices(visit),
  ]);
  const filled = { mode: 'road', priority: 1, currency: 'CNY', spreadHours: 0, costMinor: '0.00' };
  const form = refused ?? blankForm(visit, { ...filled, fromSiteId: siteId });
  return show(
    visit,
    { title: say('network.lanes'), section: 'admin', status: refused?.problem?.status },
    <>
      <form method="get" class="filter">
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('network.site')}
          all={say('network.site-any')}
          options={choices.sites}
        />
        <button type="submit">{say('form.search')}</button>
      </form>
      <Table
        visit={visit}
        caption={say('network.lanes')}
        columns={columnsOf(visit)}
        rows={lanes}
        empty={say('network.lanes-none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
      {visit.can('network.edit') ? (
        <details open={refused !== undefined}>
          <summary class="button">{say('network.lane-new')}</summary>
          <FormBox
            visit={visit}
            form={form}
            action="/network/lanes/new"
            label={say('network.lane-new')}
          >
            <LaneFields visit={visit} form={form} choices={choices} />
          </FormBox>
        </details>
      ) : null}
    </>,
  );
}

/** Adds a lane. */
export async function sendLane(visit: Visit, sentForm: FormData) {
  const sent = await submit(visit, sentForm, addLane, {
    prepare: readLaneTexts,
    fieldOf: laneFieldOf,
  });
  if (!sent.ok) return showLanes(visit, shownAgain(sent.form, sentForm));
  const { sites } = await laneChoices(visit);
  const named = (name: string) =>
    sites.find(({ value }) => value === sentForm.get(name))?.label ?? '';
  const ends = { from: named('fromSiteId'), to: named('toSiteId') };
  return visit.redirect('/network/lanes', 'network.lane-added', ends);
}

/** The form with its times and amounts as they were typed. */
export function shownAgain(form: FormState, sent: FormData): FormState {
  const values = new Map(form.values);
  for (const name of ['cutOffMinute', 'costMinor', 'opensMinute', 'closesMinute']) {
    const typed = sent.get(name);
    if (typeof typed === 'string') values.set(name, [typed]);
  }
  return { ...form, values };
}
