/** The page of one purchase order: its steps, its lines and whom they are for, deliveries, history. */
import type { PurchaseView } from '../../../purchasing/contract.ts';
import {
  cancelPurchase,
  confirmPurchaseOrder,
  discardPurchaseOrder,
  getPurchaseOrder,
  sendPurchaseOrder,
} from '../../../purchasing/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { type ActionSpec, Actions } from '../../ui/actions.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { ProblemNotice } from '../../ui/form-box.tsx';
import { Facts, Table } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { moneyText } from '../parts/money-text.ts';
import { wordOf } from '../word-of.ts';
import { purchaseLinks } from './links.ts';
import { CancelFields, ConfirmFields, LineForm, ReceiveForm } from './order-forms.tsx';
import { OrderLines } from './order-lines.tsx';
import { PurchaseState } from './words.tsx';

/** A form that was refused, and the step it belongs to. */
export interface RefusedStep {
  readonly step: string;
  readonly form: FormState;
}

function specsOf(visit: Visit, order: PurchaseView): Readonly<Record<string, ActionSpec>> {
  const { say } = visit;
  return {
    send: {
      command: sendPurchaseOrder,
      tone: 'main',
      hotkey: 's',
      fields: (form) => (
        <>
          <p class="hint">{say('purchasing.send-hint')}</p>
          <TextArea form={form} name="note" label={say('purchasing.note')} rows={3} />
        </>
      ),
    },
    confirm: {
      command: confirmPurchaseOrder,
      tone: order.state === 'sent' ? 'main' : undefined,
      hotkey: 'c',
      fields: (form) => <ConfirmFields visit={visit} order={order} form={form} />,
    },
    cancel: {
      command: cancelPurchase,
      tone: 'danger',
      fields: (form) => <CancelFields visit={visit} order={order} form={form} />,
    },
    discard: {
      command: discardPurchaseOrder,
      tone: 'danger',
      fields: () => <p class="hint">{say('purchasing.discard-hint')}</p>,
    },
  };
}

function Header({ visit, order }: { visit: Visit; order: PurchaseView }) {
  const { say, locale } = visit;
  const names = { nameEn: order.supplierNameEn, nameZh: order.supplierNameZh };
  const cancelled =
    order.cancelReason === null
      ? []
      : [[say('purchasing.cancel-reason'), order.cancelReason] as const];
  return (
    <Facts
      facts={[
        [say('purchasing.state-label'), <PurchaseState visit={visit} order={order} />],
        [say('purchasing.supplier'), `${order.supplierCode} · ${nameIn(locale, names)}`],
        [say('purchasing.deliver-to'), <span class="code">{order.siteCode}</span>],
        [say('purchasing.total'), moneyText(order.totalMinor, order.currency)],
        [say('purchasing.received-of'), `${order.received} / ${order.ordered}`],
        [say('purchasing.next-on'), order.nextOn],
        [say('purchasing.supplier-reference'), order.supplierReference],
        [say('purchasing.sent-at'), momentText(order.sentAt)],
        [say('purchasing.by'), order.sentByName ?? order.createdByName],
        [say('purchasing.note'), order.note],
        ...cancelled,
      ]}
    />
  );
}

function Receipts({ visit, order }: { visit: Visit; order: PurchaseView }) {
  const { say } = visit;
  if (order.receipts.length === 0) return null;
  return (
    <>
      <h2>{say('purchasing.receipts')}</h2>
      <Table
        visit={visit}
        caption={say('purchasing.receipts')}
        columns={[
          {
            heading: say('purchasing.receipt'),
            kind: 'code',
            cell: (row) => <a href={`/receipts/${row.receiptId}`}>{row.number}</a>,
          },
          { heading: say('purchasing.pieces'), kind: 'number', cell: (row) => row.pieces },
          {
            heading: say('purchasing.discrepancies'),
            kind: 'number',
            cell: (row) => row.openDiscrepancies,
          },
          { heading: say('purchasing.at'), cell: (row) => momentText(row.receivedAt) },
          { heading: say('purchasing.who'), cell: (row) => row.receivedByName },
        ]}
        rows={order.receipts}
      />
    </>
  );
}

function History({ visit, order }: { visit: Visit; order: PurchaseView }) {
  const { say } = visit;
  return (
    <>
      <h2>{say('purchasing.history')}</h2>
      <Table
        visit={visit}
        caption={say('purchasing.history')}
        columns={[
          { heading: say('purchasing.at'), cell: (row) => momentText(row.at) },
          {
            heading: say('purchasing.what'),
            cell: (row) =>
              wordOf(visit, 'purchasing.done', row.command.slice('purchasing.'.length)),
          },
          { heading: say('purchasing.who'), cell: (row) => row.actorName },
        ]}
        rows={order.timeline.slice(0, 50)}
      />
    </>
  );
}

/** `/purchasing/:purchaseOrderId`; `?part=` fills the form of that line. */
export async function showOrder(visit: Visit, refused?: RefusedStep) {
  const { say } = visit;
  const purchaseOrderId = idStep(visit, 'purchaseOrderId');
  const order = await visit.ask(getPurchaseOrder, { purchaseOrderId });
  const specs = specsOf(visit, order);
  const formOf = (step: string) => (refused?.step === step ? refused.form : blankForm(visit));
  const mayEdit = order.state === 'draft' && visit.can('purchasing.manage');
  const mayReceive = order.sentAt !== null && order.closedAt === null && visit.can('receipts.work');
  const isShown =
    (refused?.step === 'set-line' && mayEdit) || (refused?.step === 'scan' && mayReceive);
  const isStep = refused !== undefined && refused.step in specs;
  const lost = refused !== undefined && !isStep && !isShown ? refused.form.problem : null;
  const paper = { href: purchaseLinks.paper(order.id), label: say('purchasing.paper') };
  return show(
    visit,
    {
      title: say('purchasing.one', { number: order.number }),
      section: 'purchasing',
      status: refused?.form.problem?.status,
    },
    <>
      {order.sentAt === null ? null : (
        <PageLinks visit={visit} links={[{ ...paper, needs: 'labels.print' }]} />
      )}
      {lost === null ? null : <ProblemNotice visit={visit} problem={lost} />}
      {mayReceive ? <ReceiveForm visit={visit} order={order} form={formOf('scan')} /> : null}
      <div class="columns">
        <Header visit={visit} order={order} />
        {visit.can('purchasing.manage') || !mayReceive ? (
          <Actions
            visit={visit}
            events={order.events}
            specs={specs}
            words="action.purchase"
            base={purchaseLinks.order(order.id)}
            version={order.version}
            refused={
              isStep && refused !== undefined
                ? { event: refused.step, form: refused.form }
                : undefined
            }
          />
        ) : null}
      </div>
      <OrderLines visit={visit} order={order} />
      {mayEdit ? <LineForm visit={visit} order={order} form={formOf('set-line')} /> : null}
      <Receipts visit={visit} order={order} />
      <History visit={visit} order={order} />
    </>,
  );
}
