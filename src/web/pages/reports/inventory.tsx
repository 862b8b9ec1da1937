/** The inventory report: what there is or was, in any grouping, with value and age. */

import { conditions, ourCompany } from '../../../inventory/index.ts';
import type { InventoryRow, InventorySums } from '../../../reports/contract.ts';
import {
  type Grouping,
  groupings,
  inventoryExport,
  inventoryReport,
} from '../../../reports/index.ts';
import { Facts, Pager, pageNumber, Table } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { moneyText } from '../parts/money-text.ts';
import { idParam, searchParam } from '../stock/filters.ts';
import { wordOf } from '../word-of.ts';
import { BarChart } from './bar-chart.tsx';
import { ReportFilter, showReport, TextInput, TimeInput } from './report-frame.tsx';
import { pageColumns, partColumns, type SheetColumn, sendCsv } from './sheet.tsx';
import { momentParam, textParam } from './wish.ts';

type Row = Omit<InventoryRow, 'lastInAt'> & { readonly lastInAt?: string | null };
type Columns = readonly SheetColumn<Row>[];

const limit = 50;

function groupsOf(visit: Visit): Grouping[] {
  const asked = visit.c.req.queries('groupBy') ?? [];
  const known = groupings.filter((one) => asked.includes(one));
  return known.length === 0 ? ['part'] : known;
}

function wishOf(visit: Visit) {
  return {
    search: searchParam(visit),
    partId: idParam(visit, 'partId'),
    category: textParam(visit, 'category', 120),
    siteId: idParam(visit, 'siteId'),
    locationId: idParam(visit, 'locationId'),
    condition: chosenOf(visit, 'condition', conditions),
    ownerId: visit.param('owner') === 'ours' ? ourCompany : idParam(visit, 'ownerId'),
    asOf: momentParam(visit, 'asOf'),
  };
}

function keyColumns(visit: Visit): Readonly<Record<Grouping, Columns>> {
  const { say, locale } = visit;
  const site = (row: Row) =>
    row.siteCode === null
      ? say('reports.no-site')
      : `${row.siteCode} · ${nameIn(locale, { nameEn: row.siteNameEn, nameZh: row.siteNameZh })}`;
  return {
    part: partColumns<Row>(visit),
    category: [{ heading: say('reports.category'), value: (row) => row.category ?? '—' }],
    site: [{ heading: say('stock.site'), value: site }],
    location: [
      {
        heading: say('stock.location'),
        kind: 'code',
        value: (row) => wordOf(visit, 'virtual-place', row.locationCode ?? ''),
      },
    ],
    condition: [
      {
        heading: say('stock.condition'),
        value: (row) => wordOf(visit, 'condition', row.condition ?? ''),
      },
    ],
    owner: [
      {
        heading: say('stock.owner'),
        value: (row) => nameIn(locale, { nameEn: row.ownerNameEn, nameZh: row.ownerNameZh }),
      },
    ],
    lot: [
      { heading: say('stock.lot'), kind: 'code', value: (row) => row.lotNumber },
      { heading: say('stock.expires'), kind: 'code', value: (row) => row.expiresOn },
    ],
    box: [{ heading: say('stock.box'), kind: 'code', value: (row) => row.boxNumber }],
  };
}

function columnsOf(visit: Visit, groups: readonly Grouping[], isPast: boolean): Columns {
  const { say } = visit;
  const keys = keyColumns(visit);
  const now: Columns = [
    { heading: say('stock.reserved'), kind: 'number', value: (row) => row.allocated },
    { heading: say('stock.available'), kind: 'number', value: (row) => row.available },
  ];
  const value: Columns = [
    { heading: say('reports.value'), kind: 'money', value: (row) => row.valueMinor },
    { heading: say('reports.currency'), kind: 'code', value: (row) => row.currency },
  ];
  return [
    ...groupings.filter((one) => groups.includes(one)).flatMap((one) => keys[one]),
    { heading: say('stock.on-hand'), kind: 'number', value: (row) => row.onHand },
    ...(isPast ? [] : now),
    { heading: say('reports.in-transit'), kind: 'number', value: (row) => row.inTransit },
    ...(visit.can('costs.view') ? value : []),
  ];
}

