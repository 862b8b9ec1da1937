/** Receipts, issues, scrap, corrections and counts by period: a chart and the table it is drawn from. */
import { DomainError } from '../../../platform/errors.ts';
import type { FlowRow } from '../../../reports/contract.ts';
import {
  directionOf,
  flowKinds,
  flowReport,
  flowSplits,
  periodUnits,
} from '../../../reports/index.ts';
import { blankForm, refusedForm } from '../../form.ts';
import { Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { idParam } from '../stock/filters.ts';
import { BarChart, type Series } from './bar-chart.tsx';
import { ReportFilter, showReport, TextInput, TimeInput } from './report-frame.tsx';
import { pageColumns, type SheetColumn, sendCsv } from './sheet.tsx';
import { periodOf, textParam } from './wish.ts';

type Row = FlowRow;

function wishOf(visit: Visit) {
  return {
    kind: chosenOf(visit, 'kind', flowKinds) ?? 'receipts',
    unit: chosenOf(visit, 'unit', periodUnits) ?? 'month',
    splitBy: chosenOf(visit, 'splitBy', flowSplits) ?? 'none',
    siteId: idParam(visit, 'siteId'),
    category: textParam(visit, 'category', 120),
    partId: idParam(visit, 'partId'),
    ...periodOf(visit),
  } as const;
}
type Wish = ReturnType<typeof wishOf>;

function columnsOf(visit: Visit, wish: Wish): SheetColumn<Row>[] {
  const { say } = visit;
  const direction = directionOf[wish.kind];
  const seesValue = visit.can('costs.view');
  const into: SheetColumn<Row>[] = [
    { heading: say('reports.in'), kind: 'number', value: (row) => row.quantityIn },
    ...(seesValue
      ? [
          {
            heading: say('reports.value-in'),
            kind: 'money' as const,
            value: (row: Row) => row.valueInMinor,
          },
        ]
      : []),
  ];
  const out: SheetColumn<Row>[] = [
    { heading: say('reports.out'), kind: 'number', value: (row) => row.quantityOut },
    ...(seesValue
      ? [
          {
            heading: say('reports.value-out'),
            kind: 'money' as const,
            value: (row: Row) => row.valueOutMinor,
          },
        ]
      : []),
  ];
  return [
    { heading: say('reports.period'), kind: 'code', value: (row) => row.period },
    ...(wish.splitBy === 'site'
      ? [{ heading: say('stock.site'), kind: 'code' as const, value: (row: Row) => row.siteCode }]
      : []),
    ...(wish.splitBy === 'category'
      ? [{ heading: say('reports.category'), value: (row: Row) => row.category ?? '—' }]
      : []),
    { heading: say('reports.lines'), kind: 'number', value: (row) => row.lines },
    ...(direction === 'out' ? [] : into),
    ...(direction === 'in' ? [] : out),
    ...(seesValue
      ? [
          {
            heading: say('reports.currency'),
            kind: 'code' as const,
            value: (row: Row) => row.currency,
          },
        ]
      : []),
  ];
}

/** The figures of the table, added up for each period. */
function seriesOf(
  visit: Visit,
  wish: Wish,
  rows: readonly Row[],
  starts: readonly string[],
): Series[] {
  const { say } = visit;
  const direction = directionOf[wish.kind];
  const sumOf = (startsOn: string, pick: (row: Row) => number) =>
    rows.filter((row) => row.startsOn === startsOn).reduce((sum, row) => sum + pick(row), 0);
  const into = {
    name: say('reports.in'),
    values: starts.map((one) => sumOf(one, (row) => row.quantityIn)),
  };
  const out = {
    name: say('reports.out'),
    values: starts.map((one) => sumOf(one, (row) => row.quantityOut)),
  };
  return [...(direction === 'out' ? [] : [into]), ...(direction === 'in' ? [] : [out])];
}

async function Filter({ visit, wish }: { visit: Visit; wish: Wish }) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'reports.view');
  const kinds = flowKinds.map((value) => ({ value, label: say(`reports.flow-kind.${value}`) }));
  const units = periodUnits.map((value) => ({ value, label: say(`reports.unit.${value}`) }));
  const splits = flowSplits.map((value) => ({ value, label: say(`reports.split.${value}`) }));
  // A report shown without a choice of its own still says which periods it has.
  const unit = units.filter(({ value }) => value === wish.unit);
  const others = units.filter(({ value }) => value !== wish.unit);
  return (
    <ReportFilter visit={visit}>
      <FilterChoice visit={visit} name="kind" label={say('reports.what')} options={kinds} />
      <FilterChoice
        visit={visit}
        name="unit"
        label={say('reports.period')}
        options={visit.param('unit') === '' ? [...unit, ...others] : units}
      />
      <TimeInput name="fromDay" label={say('reports.from-day')} value={wish.fromDay} />
      <TimeInput name="untilDay" label={say('reports.until-day')} value={wish.untilDay} />
      <FilterChoice
        visit={visit}
        name="siteId"
        label={say('stock.site')}
        all={say('stock.all-sites')}
        options={sites}
      />
      <TextInput visit={visit} name="category" label={say('reports.category')} />
      <FilterChoice visit={visit} name="splitBy" label={say('reports.group-by')} options={splits} />
    </ReportFilter>
  );
}

/** Shows the report; a period that cannot be shown is said above the filter. */
export async function showFlow(visit: Visit) {
  const { say } = visit;
  const wish = wishOf(visit);
  const title = say('reports.flow-of', { what: say(`reports.flow-kind.${wish.kind}`) });
  const head = { title, lead: say('reports.flow-lead') };
  const filter = await Filter({ visit, wish });
  try {
    const { rows, periods } = await visit.ask(flowReport, wish);
    return showReport(
      visit,
      head,
      <>
        {filter}
        <BarChart
          id="flow"
          title={title}
          describe={say('reports.chart-of-table')}
          labels={periods.map(({ period }) => period)}
          series={seriesOf(
            visit,
            wish,
            rows,
            periods.map(({ startsOn }) => startsOn),
          )}
          shown={String}
        />
        <Table
          visit={visit}
          caption={title}
          columns={pageColumns(columnsOf(visit, wish))}
          rows={rows}
          empty={say('reports.nothing')}
        />
      </>,
    );
  } catch (failure) {
    if (!(failure instanceof DomainError)) throw failure;
    const { problem } = refusedForm(visit, failure, { texts: blankForm(visit).values });
    return showReport(
      visit,
      { ...head, status: problem.status },
      <>
        <p class="notice refusal" role="alert">
          <span class="what">{problem.title}</span>
          <span>{problem.detail}</span>
        </p>
        {filter}
      </>,
    );
  }
}

/** Sends it as a file. */
export function sendFlow(visit: Visit) {
  const wish = wishOf(visit);
  return sendCsv<Row>(visit, {
    name: visit.say('reports.flow-title'),
    columns: columnsOf(visit, wish),
    read: async () => ({ rows: (await visit.ask(flowReport, wish)).rows, next: null }),
  });
}
