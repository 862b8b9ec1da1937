/** Receiving by pick list: everything that is on the way for one order, in one or several shipments. */
import { findArrival, receiveOrder } from '../../../receipts/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';
import { receiptLinks } from './links.ts';

async function page(visit: Visit, number: string, form: FormState) {
  const { say } = visit;
  const found = number === '' ? [] : await visit.ask(findArrival, { code: number.slice(0, 200) });
  const shipments = new Map(found.map((one) => [one.shipmentId, one]));
  return show(
    visit,
    {
      title: say('receipts.by-order', { number }),
      section: 'receipts',
      floor: true,
      status: form.problem?.status,
    },
    <>
      <ul class="choices">
        {[...shipments.values()].map((one) => (
          <li>
            <a class="code" href={receiptLinks.arrival(one.shipmentId)}>
              {one.shipmentNumber}
            </a>{' '}
            {wordOf(visit, 'receipts.arrival-state', one.state)}
          </li>
        ))}
      </ul>
      {visit.can('receipts.work') ? (
        <FormBox
          visit={visit}
          form={form}
          action={`${receiptLinks.arrivals}/order?number=${encodeURIComponent(number)}`}
          label={say('receipts.take-order')}
        />
      ) : null}
    </>,
  );
}

/** `/receipts/arrivals/order?number=`. */
export function showOrder(visit: Visit) {
  return page(visit, visit.param('number'), blankForm(visit));
}

/** Takes in all of it that is on the way. */
export async function takeOrder(visit: Visit, form: FormData) {
  const orderNumber = visit.param('number');
  const sent = await submit(visit, form, receiveOrder, { fixed: { orderNumber } });
  if (!sent.ok) return page(visit, orderNumber, sent.form);
  const numbers = sent.output.receipts.map(({ number }) => number).join(', ');
  return visit.redirect(receiptLinks.hub, 'receipts.order-taken', { numbers });
}
