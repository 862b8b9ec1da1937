/** The two forms that begin something by hand: demand for a part, and an empty order to a supplier. */
import { currencies } from '../../../inventory/index.ts';
import { addPurchaseDemand, createPurchaseOrder } from '../../../purchasing/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { siteOptions } from '../own-sites.ts';
import { PartField } from '../stock/stock-fields.tsx';
import { purchaseLinks } from './links.ts';

async function demandPage(visit: Visit, form: FormState) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'purchasing.manage');
  return show(
    visit,
    {
      title: say('purchasing.new-demand'),
      section: 'purchasing',
      status: form.problem?.status,
    },
    <FormBox
      visit={visit}
      form={form}
      action={purchaseLinks.newDemand}
      label={say('purchasing.add-demand')}
    >
      <p class="hint">{say('purchasing.new-demand-hint')}</p>
      <PartField visit={visit} form={form} />
      <SelectField form={form} name="siteId" label={say('purchasing.site')} options={sites} />
      <TextField
        form={form}
        name="quantity"
        label={say('stock.quantity')}
        inputmode="numeric"
        required
      />
      <TextField form={form} name="neededBy" label={say('purchasing.needed-by')} type="date" />
      <TextField
        form={form}
        name="reason"
        label={say('purchasing.reason')}
        maxlength={400}
        required
      />
    </FormBox>,
  );
}

/** `/purchasing/new-demand` */
export function showNewDemand(visit: Visit) {
  return demandPage(visit, blankForm(visit, { partId: visit.param('part') }));
}

/** Adds the demand. */
export async function takeNewDemand(visit: Visit, form: FormData) {
  const sent = await submitCodes(visit, form, addPurchaseDemand, {
    codes: { partId: 'part' },
    fieldOf: { 'purchasing.day-is-over': 'neededBy', 'inventory.part-retired': 'partId' },
  });
  if (!sent.ok) return demandPage(visit, sent.form);
  return visit.redirect(purchaseLinks.hub, 'purchasing.demand-added');
}

async function orderPage(visit: Visit, form: FormState) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'purchasing.manage');
  return show(
    visit,
    { title: say('purchasing.new-order'), section: 'purchasing', status: form.problem?.status },
    <FormBox
      visit={visit}
      form={form}
      action={purchaseLinks.newOrder}
      label={say('purchasing.open-draft')}
    >
      <TextField
        form={form}
        name="supplierId"
        label={say('purchasing.supplier-code')}
        isCode
        required
        hasFocus
      />
      <SelectField form={form} name="siteId" label={say('purchasing.deliver-to')} options={sites} />
      <SelectField
        form={form}
        name="currency"
        label={say('purchasing.currency')}
        options={currencies.map((value) => ({ value, label: value }))}
      />
    </FormBox>,
  );
}

/** `/purchasing/new-order` */
export function showNewOrder(visit: Visit) {
  return orderPage(visit, blankForm(visit, { currency: 'CNY' }));
}

/** Opens the draft. */
export async function takeNewOrder(visit: Visit, form: FormData) {
  const sent = await submitCodes(visit, form, createPurchaseOrder, {
    codes: { supplierId: 'supplier' },
    fieldOf: {
      'purchasing.not-a-supplier': 'supplierId',
      'purchasing.supplier-is-retired': 'supplierId',
    },
  });
  if (!sent.ok) return orderPage(visit, sent.form);
  const { purchaseOrderId, number } = sent.output;
  return visit.redirect(purchaseLinks.order(purchaseOrderId), 'purchasing.opened', { number });
}
