/** Taking stock in from a supplier: form and sending. */
import { receiveStock } from '../../../inventory/index.ts';
import { blankForm, type FormState, textIn } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { TextField } from '../../ui/fields.tsx';
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
  return show(
    visit,
    { title: say('stock.receive'), section: 'stock', status: form.problem?.status },
    <FormBox visit={visit} form={form} action="/stock/receive" label={say('stock.receive-go')}>
      <PartField visit={visit} form={form} />
      <LocationField
        visit={visit}
        form={form}
        name="locationId"
        label={say('stock.receive-location')}
      />
      <QuantityFields visit={visit} form={form} />
      <ExpiryField visit={visit} form={form} />
      <TextField
        form={form}
        name="unit"
        label={say('part.unit-name')}
        hint={say('part.unit-hint')}
        maxlength={20}
      />
      <TextField form={form} name="reference" label={say('stock.reference')} maxlength={100} />
      <EffectiveField visit={visit} form={form} />
    </FormBox>,
  );
}

/** Shows the form; `part` and `location` of the address fill it in. */
export function showReceive(visit: Visit) {
  const filled = { partId: visit.param('part'), locationId: visit.param('location') };
  return page(visit, blankForm(visit, filled));
}

/** Takes the stock in; the next form keeps the location, since deliveries are put in one place. */
export async function sendReceive(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, receiveStock, {
    codes: { partId: 'part', locationId: 'location' },
    prepare: readEffective,
    fieldOf: {
      ...stockFieldOf,
      'inventory.unknown-unit': 'unit',
      'inventory.not-whole-units': 'quantity',
    },
  });
  if (!sent.ok) return page(visit, sent.form);
  const typed = { ...blankForm(visit), values: textsOf(sentForm) };
  const location = textIn(typed, 'locationId');
  return visit.redirect(`/stock/receive?${new URLSearchParams({ location })}`, 'stock.received', {
    quantity: [textIn(typed, 'quantity'), textIn(typed, 'unit')].join(' ').trim(),
    part: textIn(typed, 'partId'),
    location,
  });
}
