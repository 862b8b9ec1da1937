/** How long stock has been lying in its site: five classes of days, as a chart and a table. */
import type { AgeingRow } from '../../../reports/contract.ts';
import { ageClasses, ageingReport } from '../../../reports/index.ts';
import { Pager, pageNumber, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { idParam, searchParam } from '../stock/filters.ts';
import { BarChart } from './bar-chart.tsx';
import { ReportFilter, showReport, TextInput } from './report-frame.tsx';
import { byPages, pageColumns, partColumns, type SheetColumn, sendCsv } from './sheet.tsx';
import { textParam } from './wish.ts';

type Row = AgeingRow;

const limit = 50;
const splits = ['part', 'category', 'site'] as const;

function wishOf(visit: Visit) {
  return {
    search: searchParam(visit),
    partId: idParam(visit, 'partId'),
    category: textParam(visit, 'category', 120),
    siteId: idParam(visit, 'siteId'),
    splitBy: chosenOf(visit, 'splitBy', splits) ?? 'part',
  } as const;
}

function columnsOf(visit: Visit): SheetColumn<Row>[] {
  const { say } = visit;
  const { splitBy } = wishOf(visit);
  const days = (range: string) => say('reports.days-range', { range });
  const values: SheetColumn<Row>[] = ageClasses.map((range, at) => ({
    heading: `${say('reports.value')}: ${days(range)}`,
    kind: 'money',
    value: (row) => row.values?.[at] ?? null,
  }));
  return [
    ...(splitBy === 'part' ? partColumns<Row>(visit) : []),
    ...(splitBy === 'category'
      ? [{ heading: say('reports.category'), value: (row: Row) => row.category ?? '—' }]
      : []),
    ...(splitBy === 'site'
      ? [{ heading: say('stock.site'), kind: 'code' as const, value: (row: Row) => row.siteCode }]
      : []),
    { heading: say('stock.on-hand'), kind: 'number', value: (row) => row.onHand },
    ...ageClasses.map((range, at) => ({
      heading: days(range),
      kind: 'number' as const,
      value: (row: Row) => row.quantities[at] ?? 0,
    })),
    { heading: say('reports.oldest'), kind: 'code', value: (row) => momentText(row.oldestAt) },
    ...(visit.can('costs.view')
      ? [
          ...values,
          {
            heading: say('reports.currency'),
            kind: 'code' as const,
            value: (row: Row) => row.currency,
          },
        ]
      : []),
  ];
}

/** Shows the report. */
export async function showAgeing(visit: Visit) {
  const { say } = visit;
  const wish = wishOf(visit);
  const { rows, sums, total } = await visit.ask(ageingReport, {
    ...wish,
    page: pageNumber(visit),
    limit,
  });
  const title = say('reports.ageing-title');
  const sites = await siteOptions(visit, 'reports.view');
  const options = splits.map((value) => ({ value, label: say(`reports.by.${value}`) }));
  const all = ageClasses.map((_, at) =>
    sums.reduce((sum, { quantities }) => sum + (quantities[at] ?? 0), 0),
  );
  return showReport(
    visit,
    { title, lead: say('reports.ageing-lead') },
    <>
      <ReportFilter visit={visit}>
        <TextInput visit={visit} name="search" label={say('reports.search-part')} />
        <TextInput visit={visit} name="category" label={say('reports.category')} />
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('stock.site')}
          all={say('stock.all-sites')}
          options={sites}
        />
        <FilterChoice
          visit={visit}
          name="splitBy"
          label={say('reports.group-by')}
          options={options}
        />
      </ReportFilter>
      <BarChart
        id="age"
        title={title}
        describe={say('reports.chart-of-all')}
        labels={ageClasses}
        series={[{ name: say('stock.on-hand'), values: all }]}
        shown={String}
      />
      <Table
        visit={visit}
        caption={title}
        columns={pageColumns(columnsOf(visit))}
        rows={rows}
        empty={say('reports.nothing')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}

/** Sends it as a file. */
export function sendAgeing(visit: Visit) {
  const wish = wishOf(visit);
  return sendCsv<Row>(visit, {
    name: visit.say('reports.ageing-title'),
    columns: columnsOf(visit),
    read: byPages((page, rows) => visit.ask(ageingReport, { ...wish, page, limit: rows })),
  });
}
