/** Correcting what a location holds after a count: form and sending. */
import { adjustStock } from '../../../inventory/index.ts';
import { blankForm, type FormState, textIn } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import {
  EffectiveField,
  ExpiryField,
  LocationField,
  PartField,
  QuantityFields,
  readEffective,
  stockFieldOf,
} from './stock-fields.tsx';

function page(visit: Visit, form: FormState) {
  const { say } = visit;
  const directions = (['down', 'up'] as const).map((value) => ({
    value,
    label: say(`stock.direction.${value}`),
  }));
  return show(
    visit,
    { title: say('stock.adjust'), section: 'stock', status: form.problem?.status },
    <>
      <p>{say('stock.adjust-lead')}</p>
      <FormBox visit={visit} form={form} action="/stock/adjust" label={say('stock.adjust-go')}>
        <PartField visit={visit} form={form} />
        <LocationField visit={visit} form={form} name="locationId" label={say('stock.location')} />
        <SelectField
          form={form}
          name="direction"
          label={say('stock.direction')}
          options={directions}
          empty={say('form.choose')}
          required
        />
        <QuantityFields visit={visit} form={form} />
        <ExpiryField visit={visit} form={form} />
        <TextField form={form} name="reason" label={say('stock.reason')} maxlength={400} required />
        <EffectiveField visit={visit} form={form} />
      </FormBox>
    </>,
  );
}

/** Shows the form; `part` and `location` of the address fill it in. */
export function showAdjust(visit: Visit) {
  const filled = { partId: visit.param('part'), locationId: visit.param('location') };
  return page(visit, blankForm(visit, filled));
}

/** Records the difference. */
export async function sendAdjust(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, adjustStock, {
    codes: { partId: 'part', locationId: 'location' },
    prepare: readEffective,
    fieldOf: stockFieldOf,
  });
  if (!sent.ok) return page(visit, sent.form);
  const typed = { ...blankForm(visit), values: textsOf(sentForm) };
  return visit.redirect('/stock/adjust', 'stock.adjusted', {
    quantity: textIn(typed, 'quantity'),
    part: textIn(typed, 'partId'),
    location: textIn(typed, 'locationId'),
  });
}
