/** The transaction report: every movement, narrowed as wished, with what it was before and after. */
import { conditions, entryKinds } from '../../../inventory/index.ts';
import type { NearPart, TransactionRow } from '../../../reports/contract.ts';
import { transactionExport, transactionReport } from '../../../reports/index.ts';
import { Table } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { idParam, searchParam } from '../stock/filters.ts';
import { wordOf } from '../word-of.ts';
import { ReportFilter, showReport, TextInput, TimeInput } from './report-frame.tsx';
import { pageColumns, partColumns, type SheetColumn, sendCsv } from './sheet.tsx';
import { dayParam, textParam } from './wish.ts';

type Row = TransactionRow;

const limit = 50;

function wishOf(visit: Visit) {
  return {
    search: searchParam(visit),
    fromDay: dayParam(visit, 'fromDay', null),
    untilDay: dayParam(visit, 'untilDay', null),
    partId: idParam(visit, 'partId'),
    siteId: idParam(visit, 'siteId'),
    locationId: idParam(visit, 'locationId'),
    kind: chosenOf(visit, 'kind', entryKinds),
    actorId: idParam(visit, 'actorId'),
    document: textParam(visit, 'document', 120),
    serialNumber: textParam(visit, 'serialNumber', 100),
    condition: chosenOf(visit, 'condition', conditions),
  };
}

function sideColumns(visit: Visit, side: 'from' | 'to'): SheetColumn<Row>[] {
  const { say } = visit;
  const place = (code: string) => wordOf(visit, 'virtual-place', code);
  const of = (row: Row) =>
    side === 'from'
      ? {
          location: row.fromLocation,
          state: row.fromCondition,
          before: row.fromBefore,
          after: row.fromAfter,
        }
      : {
          location: row.toLocation,
          state: row.toCondition,
          before: row.toBefore,
          after: row.toAfter,
        };
  const heading = say(`moves.${side}`);
  const state = (row: Row) => wordOf(visit, 'condition', of(row).state);
  const both = (row: Row) => (
    <>
      <span>
        {say('moves.place', { location: place(of(row).location), condition: state(row) })}
      </span>
      <br />
      <span class="figures">
        {say('moves.change', { before: of(row).before, after: of(row).after })}
      </span>
    </>
  );
  const inFileOnly = true;
  return [
    { heading, value: (row) => place(of(row).location), shown: both },
    { heading: `${heading}: ${say('stock.condition')}`, value: state, inFileOnly },
    {
      heading: `${heading}: ${say('reports.before')}`,
      kind: 'number',
      value: (row) => of(row).before,
      inFileOnly,
    },
    {
      heading: `${heading}: ${say('reports.after')}`,
      kind: 'number',
      value: (row) => of(row).after,
      inFileOnly,
    },
  ];
}

function columnsOf(visit: Visit): SheetColumn<Row>[] {
  const { say } = visit;
  const value: SheetColumn<Row>[] = [
    { heading: say('reports.value-change'), kind: 'money', value: (row) => row.valueMinor },
    { heading: say('reports.currency'), kind: 'code', value: (row) => row.currency },
  ];
  return [
    { heading: say('moves.at'), kind: 'code', value: (row) => momentText(row.postedAt) },
    { heading: say('moves.kind'), value: (row) => wordOf(visit, 'moves.kind', row.kind) },
    ...partColumns<Row>(visit),
    { heading: say('stock.quantity'), kind: 'number', value: (row) => row.quantity },
    ...sideColumns(visit, 'from'),
    ...sideColumns(visit, 'to'),
    {
      heading: say('moves.document'),
      kind: 'code',
      value: (row) => row.document,
      shown: (row) =>
        row.document === null ? (
          ''
        ) : (
          <a href={`/reports/transactions?${new URLSearchParams({ document: row.document })}`}>
            {row.document}
          </a>
        ),
    },
    { heading: say('moves.who'), value: (row) => row.actorName },
    { heading: say('moves.why'), value: (row) => row.reason },
    { heading: say('stock.serials'), kind: 'code', value: (row) => row.serialNumber },
    { heading: say('stock.lot'), kind: 'code', value: (row) => row.lotNumber },
    ...(visit.can('costs.view') ? value : []),
  ];
}

