/** Registering a customer's unit that nobody registered before, on the way to its return. */
import { listParties, listParts } from '../../../inventory/index.ts';
import { registerUnit } from '../../../rma/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { nameIn, type Visit } from '../../visit.ts';

const pageOf = 200;

/** `/rmas/register-unit?serial=…` */
export async function showRegister(visit: Visit, refused?: FormState) {
  const { say, locale } = visit;
  const { parties } = await visit.ask(listParties, { kind: 'customer', limit: pageOf });
  const customers = parties.map((one) => ({
    value: one.id,
    label: `${one.code} ${nameIn(locale, one)}`,
  }));
  const values = { serialNumber: visit.param('serial'), warrantyMonths: 12 };
  const form = refused ?? blankForm(visit, values);
  return show(
    visit,
    { title: say('rma.register-title'), section: 'rmas', status: form.problem?.status },
    <FormBox visit={visit} form={form} action="/rmas/register-unit" label={say('rma.register')}>
      <TextField form={form} name="serialNumber" label={say('rma.serial')} isCode required />
      <TextField
        form={form}
        name="partNumber"
        label={say('rma.register-part')}
        isCode
        required
        hasFocus
      />
      <SelectField
        form={form}
        name="customerId"
        label={say('rma.register-customer')}
        options={customers}
        empty={say('form.choose')}
        required
      />
      <TextField form={form} name="soldOn" label={say('rma.sold-on')} type="date" />
      <TextField form={form} name="acceptedOn" label={say('rma.accepted-on')} type="date" />
      <TextField
        form={form}
        name="warrantyMonths"
        label={say('rma.register-months')}
        inputmode="numeric"
      />
    </FormBox>,
  );
}

/** Takes the form; the model is found by its exact part number. */
export async function takeRegister(visit: Visit, form: FormData) {
  const partNumber = String(form.get('partNumber') ?? '').trim();
  const asked = { search: partNumber.slice(0, 100), limit: pageOf };
  const { parts } = partNumber === '' ? { parts: [] } : await visit.ask(listParts, asked);
  const part = parts.find((one) => one.partNumber === partNumber);
  const fixed = part === undefined ? {} : { partId: part.id };
  const sent = await submit(visit, form, registerUnit, { fixed });
  if (!sent.ok) {
    const issues = new Map(sent.form.issues);
    if (part === undefined) issues.set('partNumber', visit.say('rma.no-model'));
    return showRegister(visit, { ...sent.form, issues });
  }
  const serial = String(form.get('serialNumber') ?? '').trim();
  return visit.redirect(`/rmas/new?${new URLSearchParams({ serial })}`, 'rma.registered', {
    serial,
  });
}
