/** Adding a customer, supplier or repairer: form and sending. */
import { partyKinds } from '../../../inventory/contract.ts';
import { createParty } from '../../../inventory/index.ts';
import { locales } from '../../../platform/actor.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';

function Fields({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const kinds = partyKinds.map((value) => ({ value, label: say(`customers.kind.${value}`) }));
  const languages = locales.map((value) => ({ value, label: say(`locale.${value}`) }));
  const hint = say('customers.name-hint');
  return (
    <>
      <TextField
        form={form}
        name="code"
        label={say('customers.code')}
        maxlength={30}
        required
        isCode
        hasFocus
      />
      <SelectField form={form} name="kind" label={say('customers.kind')} options={kinds} />
      <TextField form={form} name="nameEn" label={say('customers.name-en')} hint={hint} />
      <TextField form={form} name="nameZh" label={say('customers.name-zh')} hint={hint} />
      <TextField form={form} name="contactName" label={say('customers.contact')} />
      <TextField form={form} name="phone" label={say('customers.phone')} type="tel" />
      <TextField form={form} name="email" label={say('customers.email')} type="email" />
      <TextArea form={form} name="address" label={say('customers.address')} />
      <SelectField form={form} name="locale" label={say('customers.locale')} options={languages} />
    </>
  );
}

function page(visit: Visit, form: FormState) {
  const { say } = visit;
  return show(
    visit,
    { title: say('customers.new'), section: 'customers', status: form.problem?.status },
    <FormBox visit={visit} form={form} action="/customers/new" label={say('customers.create')}>
      <Fields visit={visit} form={form} />
    </FormBox>,
  );
}

/** Shows the empty form. */
export function showNewCustomer(visit: Visit) {
  return page(visit, blankForm(visit, { kind: 'customer', locale: visit.locale }));
}

/** Adds the customer. */
export async function sendNewCustomer(visit: Visit, sentForm: FormData) {
  const fieldOf = { 'inventory.party-code-taken': 'code' };
  const sent = await submit(visit, sentForm, createParty, { fieldOf });
  if (!sent.ok) return page(visit, sent.form);
  const code = textsOf(sentForm).get('code')?.at(-1) ?? '';
  return visit.redirect('/customers', 'customers.created', { code });
}
