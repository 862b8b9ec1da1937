/** What is owed to suppliers for their stock that was used here. Shows; nobody pays here. */
import type { z } from 'zod';
import { listPayables } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { type Column, Pager, pageNumber, Table } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { moneyText } from '../parts/money-text.ts';
import { idParam } from '../stock/filters.ts';
import { changeText, signedText } from './signed-money.ts';

type Row = z.output<typeof listPayables.output>['rows'][number];

const limit = 50;

function columnsOf(visit: Visit): Column<Row>[] {
  const { say, locale } = visit;
  const supplierOf = (row: Row) =>
    nameIn(locale, { nameEn: row.supplierNameEn, nameZh: row.supplierNameZh });
  const amountOf = (row: Row) =>
    row.amountMinor === null
      ? say('costs.price-unknown')
      : `${signedText(row.amountMinor)} ${row.currency ?? ''}`;
  return [
    { heading: say('costs.at'), kind: 'code', cell: (row) => momentText(row.at) },
    {
      heading: say('costs.supplier'),
      cell: (row) => <a href={`/costs/payables?supplierId=${row.supplierId}`}>{supplierOf(row)}</a>,
    },
    {
      heading: say('stock.part'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.partId)}>{row.partNumber}</a>,
    },
    { heading: say('stock.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('stock.quantity'), kind: 'number', cell: (row) => changeText(row.quantity) },
    {
      heading: say('costs.unit-price'),
      kind: 'number',
      cell: (row) => moneyText(row.unitPriceMinor, row.currency ?? ''),
    },
    { heading: say('costs.amount'), kind: 'number', cell: amountOf },
    { heading: say('costs.document'), kind: 'code', cell: (row) => row.document ?? '' },
  ];
}

/** Shows the list. */
export async function showPayables(visit: Visit) {
  const { say } = visit;
  const asked = { supplierId: idParam(visit, 'supplierId'), page: pageNumber(visit), limit };
  const { rows, total } = await visit.ask(listPayables, asked);
  return show(
    visit,
    { title: say('costs.payables'), section: 'stock' },
    <>
      <PageLinks visit={visit} links={[{ href: '/costs', label: say('costs.title') }]} />
      <p>{say('costs.payables-lead')}</p>
      <Table
        visit={visit}
        caption={say('costs.payables')}
        columns={columnsOf(visit)}
        rows={rows}
        empty={say('costs.payables-none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