function beforeParam(visit: Visit): number | null {
  const asked = visit.param('before');
  return /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null;
}

function Older({ visit, next }: { visit: Visit; next: number | null }) {
  const { say, c } = visit;
  const { searchParams } = new URL(c.req.url);
  const isFirst = !searchParams.has('before');
  searchParams.delete('before');
  const newest = `?${searchParams}`;
  if (next !== null) searchParams.set('before', String(next));
  return (
    <nav class="pager" aria-label={say('list.pages')}>
      {isFirst ? null : <a href={newest}>{say('moves.newest')}</a>}
      {next === null ? null : (
        <a rel="next" href={`?${searchParams}`}>
          {say('moves.older')}
        </a>
      )}
    </nav>
  );
}

function Near({ visit, near }: { visit: Visit; near: readonly NearPart[] }) {
  if (near.length === 0) return null;
  return (
    <p class="notice">
      {visit.say('reports.near')}
      {near.map((part) => (
        <a href={`/reports/transactions?partId=${part.partId}`}>
          {`${part.partNumber} · ${nameIn(visit.locale, part)}`}
        </a>
      ))}
    </p>
  );
}

async function Filter({ visit }: { visit: Visit }) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'reports.view');
  const states = conditions.map((value) => ({ value, label: say(`condition.${value}`) }));
  const kinds = entryKinds.map((value) => ({ value, label: say(`moves.kind.${value}`) }));
  const hidden = ['partId', 'locationId', 'actorId'].map((name) => [name, visit.param(name)]);
  return (
    <ReportFilter visit={visit} kept={Object.fromEntries(hidden.filter(([, text]) => text !== ''))}>
      <TextInput visit={visit} name="search" label={say('reports.search')} />
      <TimeInput
        name="fromDay"
        label={say('reports.from-day')}
        value={dayParam(visit, 'fromDay', '')}
      />
      <TimeInput
        name="untilDay"
        label={say('reports.until-day')}
        value={dayParam(visit, 'untilDay', '')}
      />
      <FilterChoice
        visit={visit}
        name="siteId"
        label={say('stock.site')}
        all={say('stock.all-sites')}
        options={sites}
      />
      <FilterChoice
        visit={visit}
        name="kind"
        label={say('moves.kind')}
        all={say('reports.all-kinds')}
        options={kinds}
      />
      <FilterChoice
        visit={visit}
        name="condition"
        label={say('stock.condition')}
        all={say('stock.all-conditions')}
        options={states}
      />
      <TextInput visit={visit} name="serialNumber" label={say('stock.serials')} />
      <TextInput visit={visit} name="document" label={say('moves.document')} />
    </ReportFilter>
  );
}

/** Shows the report. */
export async function showTransactions(visit: Visit) {
  const { say } = visit;
  const asked = { ...wishOf(visit), before: beforeParam(visit), limit };
  const { rows, next, near } = await visit.ask(transactionReport, asked);
  const title = say('reports.transactions-title');
  return showReport(
    visit,
    { title, lead: say('reports.transactions-lead') },
    <>
      {await Filter({ visit })}
      <Near visit={visit} near={near} />
      <Table
        visit={visit}
        caption={title}
        columns={pageColumns(columnsOf(visit))}
        rows={rows}
        empty={say('reports.nothing')}
      />
      <Older visit={visit} next={next} />
    </>,
  );
}

/** Sends all of it as a file, newest first. */
export function sendTransactions(visit: Visit) {
  const wish = wishOf(visit);
  return sendCsv<Row>(visit, {
    name: visit.say('reports.transactions-title'),
    columns: columnsOf(visit),
    read: (after) =>
      visit.ask(transactionExport, { ...wish, before: after === null ? null : Number(after) }),
  });
}
