/** The first page of purchasing: what is to be bought and why, then drafts, open, late, ended orders. */
import type { PurchaseSummary } from '../../../purchasing/contract.ts';
import { purchaseQueues } from '../../../purchasing/contract.ts';
import { listPurchaseDemand, listPurchaseOrders } from '../../../purchasing/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { moneyText } from '../parts/money-text.ts';
import { idParam, searchParam } from '../stock/filters.ts';
import { DemandForm } from './demand-table.tsx';
import { purchaseLinks } from './links.ts';
import { PurchaseState } from './words.tsx';

const limit = 50;
const tabs = ['demand', ...purchaseQueues] as const;

function orderColumns(visit: Visit): Column<PurchaseSummary>[] {
  const { say, locale } = visit;
  return [
    {
      heading: say('purchasing.number'),
      kind: 'code',
      cell: (row) => <a href={purchaseLinks.order(row.id)}>{row.number}</a>,
    },
    {
      heading: say('purchasing.state-label'),
      cell: (row) => <PurchaseState visit={visit} order={row} />,
    },
    {
      heading: say('purchasing.supplier'),
      cell: (row) => (
        <>
          <span class="code">{row.supplierCode}</span>{' '}
          {nameIn(locale, { nameEn: row.supplierNameEn, nameZh: row.supplierNameZh })}
        </>
      ),
    },
    { heading: say('purchasing.site'), kind: 'code', cell: (row) => row.siteCode },
    { heading: say('purchasing.lines'), kind: 'number', cell: (row) => row.lineCount },
    {
      heading: say('purchasing.received-of'),
      kind: 'number',
      cell: (row) => `${row.received} / ${row.ordered}`,
    },
    {
      heading: say('purchasing.total'),
      kind: 'number',
      cell: (row) => moneyText(row.totalMinor, row.currency),
    },
    { heading: say('purchasing.next-on'), kind: 'code', cell: (row) => row.nextOn ?? '—' },
  ];
}

async function Demand({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const asked = { search: searchParam(visit), siteId: idParam(visit, 'siteId') };
  const withCovered = visit.param('covered') === 'yes';
  const page = { page: pageNumber(visit), limit };
  const [{ total, rows, withoutSupplier }, sites] = await Promise.all([
    visit.ask(listPurchaseDemand, { ...asked, withCovered, ...page }),
    siteOptions(visit, 'purchasing.view'),
  ]);
  return (
    <>
      <SearchBox visit={visit} label={say('purchasing.search-part')}>
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('purchasing.site')}
          all={say('purchasing.all-sites')}
          options={sites}
        />
        <FilterChoice
          visit={visit}
          name="covered"
          label={say('purchasing.show')}
          all={say('purchasing.only-short')}
          options={[{ value: 'yes', label: say('purchasing.with-covered') }]}
        />
      </SearchBox>
      {withoutSupplier > 0 ? (
        <p class="notice">{say('purchasing.without-supplier', { count: withoutSupplier })}</p>
      ) : null}
      <DemandForm visit={visit} form={form} rows={rows} sites={sites} />
      <Pager visit={visit} total={total} limit={limit} />
    </>
  );
}

async function Orders({ visit, queue }: { visit: Visit; queue: (typeof purchaseQueues)[number] }) {
  const { say } = visit;
  const asked = { search: searchParam(visit), queue, page: pageNumber(visit), limit };
  const { total, orders } = await visit.ask(listPurchaseOrders, asked);
  return (
    <>
      <SearchBox visit={visit} label={say('purchasing.search-order')} kept={{ queue }} />
      <Table
        visit={visit}
        caption={say('purchasing.orders')}
        columns={orderColumns(visit)}
        rows={orders}
        empty={say('purchasing.no-orders')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>
  );
}

/** `/purchasing?queue=…&search=…&siteId=…&page=…` */
export async function showHub(visit: Visit, refused?: FormState) {
  const { say } = visit;
  const tab = refused === undefined ? (chosenOf(visit, 'queue', tabs) ?? 'demand') : 'demand';
  const body =
    tab === 'demand'
      ? await Demand({ visit, form: refused ?? blankForm(visit) })
      : await Orders({ visit, queue: tab });
  return show(
    visit,
    { title: say('purchasing.title'), section: 'purchasing', status: refused?.problem?.status },
    <>
      <PageLinks
        visit={visit}
        links={[
          {
            href: purchaseLinks.newDemand,
            label: say('purchasing.new-demand'),
            needs: 'purchasing.manage',
          },
          {
            href: purchaseLinks.newOrder,
            label: say('purchasing.new-order'),
            needs: 'purchasing.manage',
          },
        ]}
      />
      <nav class="tabs" aria-label={say('purchasing.queue-label')}>
        {tabs.map((one) => (
          <a href={purchaseLinks.queue(one)} aria-current={one === tab ? 'page' : undefined}>
            {say(`purchasing.queue.${one}`)}
          </a>
        ))}
      </nav>
      {body}
    </>,
  );
}
