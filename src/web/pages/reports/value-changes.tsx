/** How the value of our stock changed in a period, by category or part. Shows; values nothing. */
import type { ValueChangeRow } from '../../../reports/contract.ts';
import { valueChanges } from '../../../reports/index.ts';
import { Facts, Pager, pageNumber, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { signedText } from '../costs/signed-money.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { searchParam } from '../stock/filters.ts';
import { ReportFilter, showReport, TextInput, TimeInput } from './report-frame.tsx';
import { byPages, pageColumns, partColumns, type SheetColumn, sendCsv } from './sheet.tsx';
import { periodOf } from './wish.ts';

type Row = ValueChangeRow;

const limit = 50;
const splits = ['category', 'part'] as const;

function wishOf(visit: Visit) {
  const splitBy = chosenOf(visit, 'splitBy', splits) ?? 'category';
  return { ...periodOf(visit), splitBy, search: searchParam(visit) };
}

function columnsOf(visit: Visit): SheetColumn<Row>[] {
  const { say } = visit;
  const isByPart = wishOf(visit).splitBy === 'part';
  return [
    ...(isByPart ? partColumns<Row>(visit) : []),
    { heading: say('reports.category'), value: (row) => row.category ?? '—' },
    { heading: say('reports.opening'), kind: 'money', value: (row) => row.openingMinor },
    { heading: say('reports.value-in'), kind: 'money', value: (row) => row.inMinor },
    { heading: say('reports.value-out'), kind: 'money', value: (row) => row.outMinor },
    { heading: say('reports.revalued'), kind: 'money', value: (row) => row.revaluedMinor },
    { heading: say('reports.closing'), kind: 'money', value: (row) => row.closingMinor },
    { heading: say('reports.variance'), kind: 'money', value: (row) => row.varianceMinor },
    { heading: say('reports.currency'), kind: 'code', value: (row) => row.currency },
  ];
}

/** Shows the report. */
export async function showValueChanges(visit: Visit) {
  const { say } = visit;
  const wish = wishOf(visit);
  const { rows, sums, total } = await visit.ask(valueChanges, {
    ...wish,
    page: pageNumber(visit),
    limit,
  });
  const title = say('reports.value-changes-title');
  const options = splits.map((value) => ({ value, label: say(`reports.by.${value}`) }));
  const written = (minor: number, currency: string) => `${signedText(minor)} ${currency}`;
  return showReport(
    visit,
    { title, lead: say('reports.value-changes-lead') },
    <>
      <ReportFilter visit={visit}>
        <TextInput visit={visit} name="search" label={say('reports.search-part')} />
        <TimeInput name="fromDay" label={say('reports.from-day')} value={wish.fromDay} />
        <TimeInput name="untilDay" label={say('reports.until-day')} value={wish.untilDay} />
        <FilterChoice
          visit={visit}
          name="splitBy"
          label={say('reports.group-by')}
          options={options}
        />
      </ReportFilter>
      {sums.map((sum) => (
        <Facts
          facts={[
            [say('reports.opening'), written(sum.openingMinor, sum.currency)],
            [say('reports.value-in'), written(sum.inMinor, sum.currency)],
            [say('reports.value-out'), written(sum.outMinor, sum.currency)],
            [say('reports.revalued'), written(sum.revaluedMinor, sum.currency)],
            [say('reports.closing'), written(sum.closingMinor, sum.currency)],
            [say('reports.variance'), written(sum.varianceMinor, sum.currency)],
          ]}
        />
      ))}
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
export function sendValueChanges(visit: Visit) {
  const wish = wishOf(visit);
  return sendCsv<Row>(visit, {
    name: visit.say('reports.value-changes-title'),
    columns: columnsOf(visit),
    read: byPages((page, rows) => visit.ask(valueChanges, { ...wish, page, limit: rows })),
  });
}
