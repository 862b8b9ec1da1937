/** One line of an order: how far it is, what is promised to it, where more could come from. */
import type {
  OrderAllocationView,
  OrderLineView,
  OrderView,
  SourceView,
} from '../../../orders/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';
import { nearnessText, Progress, reasonsText } from './words.tsx';

/** What a line is shown with. */
export interface LineShown {
  readonly visit: Visit;
  readonly order: OrderView;
  readonly line: OrderLineView;
  /** The sourcing answer, when it was asked for. */
  readonly sources: readonly SourceView[] | null;
  /** The form that was refused on this line. */
  readonly refused: FormState | null;
}

function pieceText(visit: Visit, row: OrderAllocationView): string {
  const { serialNumber, lotNumber, condition } = row;
  const state = condition === null ? '' : wordOf(visit, 'condition', condition);
  return [serialNumber, lotNumber, state].filter((one) => one !== null && one !== '').join(' · ');
}

function Allocations({ visit, order, line }: LineShown) {
  const { say } = visit;
  const mayRelease = visit.can('orders.manage');
  const columns: Column<OrderAllocationView>[] = [
    {
      heading: say('orders.allocation-state'),
      cell: (row) => (
        <Chip tone={row.state === 'received' ? 'good' : undefined}>
          {say(`orders.allocation.${row.state}`)}
        </Chip>
      ),
    },
    {
      heading: say('orders.from'),
      kind: 'code',
      cell: (row) => `${row.siteCode} ${row.locationCode}`,
    },
    { heading: say('orders.part'), kind: 'code', cell: (row) => row.partNumber },
    { heading: say('orders.piece'), kind: 'code', cell: (row) => pieceText(visit, row) || '—' },
    { heading: say('orders.quantity'), kind: 'number', cell: (row) => row.quantity },
    { heading: say('orders.promised'), cell: (row) => momentText(row.promisedAt) },
    {
      heading: say('orders.why'),
      cell: (row) =>
        [say(`orders.policy.${row.policy}`), reasonsText(visit, row.reasons), row.note]
          .filter((one) => one !== null && one !== '')
          .join(say('orders.and')),
    },
    {
      heading: say('orders.step'),
      cell: (row) =>
        row.state === 'held' && mayRelease ? (
          <FormBox
            visit={visit}
            form={blankForm(visit)}
            action={`/orders/${order.orderId}/release/${row.allocationId}`}
          >
            <button type="submit">{say('orders.release')}</button>
          </FormBox>
        ) : (
          '—'
        ),
    },
  ];
  return (
    <Table
      visit={visit}
      caption={say('orders.allocations')}
      columns={columns}
      rows={line.allocations.slice(0, 50)}
      empty={say('orders.nothing-promised')}
    />
  );
}

function Sources({ visit, sources }: { visit: Visit; sources: readonly SourceView[] }) {
  const { say } = visit;
  const columns: Column<SourceView>[] = [
    { heading: say('orders.rank'), kind: 'number', cell: (row) => row.rank },
    { heading: say('orders.source'), cell: (row) => nearnessText(visit, row) },
    {
      heading: say('orders.from'),
      kind: 'code',
      cell: (row) => `${row.siteCode} ${row.locationCode ?? row.documentNumber ?? ''}`.trim(),
    },
    { heading: say('orders.part'), kind: 'code', cell: (row) => row.partNumber },
    { heading: say('orders.free'), kind: 'number', cell: (row) => row.free },
    {
      heading: say('orders.arrival'),
      cell: (row) => <Chip tone={row.isOnTime ? 'good' : 'wait'}>{momentText(row.arriveAt)}</Chip>,
    },
    { heading: say('orders.would-take'), kind: 'number', cell: (row) => row.take },
    { heading: say('orders.why'), cell: (row) => reasonsText(visit, row.reasons) },
  ];
  return (
    <>
      <h3>{say('orders.sources')}</h3>
      <Table
        visit={visit}
        caption={say('orders.sources')}
        columns={columns}
        rows={sources.slice(0, 50)}
        empty={say('orders.no-source')}
      />
    </>
  );
}

function ByHand({ visit, order, line, refused }: LineShown) {
  const { say } = visit;
  const form = refused ?? blankForm(visit, { quantity: line.waiting, partId: line.partNumber });
  return (
    <details open={refused !== null}>
      <summary class="button plain">{say('orders.by-hand')}</summary>
      <FormBox
        visit={visit}
        form={form}
        action={`/orders/${order.orderId}/lines/${line.lineId}/by-hand`}
        version={order.version}
        label={say('orders.by-hand-go')}
      >
        <TextField
          form={form}
          name="locationId"
          label={say('orders.from')}
          hint={say('orders.from-hint')}
          required
          isCode
        />
        <TextField
          form={form}
          name="quantity"
          label={say('orders.quantity')}
          inputmode="numeric"
          required
        />
        <TextField
          form={form}
          name="partId"
          label={say('orders.part')}
          hint={say('orders.part-hint')}
          isCode
        />
        <TextField form={form} name="lotNumber" label={say('orders.lot')} isCode />
        <TextArea
          form={form}
          name="serialNumbers"
          label={say('orders.serials')}
          hint={say('orders.serials-hint')}
          rows={2}
        />
        <TextField form={form} name="note" label={say('orders.note')} maxlength={400} />
      </FormBox>
    </details>
  );
}

/** The line with everything about it. */
export function OrderLine(shown: LineShown) {
  const { visit, order, line, sources } = shown;
  const { say, locale } = visit;
  const mayManage = visit.can('orders.manage') && order.closedAt === null && line.waiting > 0;
  return (
    <section class="panel" aria-labelledby={`line-${line.line}`}>
      <h2 id={`line-${line.line}`}>
        <span class="code">
          <a href={`/parts/${line.partId}`}>{line.partNumber}</a>
        </span>{' '}
        {nameIn(locale, line)}
      </h2>
      <p>
        {line.requested === null
          ? say('orders.ordered', { quantity: line.quantity })
          : say('orders.asked-ordered', {
              requested: line.requested,
              approved: line.approved,
              quantity: line.quantity,
            })}{' '}
        <Progress visit={visit} of={line} />
      </p>
      <Allocations {...shown} />
      {mayManage ? <ByHand {...shown} /> : null}
      {sources === null ? (
        <p>
          <a href={`/orders/${order.orderId}?line=${line.lineId}#line-${line.line}`}>
            {say('orders.show-sources')}
          </a>
          {' · '}
          <a href={`/orders/why-not?partId=${line.partId}&lineId=${line.lineId}`}>
            {say('orders.who-holds')}
          </a>
        </p>
      ) : (
        <Sources visit={visit} sources={sources} />
      )}
    </section>
  );
}
