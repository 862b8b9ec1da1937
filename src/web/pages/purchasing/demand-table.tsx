/** The demand as a form: tick what shall be bought, and drafts are made of it. Shows every number. */
import type { DemandRow } from '../../../purchasing/contract.ts';
import { type FormState, keyField } from '../../form.ts';
import { links } from '../../links.ts';
import type { Option } from '../../ui/fields.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { ProblemNotice } from '../../ui/form-box.tsx';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { moneyText } from '../parts/money-text.ts';
import { priorityWord } from '../requests/words.tsx';
import { purchaseLinks } from './links.ts';
import { joined, reckoning, rounding } from './words.tsx';

/** A row of the demand as its tick box names it. */
function pickOf({ partId, siteId }: Pick<DemandRow, 'partId' | 'siteId'>): string {
  return `${partId} ${siteId}`;
}

function Tick({ visit, form, row }: { visit: Visit; form: FormState; row: DemandRow }) {
  if (row.quantity === 0) return null;
  const chosen = form.values.get('pick');
  const isChosen = chosen === undefined ? row.offer !== null : chosen.includes(pickOf(row));
  return (
    <input
      type="checkbox"
      name="pick"
      value={pickOf(row)}
      checked={isChosen}
      aria-label={visit.say('purchasing.pick', { part: row.partNumber, site: row.siteCode })}
    />
  );
}

function Why({ visit, row }: { visit: Visit; row: DemandRow }) {
  const { say } = visit;
  return (
    <>
      {joined(visit, reckoning(visit, row))}
      {row.wishes.length === 0 ? null : (
        <ul class="fine">
          {row.wishes.slice(0, 5).map((wish) => (
            <li>
              <a class="code" href={`/orders/${wish.orderId}`}>
                {wish.orderNumber}
              </a>{' '}
              {say('purchasing.wish', {
                waiting: wish.waiting,
                priority: priorityWord(visit, wish.priority),
              })}
            </li>
          ))}
          {row.wishes.length > 5 ? (
            <li>{say('purchasing.more-wishes', { more: row.wishes.length - 5 })}</li>
          ) : null}
        </ul>
      )}
      {row.handMade.length === 0 ? null : (
        <ul class="fine">
          {row.handMade.map((one) => (
            <li>
              {say('purchasing.hand-made', {
                open: one.open,
                reason: one.reason,
                by: one.createdByName,
              })}{' '}
              {visit.can('purchasing.manage') ? (
                <button
                  type="submit"
                  class="quiet"
                  formaction={purchaseLinks.withdraw(one.demandId)}
                >
                  {say('purchasing.withdraw')}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Offer({ visit, row }: { visit: Visit; row: DemandRow }) {
  const { say, locale } = visit;
  const { offer } = row;
  if (row.quantity === 0) return <Chip tone="good">{say('purchasing.covered')}</Chip>;
  if (offer === null) {
    return (
      <>
        <Chip tone="bad">{say('purchasing.no-supplier')}</Chip>{' '}
        <a href={`/parts/${row.partId}/suppliers`}>{say('purchasing.add-supplier')}</a>
      </>
    );
  }
  const named = { nameEn: offer.supplierNameEn, nameZh: offer.supplierNameZh };
  const price = moneyText(offer.priceMinor, offer.currency);
  const days = offer.leadTimeDays;
  const sentences = [
    offer.priceMinor === null
      ? say('purchasing.offer-unpriced', { quantity: offer.quantity })
      : say('purchasing.offer', { quantity: offer.quantity, price }),
    ...rounding(visit, offer),
    ...(days === null ? [] : [say('purchasing.lead', { days })]),
  ];
  return (
    <>
      <span class="code">{offer.supplierCode}</span> {nameIn(locale, named)}
      <p class="fine">{joined(visit, sentences)}</p>
    </>
  );
}

/** The table of demand with its tick boxes. */
export function DemandForm({
  visit,
  form,
  rows,
  sites,
}: {
  visit: Visit;
  form: FormState;
  rows: readonly DemandRow[];
  sites: readonly Option[];
}) {
  const { say, locale } = visit;
  const mayBuy = visit.can('purchasing.manage');
  const tick: Column<DemandRow> = {
    heading: say('purchasing.buy'),
    cell: (row) => <Tick visit={visit} form={form} row={row} />,
  };
  const columns: Column<DemandRow>[] = [
    ...(mayBuy ? [tick] : []),
    {
      heading: say('purchasing.part'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.partId)}>{row.partNumber}</a>,
    },
    { heading: say('purchasing.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('purchasing.site'), kind: 'code', cell: (row) => row.siteCode },
    { heading: say('purchasing.to-buy'), kind: 'number', cell: (row) => row.quantity },
    { heading: say('purchasing.why'), cell: (row) => <Why visit={visit} row={row} /> },
    { heading: say('purchasing.supplier'), cell: (row) => <Offer visit={visit} row={row} /> },
  ];
  const table = (
    <Table
      visit={visit}
      caption={say('purchasing.demand')}
      columns={columns}
      rows={rows}
      empty={say('purchasing.no-demand')}
    />
  );
  if (!mayBuy || rows.length === 0) return table;
  return (
    <form method="post" action={purchaseLinks.makeOrders}>
      <input type="hidden" name={keyField} value={form.key} />
      {form.problem === null ? null : <ProblemNotice visit={visit} problem={form.problem} />}
      {table}
      {sites.length > 1 ? (
        <SelectField
          form={form}
          name="deliverToId"
          label={say('purchasing.deliver-to')}
          options={sites}
          empty={say('purchasing.deliver-to-own')}
        />
      ) : null}
      <button type="submit" class="main">
        {say('purchasing.make-orders')}
      </button>
    </form>
  );
}
