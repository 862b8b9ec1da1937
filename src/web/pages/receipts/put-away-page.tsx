/** Putting away: the list with its bins, and the form that scans the part and the bin. */

import { conditions } from '../../../inventory/index.ts';
import { inspectStock, listToPutAway, putAway } from '../../../receipts/index.ts';
import { blankForm, type FormState, textIn } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Pager, pageNumber, SearchBox } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { LocationField, PartField, QuantityFields, stockFieldOf } from '../stock/stock-fields.tsx';
import { receiptLinks } from './links.ts';
import { PutAwayTable } from './put-away-table.tsx';

const limit = 50;
const named = ['partId', 'fromLocationId', 'toLocationId', 'condition', 'quantity', 'lotNumber'];

const filled = (visit: Visit, names: readonly string[]) =>
  blankForm(visit, Object.fromEntries(names.map((name) => [name, visit.param(name)])));

async function page(visit: Visit, form: FormState) {
  const { say } = visit;
  const search = visit.param('search').slice(0, 100);
  const asked = { search, page: pageNumber(visit), limit };
  const { total, rows } = await visit.ask(listToPutAway, asked);
  const status = form.problem?.status;
  return show(
    visit,
    { title: say('receipts.put-away'), section: 'receipts', floor: true, status },
    <>
      {visit.can('receipts.work') ? (
        <FormBox
          visit={visit}
          form={form}
          action={receiptLinks.putAway}
          label={say('receipts.put-away-go')}
        >
          <PartField visit={visit} form={form} />
          <LocationField
            visit={visit}
            form={form}
            name="toLocationId"
            label={say('receipts.to-bin')}
          />
          <LocationField
            visit={visit}
            form={form}
            name="fromLocationId"
            label={say('stock.move-from')}
          />
          <QuantityFields visit={visit} form={form} />
        </FormBox>
      ) : null}
      <SearchBox visit={visit} label={say('receipts.search-put-away')} />
      <PutAwayTable visit={visit} rows={rows} />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}

/** `/receipts/put-away`; a row of the list fills the form in. */
export function showPutAway(visit: Visit) {
  return page(visit, filled(visit, named));
}

/** Puts away what was scanned. */
export async function sendPutAway(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, putAway, {
    codes: { partId: 'part', fromLocationId: 'location', toLocationId: 'location' },
    fieldOf: { ...stockFieldOf, 'receipts.not-a-bin': 'toLocationId' },
  });
  if (!sent.ok) return page(visit, sent.form);
  const typed = { ...blankForm(visit), values: textsOf(sentForm) };
  const params = {
    quantity: textIn(typed, 'quantity'),
    part: textIn(typed, 'partId'),
    bin: textIn(typed, 'toLocationId'),
    orders: [...new Set(sent.output.fed.map(({ orderNumber }) => orderNumber))].join(', '),
  };
  const message = params.orders === '' ? 'receipts.put-away-done' : 'receipts.put-away-fed';
  return visit.redirect(receiptLinks.putAway, message, params);
}

function inspectPage(visit: Visit, form: FormState) {
  const { say } = visit;
  const found = conditions.filter((one) => one !== 'unverified' && one !== 'quarantine');
  return show(
    visit,
    {
      title: say('receipts.inspect'),
      section: 'receipts',
      floor: true,
      status: form.problem?.status,
    },
    <FormBox
      visit={visit}
      form={form}
      action={receiptLinks.inspect}
      label={say('receipts.inspect-go')}
    >
      <p>{say('receipts.inspect-lead')}</p>
      <PartField visit={visit} form={form} />
      <LocationField visit={visit} form={form} name="locationId" label={say('stock.location')} />
      <SelectField
        form={form}
        name="found"
        label={say('receipts.found')}
        options={found.map((value) => ({ value, label: say(`condition.${value}`) }))}
      />
      <TextField
        form={form}
        name="quantity"
        label={say('stock.quantity')}
        inputmode="numeric"
        required
      />
      <TextArea
        form={form}
        name="serialNumbers"
        label={say('stock.serials')}
        hint={say('stock.serials-hint')}
        rows={2}
      />
      <TextField form={form} name="lotNumber" label={say('stock.lot')} isCode />
      <TextField
        form={form}
        name="reason"
        label={say('receipts.reason')}
        maxlength={500}
        required
      />
    </FormBox>,
  );
}

/** `/receipts/inspect`. */
export function showInspect(visit: Visit) {
  return inspectPage(visit, filled(visit, ['partId', 'locationId', 'quantity', 'lotNumber']));
}

/** Says what the inspection found. */
export async function sendInspect(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, inspectStock, {
    codes: { partId: 'part', locationId: 'location' },
    fieldOf: stockFieldOf,
  });
  if (!sent.ok) return inspectPage(visit, sent.form);
  return visit.redirect(receiptLinks.putAway, 'receipts.inspected');
}
