/** The way in: scan what arrived; below it what is expected, what is wrong, and what is to be put away. */
import {
  findArrival,
  listArrivals,
  listDiscrepancies,
  listReceipts,
  listToPutAway,
} from '../../../receipts/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Pager, pageNumber, SearchBox } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { receiptLinks } from './links.ts';
import { PutAwayTable } from './put-away-table.tsx';
import { ArrivalTable, DiscrepancyTable, ReceiptTable } from './tables.tsx';

const limit = 50;
const few = 8;

/** The scan that opens a shipment: any of its numbers, or that of an order. */
function ArrivalScan({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  return (
    <form method="get" action={receiptLinks.scan} class="box">
      <TextField
        form={form}
        name="code"
        label={say('receipts.scan')}
        hint={say('receipts.scan-hint')}
        maxlength={200}
        isCode
        required
        hasFocus
      />
      <button type="submit" class="main">
        {say('receipts.scan-go')}
      </button>
    </form>
  );
}

function Neighbours({ visit }: { visit: Visit }) {
  const { say } = visit;
  return (
    <PageLinks
      visit={visit}
      links={[
        { href: receiptLinks.byHand, label: say('receipts.by-hand'), needs: 'receipts.work' },
        { href: receiptLinks.putAway, label: say('receipts.put-away') },
        { href: receiptLinks.discrepancies, label: say('receipts.discrepancies') },
        { href: receiptLinks.list, label: say('receipts.receipts') },
        { href: receiptLinks.rules, label: say('receipts.rules'), needs: 'sites.edit' },
      ]}
    />
  );
}

/** `/receipts`. `code` is a scan that led nowhere. */
export async function showHub(visit: Visit, unknown?: string) {
  const { say } = visit;
  const [arrivals, discrepancies, putAway] = await Promise.all([
    visit.ask(listArrivals, { limit: few }),
    visit.ask(listDiscrepancies, { limit: few }),
    visit.ask(listToPutAway, { limit: few }),
  ]);
  return show(
    visit,
    { title: say('receipts.title'), section: 'receipts', floor: true },
    <>
      {unknown === undefined ? null : (
        <p class="notice refusal" role="alert">
          {say('receipts.scan-unknown', { code: unknown })}
        </p>
      )}
      <ArrivalScan visit={visit} form={blankForm(visit)} />
      <Neighbours visit={visit} />
      <h2>
        {say('receipts.expected-count', { total: arrivals.total, overdue: arrivals.overdue })}
      </h2>
      <ArrivalTable visit={visit} rows={arrivals.arrivals} />
      {arrivals.total > few ? (
        <p>
          <a href={receiptLinks.arrivals}>{say('receipts.all', { total: arrivals.total })}</a>
        </p>
      ) : null}
      <h2>{say('receipts.discrepancies-open')}</h2>
      <DiscrepancyTable visit={visit} rows={discrepancies.discrepancies} />
      {discrepancies.total > few ? (
        <p>
          <a href={receiptLinks.discrepancies}>
            {say('receipts.all', { total: discrepancies.total })}
          </a>
        </p>
      ) : null}
      <h2>{say('receipts.put-away')}</h2>
      <PutAwayTable visit={visit} rows={putAway.rows} />
      {putAway.total > few ? (
        <p>
          <a href={receiptLinks.putAway}>{say('receipts.all', { total: putAway.total })}</a>
        </p>
      ) : null}
    </>,
  );
}

/** Where a scan of something that arrived leads. */
export async function followScan(visit: Visit) {
  const code = visit.param('code').trim();
  if (code === '') return visit.redirect(receiptLinks.hub);
  const [first, ...others] = await visit.ask(findArrival, { code: code.slice(0, 200) });
  if (first === undefined) return showHub(visit, code);
  const { kind, shipmentId, boxId } = first;
  if (kind === 'order' && others.some((one) => one.shipmentId !== shipmentId)) {
    return visit.redirect(`${receiptLinks.arrivals}/order?number=${encodeURIComponent(code)}`);
  }
  const box = boxId === null ? '' : `?box=${boxId}`;
  return visit.redirect(`${receiptLinks.arrival(shipmentId)}${box}`);
}

/** `/receipts/arrivals`: all that is expected. */
export async function showArrivals(visit: Visit) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'receipts.view');
  const siteId = sites.find(({ value }) => value === visit.param('site'))?.value ?? null;
  const isOverdue = visit.param('overdue') === 'true';
  const search = visit.param('search').slice(0, 100);
  const asked = { search, siteId, isOverdue, page: pageNumber(visit), limit };
  const { total, arrivals } = await visit.ask(listArrivals, asked);
  return show(
    visit,
    { title: say('receipts.expected'), section: 'receipts' },
    <>
      <SearchBox visit={visit} label={say('receipts.search-arrivals')}>
        <FilterChoice
          visit={visit}
          name="site"
          label={say('stock.site')}
          all={say('stock.all-sites')}
          options={sites}
        />
        <FilterChoice
          visit={visit}
          name="overdue"
          label={say('receipts.which')}
          all={say('receipts.which-all')}
          options={[{ value: 'true', label: say('receipts.overdue') }]}
        />
      </SearchBox>
      <ArrivalTable visit={visit} rows={arrivals} />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}

/** `/receipts/list`: all that came. */
export async function showReceipts(visit: Visit) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'receipts.view');
  const siteId = sites.find(({ value }) => value === visit.param('site'))?.value ?? null;
  const search = visit.param('search').slice(0, 100);
  const asked = { search, siteId, page: pageNumber(visit), limit };
  const { total, receipts } = await visit.ask(listReceipts, asked);
  return show(
    visit,
    { title: say('receipts.receipts'), section: 'receipts' },
    <>
      <SearchBox visit={visit} label={say('receipts.search')}>
        <FilterChoice
          visit={visit}
          name="site"
          label={say('stock.site')}
          all={say('stock.all-sites')}
          options={sites}
        />
      </SearchBox>
      <ReceiptTable visit={visit} rows={receipts} />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
