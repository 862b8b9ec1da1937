/** What the company's stock is worth, part by part, and in all; the ways to closings and payables. */
import type { z } from 'zod';
import { listCosts } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { type Column, Facts, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { moneyText } from '../parts/money-text.ts';
import { searchParam } from '../stock/filters.ts';

type Row = z.output<typeof listCosts.output>['parts'][number];

const limit = 50;

function columnsOf(visit: Visit): Column<Row>[] {
  const { say, locale } = visit;
  return [
    {
      heading: say('stock.part'),
      kind: 'code',
      cell: (row) => <a href={`${links.part(row.partId)}/cost`}>{row.partNumber}</a>,
    },
    { heading: say('stock.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('costs.method'), cell: (row) => say(`costs.method.${row.method}`) },
    {
      heading: say('costs.unit'),
      kind: 'number',
      cell: (row) => moneyText(row.unitMinor, row.currency),
    },
    { heading: say('costs.quantity'), kind: 'number', cell: (row) => row.quantity },
    {
      heading: say('costs.value'),
      kind: 'number',
      cell: (row) => moneyText(row.valueMinor, row.currency),
    },
  ];
}

/** Shows the list. */
export async function showCosts(visit: Visit) {
  const { say } = visit;
  const asked = { search: searchParam(visit), page: pageNumber(visit), limit };
  const { parts, sums, total, closedBefore } = await visit.ask(listCosts, asked);
  const all = sums.map(({ currency, valueMinor }) => moneyText(valueMinor, currency)).join(' + ');
  return show(
    visit,
    { title: say('costs.title'), section: 'stock' },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: '/stock', label: say('stock.title'), needs: 'stock.view' },
          { href: '/costs/payables', label: say('costs.payables') },
          { href: '/costs/closings', label: say('costs.closings') },
        ]}
      />
      <Facts
        facts={[
          [say('costs.sum'), all],
          [say('costs.closed-before'), closedBefore ?? say('costs.closed-nothing')],
        ]}
      />
      <SearchBox visit={visit} label={say('costs.search')} />
      <Table
        visit={visit}
        caption={say('costs.title')}
        columns={columnsOf(visit)}
        rows={parts}
        empty={say('costs.none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
