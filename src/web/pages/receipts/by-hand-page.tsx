/** Receiving without a list: one part after the other, all under one receipt. */
import { conditions, listSites } from '../../../inventory/index.ts';
import { receiveGoods } from '../../../receipts/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { findCode } from '../codes/find-code.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { siteOptions } from '../own-sites.ts';
import { LocationField, PartField, stockFieldOf } from '../stock/stock-fields.tsx';
import { receiptLinks } from './links.ts';
import { afterTaking } from './take-arrival.ts';

const kinds = ['manual', 'customer', 'technician'] as const;
const troubles = ['damaged', 'wrong-part', 'unexpected'] as const;

function Origin({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  return (
    <>
      <SelectField
        form={form}
        name="kind"
        label={say('receipts.comes-from')}
        options={kinds.map((value) => ({ value, label: say(`receipts.from.${value}`) }))}
      />
      <TextField form={form} name="sender" label={say('receipts.sender')} maxlength={200} />
      <TextField
        form={form}
        name="documentNumber"
        label={say('receipts.delivery-note')}
        maxlength={100}
        isCode
      />
      <TextField
        form={form}
        name="fromLocationId"
        label={say('receipts.from-van')}
        hint={say('receipts.from-van-hint')}
        isCode
      />
    </>
  );
}

function Line({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const states = conditions
    .filter((one) => one !== 'quarantine')
    .map((value) => ({ value, label: say(`condition.${value}`) }));
  return (
    <>
      <PartField visit={visit} form={form} />
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
      <TextField
        form={form}
        name="lotNumber"
        label={say('stock.lot')}
        hint={say('stock.lot-hint')}
        isCode
      />
      <TextField form={form} name="expiresOn" label={say('receipts.expires')} type="date" />
      <SelectField form={form} name="condition" label={say('stock.condition')} options={states} />
      <SelectField
        form={form}
        name="trouble"
        label={say('receipts.wrong')}
        empty={say('receipts.nothing-wrong')}
        options={troubles.map((value) => ({ value, label: say(`receipts.kind.${value}`) }))}
      />
    </>
  );
}

function page(visit: Visit, form: FormState, receiptId: string) {
  const { say } = visit;
  const action =
    receiptId === '' ? receiptLinks.byHand : `${receiptLinks.byHand}?receipt=${receiptId}`;
  return show(
    visit,
    {
      title: say('receipts.by-hand'),
      section: 'receipts',
      floor: true,
      status: form.problem?.status,
    },
    <>
      <p>{say('receipts.by-hand-lead')}</p>
      {receiptId === '' ? null : (
        <p>
          <a class="button" href={receiptLinks.receipt(receiptId)}>
            {say('receipts.finish')}
          </a>
        </p>
      )}
      <FormBox visit={visit} form={form} action={action} label={say('receipts.take')}>
        <Line visit={visit} form={form} />
        <LocationField
          visit={visit}
          form={form}
          name="locationId"
          label={say('stock.receive-location')}
        />
        {receiptId === '' ? <Origin visit={visit} form={form} /> : null}
      </FormBox>
    </>,
  );
}

/** The dock, when the reader receives at one only. */
async function onlyDock(visit: Visit): Promise<string> {
  const own = new Set((await siteOptions(visit, 'receipts.work')).map(({ value }) => value));
  if (own.size === 0) return '';
  const sites = await visit.ask(listSites, {});
  const [dock, another] = sites
    .filter(({ id }) => own.has(id))
    .flatMap(({ locations }) => locations.filter(({ kind }) => kind === 'dock'));
  return another === undefined ? (dock?.code ?? '') : '';
}

/** Shows the form; `receipt` of the address goes on with one. */
export async function showByHand(visit: Visit) {
  const locationId = visit.param('location') || (await onlyDock(visit));
  const filled = { locationId, quantity: 1, kind: visit.param('kind') };
  return page(visit, blankForm(visit, filled), visit.param('receipt'));
}

const lineFields = ['quantity', 'serialNumbers', 'lotNumber', 'expiresOn', 'condition'] as const;

/** Takes one line in and asks for the next. */
export async function takeByHand(visit: Visit, sentForm: FormData) {
  const receiptId = visit.param('receipt');
  const typed = String(sentForm.get('partId') ?? '');
  const part = typed === '' ? null : await findCode(visit, 'part', typed);
  const trouble = String(sentForm.get('trouble') ?? '');
  const list = trouble === '' ? 'lines' : 'wrong';
  const sent = await submitCodes(visit, sentForm, receiveGoods, {
    codes: { locationId: 'location', fromLocationId: 'location' },
    fixed: receiptId === '' ? {} : { receiptId },
    prepare: (texts) => {
      texts.set(`${list}.0.partId`, [part?.ok === true ? part.id : '?']);
      if (trouble !== '') texts.set(`${list}.0.kind`, [trouble]);
      for (const name of lineFields) texts.set(`${list}.0.${name}`, texts.get(name) ?? ['']);
    },
    fieldOf: { ...stockFieldOf, 'receipts.short-shelf-life': 'expiresOn' },
  });
  if (!sent.ok) {
    const issues = new Map(
      [...sent.form.issues].map(([name, words]) => [name.replace(`${list}.0.`, ''), words]),
    );
    return page(visit, { ...sent.form, issues }, receiptId);
  }
  const location = encodeURIComponent(String(sentForm.get('locationId') ?? ''));
  const next = `${receiptLinks.byHand}?receipt=${sent.output.receiptId}&location=${location}`;
  return afterTaking(visit, next, sent.output);
}
