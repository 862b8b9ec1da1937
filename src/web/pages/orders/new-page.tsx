/** Opening an order by hand: where to, how urgent, and the parts by code. Works without script. */
import { wordsOf } from '../../../http/problem.ts';
import { createOrder } from '../../../orders/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { findCode } from '../codes/find-code.ts';
import { priorityWord } from '../requests/words.tsx';
import { endOfDay } from './end-of-day.ts';

const rows = [0, 1, 2, 3, 4, 5];

function LineFields({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  return (
    <>
      {rows.map((at) => (
        <div class="columns">
          <TextField
            form={form}
            name={`lines.${at}.partId`}
            label={say('orders.part-of-line', { line: at + 1 })}
            isCode
            hasFocus={at === 0}
          />
          <TextField
            form={form}
            name={`lines.${at}.quantity`}
            label={say('orders.quantity')}
            inputmode="numeric"
          />
        </div>
      ))}
    </>
  );
}

function page(visit: Visit, form: FormState) {
  const { say } = visit;
  const priorities = [1, 2, 3, 4].map((one) => ({
    value: String(one),
    label: priorityWord(visit, one),
  }));
  return show(
    visit,
    { title: say('orders.new'), section: 'orders', status: form.problem?.status },
    <FormBox visit={visit} form={form} action="/orders/new" label={say('orders.new-go')}>
      <p>{say('orders.new-lead')}</p>
      <div class="columns">
        <TextField
          form={form}
          name="destinationId"
          label={say('orders.to')}
          hint={say('orders.to-hint')}
          required
          isCode
        />
        <SelectField
          form={form}
          name="priority"
          label={say('orders.priority')}
          options={priorities}
        />
        <TextField form={form} name="neededBy" type="date" label={say('orders.needed-by')} />
        <TextField form={form} name="documentNumber" label={say('orders.job')} maxlength={100} />
      </div>
      <LineFields visit={visit} form={form} />
      <TextArea form={form} name="note" label={say('orders.note')} rows={2} />
    </FormBox>,
  );
}

/** `/orders/new`; `part`, `quantity` and `destination` of the address fill it in. */
export function showNewOrder(visit: Visit) {
  const filled = {
    priority: '3',
    destinationId: visit.param('destination'),
    'lines.0.partId': visit.param('part'),
    'lines.0.quantity': visit.param('quantity'),
  };
  return page(visit, blankForm(visit, filled));
}

/** Opens the order. */
export async function sendNewOrder(visit: Visit, sentForm: FormData) {
  const typed = textsOf(sentForm);
  const ids = new Map<string, string>();
  const refusals = new Map<string, string>();
  for (const name of ['destinationId', ...rows.map((at) => `lines.${at}.partId`)]) {
    const code = typed.get(name)?.at(-1)?.trim() ?? '';
    if (code === '') continue;
    const found = await findCode(visit, name === 'destinationId' ? 'location' : 'part', code);
    // No id looks like this, so the contract refuses the field together with all others.
    ids.set(name, found.ok ? found.id : '?');
    if (!found.ok) refusals.set(name, found.refusal);
  }
  const sent = await submit(visit, sentForm, createOrder, {
    prepare: (texts) => {
      endOfDay(texts);
      for (const [name, id] of ids) texts.set(name, [id]);
    },
    fieldOf: { 'orders.destination-cannot-hold-stock': 'destinationId' },
  });
  if (!sent.ok) {
    const issues = new Map(sent.form.issues);
    for (const [name, code] of refusals) issues.set(name, wordsOf(code, visit.locale).title);
    return page(visit, { ...sent.form, values: typed, issues });
  }
  const { orderId, number, waiting } = sent.output;
  return visit.redirect(`/orders/${orderId}`, 'orders.opened', { number, waiting });
}
