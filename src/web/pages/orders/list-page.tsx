/** Orders: what waits, what is held, what is on the road; and everything that waits for stock by part. */
import { listOrders, listWaiting, type OrderSummary, orderQueues } from '../../../orders/index.ts';
import { show } from '../../layout.tsx';
import { type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { dayText, Priority, priorityWord } from '../requests/words.tsx';
import { idParam, searchParam } from '../stock/filters.ts';
import { OrderState, Progress } from './words.tsx';

const limit = 50;
const priorities = ['1', '2', '3', '4'] as const;

function columnsOf(visit: Visit): Column<OrderSummary>[] {
  const { say } = visit;
  return [
    {
      heading: say('orders.number'),
      kind: 'code',
      cell: (row) => <a href={`/orders/${row.orderId}`}>{row.number}</a>,
    },
    {
      heading: say('orders.priority'),
      cell: (row) => <Priority visit={visit} priority={row.priority} />,
    },
    { heading: say('orders.needed-by'), cell: (row) => dayText(row.neededBy) },
    { heading: say('orders.state'), cell: (row) => <OrderState visit={visit} state={row.state} /> },
    { heading: say('orders.pieces'), kind: 'number', cell: (row) => row.quantity },
    { heading: say('orders.progress'), cell: (row) => <Progress visit={visit} of={row} /> },
    { heading: say('orders.to'), kind: 'code', cell: (row) => row.destinationCode },
    {
      heading: say('orders.request'),
      kind: 'code',
      cell: (row) =>
        row.requestId === null ? (
          '—'
        ) : (
          <a href={`/requests/${row.requestId}`}>{row.requestNumber}</a>
        ),
    },
    { heading: say('orders.by'), cell: (row) => row.requestedByName },
    { heading: say('orders.opened-at'), cell: (row) => momentText(row.createdAt) },
  ];
}

function Links({ visit }: { visit: Visit }) {
  const { say } = visit;
  return (
    <PageLinks
      visit={visit}
      links={[
        { href: '/orders/new', label: say('orders.new'), needs: 'orders.manage', isMain: true },
        { href: '/orders/waiting', label: say('orders.waiting-lines'), needs: 'orders.view' },
      ]}
    />
  );
}

/** `/orders` */
export async function showOrders(visit: Visit) {
  const { say } = visit;
  const queue = chosenOf(visit, 'queue', orderQueues) ?? 'open';
  const priority = chosenOf(visit, 'priority', priorities);
  const asked = {
    ...{ queue, search: searchParam(visit), siteId: idParam(visit, 'siteId') },
    ...{ partId: idParam(visit, 'partId'), page: pageNumber(visit), limit },
    priority: priority === null ? null : Number(priority),
  };
  const [{ total, orders }, sites] = await Promise.all([
    visit.ask(listOrders, asked),
    siteOptions(visit, 'orders.view'),
  ]);
  return show(
    visit,
    { title: say('orders.list'), section: 'orders' },
    <>
      <Links visit={visit} />
      <nav class="tabs" aria-label={say('orders.queues')}>
        {orderQueues.map((one) => (
          <a href={`/orders?queue=${one}`} aria-current={one === queue ? 'page' : undefined}>
            {say(`orders.queue.${one}`)}
          </a>
        ))}
      </nav>
      <SearchBox visit={visit} label={say('orders.search')} kept={{ queue }}>
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('orders.site')}
          all={say('orders.all-sites')}
          options={sites}
        />
        <FilterChoice
          visit={visit}
          name="priority"
          label={say('orders.priority')}
          all={say('orders.all-priorities')}
          options={priorities.map((value) => ({
            value,
            label: priorityWord(visit, Number(value)),
          }))}
        />
      </SearchBox>
      <Table
        visit={visit}
        caption={say('orders.list')}
        columns={columnsOf(visit)}
        rows={orders}
        empty={say('orders.none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}

/** `/orders/waiting` */
export async function showWaiting(visit: Visit) {
  const { say, locale } = visit;
  const page = pageNumber(visit);
  const asked = { search: searchParam(visit), partId: idParam(visit, 'partId'), page, limit };
  const { total, lines } = await visit.ask(listWaiting, asked);
  type Row = (typeof lines)[number];
  const columns: Column<Row>[] = [
    {
      heading: say('orders.part'),
      kind: 'code',
      cell: (row) => <a href={`/parts/${row.partId}`}>{row.partNumber}</a>,
    },
    { heading: say('orders.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('orders.stage.waiting'), kind: 'number', cell: (row) => row.waiting },
    {
      heading: say('orders.priority'),
      cell: (row) => <Priority visit={visit} priority={row.priority} />,
    },
    { heading: say('orders.needed-by'), cell: (row) => dayText(row.neededBy) },
    {
      heading: say('orders.number'),
      kind: 'code',
      cell: (row) => <a href={`/orders/${row.orderId}?line=${row.lineId}`}>{row.number}</a>,
    },
    { heading: say('orders.to'), kind: 'code', cell: (row) => row.destinationCode },
    { heading: say('orders.by'), cell: (row) => row.requestedByName },
  ];
  return show(
    visit,
    { title: say('orders.waiting-lines'), section: 'orders' },
    <>
      <p>{say('orders.waiting-lead')}</p>
      <SearchBox visit={visit} label={say('orders.search-waiting')} />
      <Table
        visit={visit}
        caption={say('orders.waiting-lines')}
        columns={columns}
        rows={lines}
        empty={say('orders.none-waiting')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
