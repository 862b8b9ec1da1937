/** What was built and broken: the list, and one document with every component and its value. */
import { type KitOrderView, kitOrderKinds } from '../../../kits/contract.ts';
import { getKitOrder, listKitOrders } from '../../../kits/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Chip, type Column, Facts, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { moneyText } from '../parts/money-text.ts';
import { idParam, searchParam } from '../stock/filters.ts';
import { conditionTone } from '../stock/stock-table.tsx';
import { kitLinks } from './links.ts';

const limit = 50;
type Listed = Awaited<ReturnType<typeof ordersIn>>['orders'][number];
type Line = KitOrderView['lines'][number];

function ordersIn(visit: Visit) {
  return visit.ask(listKitOrders, {
    partId: idParam(visit, 'partId'),
    siteId: idParam(visit, 'siteId'),
    kind: chosenOf(visit, 'kind', kitOrderKinds),
    search: searchParam(visit),
    page: pageNumber(visit),
    limit,
  });
}

function orderColumns(visit: Visit): Column<Listed>[] {
  const { say, locale } = visit;
  return [
    {
      heading: say('kits.number'),
      kind: 'code',
      cell: (row) => <a href={kitLinks.order(row.orderId)}>{row.number}</a>,
    },
    {
      heading: say('kits.kind'),
      cell: (row) => (
        <span class="row">
          {say(`kits.kind.${row.kind}`)}
          {row.hasMissing ? <Chip tone="bad">{say('kits.has-missing')}</Chip> : null}
        </span>
      ),
    },
    {
      heading: say('kits.kit'),
      kind: 'code',
      cell: (row) => <a href={kitLinks.kit(row.partId)}>{row.partNumber}</a>,
    },
    { heading: say('kits.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('kits.done-quantity'), kind: 'number', cell: ({ quantity }) => quantity },
    { heading: say('kits.site'), kind: 'code', cell: ({ siteCode }) => siteCode },
    { heading: say('kits.location'), kind: 'code', cell: ({ locationCode }) => locationCode },
    { heading: say('kits.at-time'), kind: 'code', cell: (row) => momentText(row.createdAt) },
    { heading: say('kits.by'), cell: ({ createdByName }) => createdByName },
  ];
}

/** Shows the list; `partId` of the address shows those of one kit. */
export async function showKitOrders(visit: Visit) {
  const { say } = visit;
  const partId = idParam(visit, 'partId');
  const [{ total, orders }, sites] = await Promise.all([
    ordersIn(visit),
    siteOptions(visit, 'stock.view'),
  ]);
  const kinds = kitOrderKinds.map((value) => ({ value, label: say(`kits.kind.${value}`) }));
  return show(
    visit,
    { title: say('kits.orders'), section: 'stock' },
    <>
      <PageLinks visit={visit} links={[{ href: kitLinks.list, label: say('kits.title') }]} />
      <SearchBox
        visit={visit}
        label={say('kits.orders-search')}
        kept={partId === null ? {} : { partId }}
      >
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('kits.site')}
          all={say('kits.all-sites')}
          options={sites}
        />
        <FilterChoice
          visit={visit}
          name="kind"
          label={say('kits.kind')}
          all={say('kits.all-kinds')}
          options={kinds}
        />
      </SearchBox>
      <Table
        visit={visit}
        caption={say('kits.orders')}
        columns={orderColumns(visit)}
        rows={orders}
        empty={say('kits.orders-none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}

function lineColumns(visit: Visit): Column<Line>[] {
  const { say, locale } = visit;
  return [
    {
      heading: say('kits.kind'),
      cell: ({ kind }) =>
        kind === 'missing' ? (
          <Chip tone="bad">{say('kits.line.missing')}</Chip>
        ) : (
          say(`kits.line.${kind}`)
        ),
    },
    {
      heading: say('kits.component'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.partId)}>{row.partNumber}</a>,
    },
    {
      heading: say('kits.name'),
      cell: (row) =>
        row.forPartNumber === null
          ? nameIn(locale, row)
          : `${nameIn(locale, row)} · ${say('kits.instead-of', { partNumber: row.forPartNumber })}`,
    },
    { heading: say('kits.done-quantity'), kind: 'number', cell: ({ quantity }) => quantity },
    { heading: say('kits.location'), kind: 'code', cell: (row) => row.locationCode ?? '—' },
    {
      heading: say('kits.returned-condition'),
      cell: ({ condition }) =>
        condition === null ? (
          '—'
        ) : (
          <Chip tone={conditionTone[condition]}>{say(`condition.${condition}`)}</Chip>
        ),
    },
    {
      heading: say('kits.serial'),
      kind: 'code',
      cell: (row) => row.serialNumber ?? row.lotNumber ?? '—',
    },
    { heading: say('kits.reason'), cell: ({ reason }) => reason ?? '—' },
  ];
}

function OrderFacts({ visit, order }: { visit: Visit; order: KitOrderView }) {
  const { say, locale } = visit;
  const kit = <a href={kitLinks.kit(order.partId)}>{order.partNumber}</a>;
  const scrapped: [string, string][] =
    order.scrapEntryId === null
      ? []
      : [[say('kits.scrapped'), moneyText(order.scrappedMinor, order.currency)]];
  return (
    <Facts
      facts={[
        [say('kits.kit'), kit],
        [say('kits.name'), nameIn(locale, order)],
        [say('kits.revision'), order.revision],
        [say('kits.done-quantity'), order.quantity],
        [say('kits.location'), `${order.siteCode} · ${order.locationCode}`],
        [say('kits.condition'), say(`condition.${order.condition}`)],
        [say('kits.serial'), [...order.serialNumbers, order.lotNumber ?? ''].join(' ').trim()],
        [say('kits.value'), moneyText(order.valueMinor, order.currency)],
        ...scrapped,
        [say('kits.at-time'), momentText(order.createdAt)],
        [say('kits.by'), order.createdByName],
        [say('kits.note'), order.note],
      ]}
    />
  );
}

/** Shows one document. */
export async function showKitOrder(visit: Visit) {
  const { say } = visit;
  const order = await visit.ask(getKitOrder, { orderId: idStep(visit, 'orderId') });
  return show(
    visit,
    { title: `${order.number} · ${say(`kits.kind.${order.kind}`)}`, section: 'stock' },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: kitLinks.orders, label: say('kits.orders') },
          {
            href: `/stock/movements?search=${encodeURIComponent(`kit-order:${order.orderId}`)}`,
            label: say('kits.movements'),
          },
        ]}
      />
      <OrderFacts visit={visit} order={order} />
      <h2>{say('kits.components')}</h2>
      <Table
        visit={visit}
        caption={say('kits.components')}
        columns={lineColumns(visit)}
        rows={order.lines}
      />
    </>,
  );
}
