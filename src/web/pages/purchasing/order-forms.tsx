/** The forms of a purchase order: a line of a draft, what the supplier confirmed, a delivery. */
import type { PurchaseLineView, PurchaseView } from '../../../purchasing/contract.ts';
import { blankForm, type FormState } from '../../form.ts';
import { CheckField, CheckList, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { amountText } from '../parts/money-text.ts';
import { ExpiryField, PartField } from '../stock/stock-fields.tsx';
import { purchaseLinks } from './links.ts';

/** What a form shows at first: the values of a line, unless something was typed. */
function filled(visit: Visit, form: FormState, values: Record<string, string>): FormState {
  return form.values.size > 0 ? form : { ...form, values: blankForm(visit, values).values };
}

/** Adds a part to a draft, or changes the line of the part the address names. */
export function LineForm({
  visit,
  order,
  form,
}: {
  visit: Visit;
  order: PurchaseView;
  form: FormState;
}) {
  const { say } = visit;
  const asked = visit.param('part');
  const line = order.lines.find(({ partNumber }) => partNumber === asked);
  const values = {
    partId: asked,
    quantity: String(line?.quantity ?? ''),
    priceMinor: amountText(line?.priceMinor ?? null),
    expectedOn: line?.expectedOn ?? '',
  };
  const own = filled(visit, form, values);
  return (
    <section class="panel" id="line">
      <h2>{say('purchasing.set-line')}</h2>
      <FormBox
        visit={visit}
        form={own}
        action={purchaseLinks.step(order.id, 'set-line')}
        version={order.version}
        label={say('purchasing.save-line')}
      >
        <PartField visit={visit} form={own} />
        <TextField
          form={own}
          name="quantity"
          label={say('stock.quantity')}
          inputmode="numeric"
          required
        />
        <TextField
          form={own}
          name="priceMinor"
          label={say('purchasing.price-in', { currency: order.currency })}
          hint={say('purchasing.price-hint')}
          inputmode="decimal"
        />
        <TextField
          form={own}
          name="expectedOn"
          label={say('purchasing.expected-on')}
          hint={say('purchasing.expected-hint')}
          type="date"
        />
      </FormBox>
    </section>
  );
}

const isOpen = ({ open }: PurchaseLineView) => open > 0;

/** Day and price of every line that is still to come. */
export function ConfirmFields({
  visit,
  order,
  form,
}: {
  visit: Visit;
  order: PurchaseView;
  form: FormState;
}) {
  const { say } = visit;
  const lines = order.lines.filter(isOpen);
  const values: Record<string, string> = { supplierReference: order.supplierReference ?? '' };
  for (const [at, line] of lines.entries()) {
    values[`lines.${at}.expectedOn`] = line.expectedOn ?? '';
    values[`lines.${at}.priceMinor`] = amountText(line.priceMinor);
  }
  const own = filled(visit, form, values);
  return (
    <>
      <TextField
        form={own}
        name="supplierReference"
        label={say('purchasing.supplier-reference')}
        maxlength={80}
        isCode
      />
      {lines.map((line, at) => (
        <fieldset>
          <legend class="code">{`${line.partNumber} × ${line.open}`}</legend>
          <input type="hidden" name={`lines.${at}.lineId`} value={line.lineId} />
          <TextField
            form={own}
            name={`lines.${at}.expectedOn`}
            label={say('purchasing.confirmed-on')}
            type="date"
          />
          <TextField
            form={own}
            name={`lines.${at}.priceMinor`}
            label={say('purchasing.price-in', { currency: order.currency })}
            inputmode="decimal"
          />
        </fieldset>
      ))}
    </>
  );
}

/** Which lines do not come, and why. */
export function CancelFields({
  visit,
  order,
  form,
}: {
  visit: Visit;
  order: PurchaseView;
  form: FormState;
}) {
  const { say } = visit;
  const options = order.lines.filter(isOpen).map((line) => ({
    value: line.lineId,
    label: `${line.partNumber} × ${line.open}`,
  }));
  return (
    <>
      {options.length > 1 ? (
        <CheckList
          form={form}
          name="lineIds"
          label={say('purchasing.cancel-lines')}
          options={options}
        />
      ) : null}
      <TextField
        form={form}
        name="reason"
        label={say('purchasing.reason')}
        maxlength={400}
        required
      />
    </>
  );
}

/** A delivery at the dock: scan part after part, or take all of it as ordered. */
export function ReceiveForm({
  visit,
  order,
  form,
}: {
  visit: Visit;
  order: PurchaseView;
  form: FormState;
}) {
  const { say } = visit;
  const own = filled(visit, form, { quantity: '1' });
  const needsNumbers = order.lines.some((line) => isOpen(line) && line.tracking !== 'none');
  return (
    <section class="panel" id="receive">
      <h2>{say('purchasing.receive')}</h2>
      <FormBox
        visit={visit}
        form={own}
        action={purchaseLinks.step(order.id, 'scan')}
        label={say('purchasing.take')}
      >
        <TextField
          form={own}
          name="code"
          label={say('purchasing.scan-part')}
          maxlength={200}
          isCode
          required
          hasFocus
        />
        <TextField
          form={own}
          name="quantity"
          label={say('stock.quantity')}
          inputmode="numeric"
          required
        />
        <details open={form.problem !== null}>
          <summary>{say('purchasing.more-fields')}</summary>
          <TextArea
            form={own}
            name="serialNumbers"
            label={say('stock.serials')}
            hint={say('stock.serials-hint')}
          />
          <TextField form={own} name="lotNumber" label={say('stock.lot')} maxlength={60} isCode />
          <ExpiryField visit={visit} form={own} />
          <CheckField form={own} name="isDamaged" label={say('purchasing.is-damaged')} />
          <TextField
            form={own}
            name="deliveryNote"
            label={say('purchasing.delivery-note')}
            maxlength={100}
            isCode
          />
          <TextField
            form={own}
            name="locationId"
            label={say('purchasing.put-where')}
            hint={say('purchasing.put-where-hint')}
            isCode
          />
        </details>
      </FormBox>
      {needsNumbers ? (
        <p class="hint">{say('purchasing.all-needs-numbers')}</p>
      ) : (
        <FormBox
          visit={visit}
          form={blankForm(visit)}
          action={purchaseLinks.step(order.id, 'receive-all')}
          version={order.version}
        >
          <button type="submit">{say('purchasing.take-all')}</button>
        </FormBox>
      )}
    </section>
  );
}
