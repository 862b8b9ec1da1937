/** The lines of a purchase order: how many, for how much, by when, whom for, and how far they came. */
import type { PurchaseLineView, PurchaseView } from '../../../purchasing/contract.ts';
import { links } from '../../links.ts';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { moneyText } from '../parts/money-text.ts';
import { RowButton } from '../parts/row-button.tsx';
import { purchaseLinks } from './links.ts';
import { lineReason } from './words.tsx';

function Name({ visit, line }: { visit: Visit; line: PurchaseLineView }) {
  return (
    <>
      {nameIn(visit.locale, line)}
      {line.supplierPartNumber === null ? null : (
        <p class="fine">
          {visit.say('purchasing.their-number')} <span class="code">{line.supplierPartNumber}</span>
        </p>
      )}
    </>
  );
}

function Price({
  visit,
  order,
  line,
}: {
  visit: Visit;
  order: PurchaseView;
  line: PurchaseLineView;
}) {
  const { say } = visit;
  if (line.priceMinor === null) return <Chip tone="bad">{say('purchasing.no-price')}</Chip>;
  const isOther = line.sentPriceMinor !== null && line.sentPriceMinor !== line.priceMinor;
  return (
    <>
      {moneyText(line.priceMinor, order.currency)}
      {isOther ? (
        <p class="fine">
          {say('purchasing.sent-price', { price: moneyText(line.sentPriceMinor, order.currency) })}
        </p>
      ) : null}
    </>
  );
}

function Due({ visit, line }: { visit: Visit; line: PurchaseLineView }) {
  const { say } = visit;
  const days = line.leadTimeDays;
  if (line.expectedOn === null) {
    return <>{days === null ? '—' : say('purchasing.after-days', { days })}</>;
  }
  return (
    <>
      {line.expectedOn}{' '}
      {line.isOverdue ? <Chip tone="bad">{say('purchasing.overdue')}</Chip> : null}
    </>
  );
}

function Whom({ visit, line }: { visit: Visit; line: PurchaseLineView }) {
  const { say } = visit;
  return (
    <>
      {lineReason(visit, line)}
      <ul class="fine">
        {line.covers.map((cover) => (
          <li>
            {cover.orderId === null ? (
              say('purchasing.for-hand', { pieces: cover.quantity, reason: cover.reason ?? '' })
            ) : (
              <>
                <a class="code" href={`/orders/${cover.orderId}`}>
                  {cover.orderNumber}
                </a>{' '}
                {say('purchasing.for-order', { pieces: cover.quantity })}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function draftSteps(visit: Visit, order: PurchaseView): Column<PurchaseLineView>[] {
  const { say } = visit;
  if (order.state !== 'draft' || !visit.can('purchasing.manage')) return [];
  return [
    {
      heading: say('purchasing.change'),
      cell: (line) => (
        <>
          <a class="button" href={purchaseLinks.line(order.id, line.partNumber)}>
            {say('purchasing.change')}
          </a>
          <RowButton
            visit={visit}
            action={purchaseLinks.step(order.id, 'remove-line')}
            fields={{ lineId: line.lineId }}
            label={say('purchasing.remove')}
            about={line.partNumber}
          />
        </>
      ),
    },
  ];
}

/** The table of the lines; in a draft with the ways to change them. */
export function OrderLines({ visit, order }: { visit: Visit; order: PurchaseView }) {
  const { say } = visit;
  const progress: Column<PurchaseLineView>[] =
    order.sentAt === null
      ? []
      : [
          { heading: say('purchasing.received'), kind: 'number', cell: (line) => line.received },
          { heading: say('purchasing.open'), kind: 'number', cell: (line) => line.open },
          { heading: say('purchasing.cancelled'), kind: 'number', cell: (line) => line.cancelled },
        ];
  const columns: Column<PurchaseLineView>[] = [
    {
      heading: say('purchasing.part'),
      kind: 'code',
      cell: (line) => <a href={links.part(line.partId)}>{line.partNumber}</a>,
    },
    { heading: say('purchasing.name'), cell: (line) => <Name visit={visit} line={line} /> },
    {
      heading: say('stock.quantity'),
      kind: 'number',
      cell: (line) => `${line.quantity} ${line.unitOfMeasure}`,
    },
    ...progress,
    {
      heading: say('purchasing.price'),
      kind: 'number',
      cell: (line) => <Price visit={visit} order={order} line={line} />,
    },
    {
      heading: say('purchasing.value'),
      kind: 'number',
      cell: (line) => moneyText(line.valueMinor, order.currency),
    },
    {
      heading: say('purchasing.expected-on'),
      kind: 'code',
      cell: (line) => <Due visit={visit} line={line} />,
    },
    { heading: say('purchasing.why'), cell: (line) => <Whom visit={visit} line={line} /> },
    ...draftSteps(visit, order),
  ];
  return (
    <>
      <h2>{say('purchasing.lines')}</h2>
      <Table
        visit={visit}
        caption={say('purchasing.lines')}
        columns={columns}
        rows={order.lines}
        empty={say('purchasing.no-lines')}
      />
    </>
  );
}
