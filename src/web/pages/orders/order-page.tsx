/** The page of one order: steps, lines, promises, sources, and what was done so far. */
import {
  allocateByHand,
  allocateOrder,
  cancelOrder,
  changePriority,
  getOrder,
  type OrderView,
  releaseAllocation,
  sourceLine,
} from '../../../orders/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { type ActionSpec, Actions } from '../../ui/actions.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { ProblemNotice } from '../../ui/form-box.tsx';
import { Facts, Table } from '../../ui/table.tsx';
import { idStep, momentText, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { dayText, Priority, priorityWord } from '../requests/words.tsx';
import { idParam } from '../stock/filters.ts';
import { wordOf } from '../word-of.ts';
import { endOfDay } from './end-of-day.ts';
import { OrderLine } from './order-line.tsx';
import { OrderState, Progress } from './words.tsx';

/** A form that was refused, and the step or the line it belongs to. */
export interface Refused {
  readonly at: string;
  readonly form: FormState;
}

function specsOf(visit: Visit, order: OrderView): Readonly<Record<string, ActionSpec>> {
  const { say } = visit;
  const priorities = [1, 2, 3, 4].map((one) => ({
    value: String(one),
    label: priorityWord(visit, one),
  }));
  const now = { priority: String(order.priority), neededBy: order.neededBy?.slice(0, 10) ?? '' };
  const filled = (form: FormState) =>
    form.values.size > 0 ? form : { ...form, values: blankForm(visit, now).values };
  return {
    allocate: { command: allocateOrder, tone: 'main', hotkey: 'a' },
    'change-priority': {
      command: changePriority,
      fields: (form) => (
        <>
          <SelectField
            form={filled(form)}
            name="priority"
            label={say('orders.priority')}
            options={priorities}
          />
          <TextField
            form={filled(form)}
            name="neededBy"
            type="date"
            label={say('orders.needed-by')}
          />
        </>
      ),
    },
    'cancel-rest': {
      command: cancelOrder,
      tone: 'danger',
      fields: (form) => (
        <TextField
          form={form}
          name="reason"
          label={say('orders.reason')}
          maxlength={400}
          required
        />
      ),
    },
  };
}

function OrderFacts({ visit, order }: { visit: Visit; order: OrderView }) {
  const { say } = visit;
  const request =
    order.requestId === null ? null : (
      <a href={`/requests/${order.requestId}`}>{order.requestNumber}</a>
    );
  return (
    <Facts
      facts={[
        [say('orders.state'), <OrderState visit={visit} state={order.state} />],
        [say('orders.progress'), <Progress visit={visit} of={order} />],
        [say('orders.priority'), <Priority visit={visit} priority={order.priority} />],
        [say('orders.needed-by'), dayText(order.neededBy)],
        [
          say('orders.to'),
          <span class="code">{`${order.siteCode} ${order.destinationCode}`}</span>,
        ],
        [say('orders.request'), request],
        [say('orders.job'), order.documentNumber],
        [say('orders.by'), order.requestedByName],
        [say('orders.ship-to'), order.shipTo],
        [say('orders.note'), order.note],
      ]}
    />
  );
}

/** `/orders/:orderId` */
export async function showOrder(visit: Visit, refused?: Refused) {
  const { say } = visit;
  const orderId = idStep(visit, 'orderId');
  const order = await visit.ask(getOrder, { orderId });
  const lineId = idParam(visit, 'line');
  const asked = order.lines.find((line) => line.lineId === lineId);
  const sources =
    asked === undefined ? [] : (await visit.ask(sourceLine, { lineId: asked.lineId })).sources;
  const specs = specsOf(visit, order);
  const own = { event: 'change-priority', allowed: true, refusal: null };
  const events = order.closedAt === null ? [...order.events, own] : [];
  const step = refused !== undefined && refused.at in specs;
  const isOnLine = order.lines.some((line) => line.lineId === refused?.at);
  const lost = refused !== undefined && !step && !isOnLine ? refused.form.problem : null;
  return show(
    visit,
    {
      title: say('orders.one', { number: order.number }),
      section: 'orders',
      status: refused?.form.problem?.status,
    },
    <>
      {lost === null ? null : <ProblemNotice visit={visit} problem={lost} />}
      <div class="columns">
        <OrderFacts visit={visit} order={order} />
        <Actions
          visit={visit}
          events={events}
          specs={specs}
          words="action.order"
          base={`/orders/${orderId}`}
          version={order.version}
          refused={
            step && refused !== undefined ? { event: refused.at, form: refused.form } : undefined
          }
        />
      </div>
      {order.lines.map((line) => (
        <OrderLine
          visit={visit}
          order={order}
          line={line}
          sources={line.lineId === lineId ? sources : null}
          refused={refused?.at === line.lineId ? refused.form : null}
        />
      ))}
      <h2>{say('orders.history')}</h2>
      <Table
        visit={visit}
        caption={say('orders.history')}
        columns={[
          { heading: say('orders.at'), cell: (row) => momentText(row.at) },
          {
            heading: say('orders.what'),
            cell: (row) => wordOf(visit, 'orders.done', row.command.replace(/^\w+\./, '')),
          },
          { heading: say('orders.who'), cell: (row) => row.actorName },
        ]}
        rows={order.timeline.slice(0, 50)}
      />
    </>,
  );
}

/** A step of the order. */
export async function sendStep(visit: Visit, form: FormData) {
  const orderId = idStep(visit, 'orderId');
  const step = visit.step('step');
  const fixed = { orderId };
  const to = `/orders/${orderId}`;
  if (step === 'allocate') {
    const sent = await submit(visit, form, allocateOrder, { fixed });
    if (!sent.ok) return showOrder(visit, { at: step, form: sent.form });
    const { allocated, waiting } = sent.output;
    const told = allocated.length > 0 ? 'orders.served' : 'orders.not-served';
    return visit.redirect(to, told, { promises: allocated.length, waiting });
  }
  if (step === 'change-priority') {
    const sent = await submit(visit, form, changePriority, { fixed, prepare: endOfDay });
    if (!sent.ok) return showOrder(visit, { at: step, form: sent.form });
    return visit.redirect(to, 'orders.priority-changed');
  }
  const sent = await submit(visit, form, cancelOrder, { fixed });
  if (!sent.ok) return showOrder(visit, { at: 'cancel-rest', form: sent.form });
  return visit.redirect(to, 'orders.rest-cancelled', { number: sent.output.number });
}

/** A promise is given back. */
export async function sendRelease(visit: Visit, form: FormData) {
  const allocationId = idStep(visit, 'allocationId');
  const sent = await submit(visit, form, releaseAllocation, { fixed: { allocationId } });
  if (!sent.ok) return showOrder(visit, { at: 'release', form: sent.form });
  return visit.redirect(`/orders/${idStep(visit, 'orderId')}`, 'orders.released');
}

/** A clerk chose where the stock comes from. */
export async function sendByHand(visit: Visit, form: FormData) {
  const [orderId, lineId] = [idStep(visit, 'orderId'), idStep(visit, 'lineId')];
  const sent = await submitCodes(visit, form, allocateByHand, {
    codes: { locationId: 'location', partId: 'part' },
    fixed: { orderId, lineId },
    fieldOf: {
      'orders.nothing-free': 'locationId',
      'orders.over-quantity': 'quantity',
      'orders.part-does-not-cover': 'partId',
      'inventory.unknown-serial': 'serialNumbers',
      'inventory.serial-required': 'serialNumbers',
    },
  });
  if (!sent.ok) return showOrder(visit, { at: lineId, form: sent.form });
  return visit.redirect(`/orders/${orderId}`, 'orders.promised-by-hand');
}
