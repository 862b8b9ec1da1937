/** Stock that nothing was taken from for long, the most valuable first. */
import type { SlowRow } from '../../../reports/contract.ts';
import { slowMovers } from '../../../reports/index.ts';
import { Pager, pageNumber, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { idParam, searchParam } from '../stock/filters.ts';
import { ReportFilter, showReport, TextInput } from './report-frame.tsx';
import { byPages, pageColumns, partColumns, type SheetColumn, sendCsv } from './sheet.tsx';
import { textParam } from './wish.ts';

type Row = SlowRow;

const limit = 50;

function wishOf(visit: Visit) {
  const typed = visit.param('days');
  const days = /^[1-9]\d{0,3}$/.test(typed) ? Math.min(Number(typed), 3650) : 180;
  return {
    search: searchParam(visit),
    partId: idParam(visit, 'partId'),
    category: textParam(visit, 'category', 120),
    siteId: idParam(visit, 'siteId'),
    days,
  };
}

function columnsOf(visit: Visit): SheetColumn<Row>[] {
  const { say } = visit;
  const value: SheetColumn<Row>[] = [
    { heading: say('reports.value'), kind: 'money', value: (row) => row.valueMinor },
    { heading: say('reports.currency'), kind: 'code', value: (row) => row.currency },
  ];
  return [
    ...partColumns<Row>(visit),
    { heading: say('reports.category'), value: (row) => row.category ?? '—' },
    { heading: say('stock.site'), kind: 'code', value: (row) => row.siteCode },
    { heading: say('stock.on-hand'), kind: 'number', value: (row) => row.onHand },
    { heading: say('reports.last-out'), kind: 'code', value: (row) => momentText(row.lastOutAt) },
    { heading: say('reports.last-in'), kind: 'code', value: (row) => momentText(row.lastInAt) },
    { heading: say('reports.days'), kind: 'number', value: (row) => row.days },
    ...(visit.can('costs.view') ? value : []),
  ];
}

/** Shows the report. */
export async function showSlow(visit: Visit) {
  const { say } = visit;
  const wish = wishOf(visit);
  const { rows, total } = await visit.ask(slowMovers, { ...wish, page: pageNumber(visit), limit });
  const title = say('reports.slow-title');
  const sites = await siteOptions(visit, 'reports.view');
  return showReport(
    visit,
    { title, lead: say('reports.slow-lead') },
    <>
      <ReportFilter visit={visit}>
        <TextInput
          visit={visit}
          name="days"
          label={say('reports.days-without')}
          value={String(wish.days)}
          isNumber
        />
        <TextInput visit={visit} name="search" label={say('reports.search-part')} />
        <TextInput visit={visit} name="category" label={say('reports.category')} />
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('stock.site')}
          all={say('stock.all-sites')}
          options={sites}
        />
      </ReportFilter>
      <Table
        visit={visit}
        caption={title}
        columns={pageColumns(columnsOf(visit))}
        rows={rows}
        empty={say('reports.slow-none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}

/** Sends it as a file. */
export function sendSlow(visit: Visit) {
  const wish = wishOf(visit);
  return sendCsv<Row>(visit, {
    name: visit.say('reports.slow-title'),
    columns: columnsOf(visit),
    read: byPages((page, rows) => visit.ask(slowMovers, { ...wish, page, limit: rows })),
  });
}
