/** Registering a customer's unit: model and customer by code, the dates its warranty counts from. */
import { registerUnit } from '../../../rma/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';

function Fields({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  return (
    <>
      <TextField
        form={form}
        name="partId"
        label={say('units.model')}
        hint={say('units.model-hint')}
        required
        isCode
        hasFocus
      />
      <TextField form={form} name="serialNumber" label={say('units.serial')} required isCode />
      <TextField
        form={form}
        name="customerId"
        label={say('units.customer')}
        hint={say('units.customer-hint')}
        required
        isCode
      />
      <TextField form={form} name="soldOn" label={say('units.sold')} type="date" />
      <TextField form={form} name="acceptedOn" label={say('units.accepted')} type="date" />
      <TextField
        form={form}
        name="warrantyMonths"
        label={say('units.months')}
        inputmode="numeric"
      />
    </>
  );
}

function page(visit: Visit, form: FormState) {
  const { say } = visit;
  return show(
    visit,
    { title: say('units.new'), section: 'units', status: form.problem?.status },
    <FormBox visit={visit} form={form} action="/units/new" label={say('units.create')}>
      <Fields visit={visit} form={form} />
    </FormBox>,
  );
}

/** Shows the form. */
export function showNewUnit(visit: Visit) {
  return page(visit, blankForm(visit, { warrantyMonths: 12 }));
}

/** Registers the unit. */
export async function sendNewUnit(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, registerUnit, {
    codes: { partId: 'part', customerId: 'customer' },
    fieldOf: {
      'inventory.serial-not-tracked': 'partId',
      'inventory.serial-taken': 'serialNumber',
      'rma.unit-registered-already': 'serialNumber',
      'rma.date-unknown': 'soldOn',
      'rma.date-in-future': 'soldOn',
      'rma.accepted-before-sale': 'acceptedOn',
    },
  });
  if (!sent.ok) return page(visit, sent.form);
  const serial = textsOf(sentForm).get('serialNumber')?.at(-1) ?? '';
  return visit.redirect('/units', 'units.created', { serial });
}