function Sums({ visit, sums, total }: { visit: Visit; sums: InventorySums; total: number }) {
  const { say } = visit;
  const values = sums.values?.map(({ currency, valueMinor }) => moneyText(valueMinor, currency));
  return (
    <Facts
      facts={[
        [say('reports.rows'), total],
        [say('stock.on-hand'), sums.onHand],
        ...(sums.allocated === null
          ? []
          : ([
              [say('stock.reserved'), sums.allocated],
              [say('stock.available'), sums.available],
            ] as const)),
        [say('reports.in-transit'), sums.inTransit],
        ...(values === undefined ? [] : ([[say('reports.value'), values.join(' + ')]] as const)),
      ]}
    />
  );
}

async function Filter({ visit, groups }: { visit: Visit; groups: readonly Grouping[] }) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'reports.view');
  const states = conditions.map((value) => ({ value, label: say(`condition.${value}`) }));
  const owners = [{ value: 'ours', label: say('reports.ours') }];
  return (
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
        name="condition"
        label={say('stock.condition')}
        all={say('stock.all-conditions')}
        options={states}
      />
      <FilterChoice
        visit={visit}
        name="owner"
        label={say('stock.owner')}
        all={say('reports.all-owners')}
        options={owners}
      />
      <TimeInput
        name="asOf"
        label={say('reports.as-of')}
        type="datetime-local"
        value={visit.param('asOf').slice(0, 16)}
      />
      <fieldset class="row groups">
        <legend>{say('reports.group-by')}</legend>
        {groupings.map((one) => (
          <label class="check">
            <input type="checkbox" name="groupBy" value={one} checked={groups.includes(one)} />
            {say(`reports.by.${one}`)}
          </label>
        ))}
      </fieldset>
    </ReportFilter>
  );
}

function Chart({ visit, rows, columns }: { visit: Visit; rows: readonly Row[]; columns: Columns }) {
  const { say } = visit;
  const few = rows.length > 1 && rows.length <= 20 && columns[0] !== undefined;
  if (!few) return null;
  return (
    <BarChart
      id="stock"
      title={say('reports.inventory-title')}
      describe={say('reports.chart-of-table')}
      labels={rows.map((row) => String(columns[0]?.value(row) ?? '—').split(' · ')[0] ?? '')}
      series={[{ name: say('stock.on-hand'), values: rows.map(({ onHand }) => onHand) }]}
      shown={String}
    />
  );
}

/** Shows the report. */
export async function showInventory(visit: Visit) {
  const { say } = visit;
  const groupBy = groupsOf(visit);
  const wish = wishOf(visit);
  const asked = { ...wish, groupBy, page: pageNumber(visit), limit };
  const { rows, sums, total } = await visit.ask(inventoryReport, asked);
  const columns = columnsOf(visit, groupBy, wish.asOf !== null);
  const age: SheetColumn<Row> = {
    heading: say('reports.last-in'),
    kind: 'code',
    value: (row) => momentText(row.lastInAt ?? null),
  };
  const title =
    wish.asOf === null
      ? say('reports.inventory-title')
      : say('reports.inventory-as-of', { at: momentText(wish.asOf) });
  return showReport(
    visit,
    { title, lead: say(wish.asOf === null ? 'reports.inventory-lead' : 'reports.as-of-lead') },
    <>
      {await Filter({ visit, groups: groupBy })}
      <Sums visit={visit} sums={sums} total={total} />
      <Chart visit={visit} rows={rows} columns={columns} />
      <Table
        visit={visit}
        caption={title}
        columns={pageColumns([...columns, age])}
        rows={rows}
        empty={say('reports.nothing')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}

/** Sends all rows as a file; without a grouping every pile has its row. */
export function sendInventory(visit: Visit) {
  const wish = wishOf(visit);
  const groupBy = groupsOf(visit);
  return sendCsv<Row>(visit, {
    name: visit.say('reports.inventory-title'),
    columns: columnsOf(visit, groupBy, wish.asOf !== null),
    read: (after) =>
      visit.ask(inventoryExport, {
        ...wish,
        groupBy,
        after: after === null ? null : String(after),
      }),
  });
}
