/** Moving stock from one location to another: form and sending. */
import { moveStock } from '../../../inventory/index.ts';
import { blankForm, type FormState, textIn } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import {
  EffectiveField,
  LocationField,
  PartField,
  QuantityFields,
  readEffective,
  stockFieldOf,
} from './stock-fields.tsx';

function page(visit: Visit, form: FormState) {
  const { say } = visit;
  const [from, to] = [say('stock.move-from'), say('stock.move-to')];
  return show(
    visit,
    { title: say('stock.move'), section: 'stock', status: form.problem?.status },
    <FormBox visit={visit} form={form} action="/stock/move" label={say('stock.move-go')}>
      <PartField visit={visit} form={form} />
      <LocationField visit={visit} form={form} name="locationId" label={from} />
      <LocationField visit={visit} form={form} name="toLocationId" label={to} />
      <QuantityFields visit={visit} form={form} />
      <EffectiveField visit={visit} form={form} />
    </FormBox>,
  );
}

/** Shows the form; `part` and `location` of the address fill it in. */
export function showMove(visit: Visit) {
  const filled = { partId: visit.param('part'), locationId: visit.param('location') };
  return page(visit, blankForm(visit, filled));
}

/** Moves the stock. */
export async function sendMove(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, moveStock, {
    codes: { partId: 'part', locationId: 'location', toLocationId: 'location' },
    prepare: readEffective,
    fieldOf: stockFieldOf,
  });
  if (!sent.ok) return page(visit, sent.form);
  const typed = { ...blankForm(visit), values: textsOf(sentForm) };
  return visit.redirect('/stock/move', 'stock.moved', {
    quantity: textIn(typed, 'quantity'),
    part: textIn(typed, 'partId'),
    location: textIn(typed, 'locationId'),
    target: textIn(typed, 'toLocationId'),
  });
}
