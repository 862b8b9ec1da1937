/** Who sells a part and at which prices; setting and removing an offer. */
import type { PartView, SupplierPartView } from '../../../inventory/contract.ts';
import {
  currencies,
  partSuppliers,
  removeSupplierPart,
  setSupplierPart,
} from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { minorOf } from '../../minor-amount.ts';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { amountText, moneyText } from './money-text.ts';
import { partOf, showTab, tabLink } from './part-frame.tsx';
import { validText } from './part-words.ts';
import { RowButton } from './row-button.tsx';

function Prices({ visit, offer }: { visit: Visit; offer: SupplierPartView }) {
  if (offer.priceBreaks.length === 0) return <>—</>;
  return (
    <ul>
      {offer.priceBreaks.map(({ fromQuantity, priceMinor }) => (
        <li>
          {visit.say('part.price-text', {
            quantity: fromQuantity,
            price: moneyText(priceMinor, offer.currency),
          })}
        </li>
      ))}
    </ul>
  );
}

function columnsOf(visit: Visit, part: PartView): Column<SupplierPartView>[] {
  const { say, locale } = visit;
  const nameOf = (offer: SupplierPartView) =>
    nameIn(locale, { nameEn: offer.supplierNameEn, nameZh: offer.supplierNameZh });
  const columns: Column<SupplierPartView>[] = [
    {
      heading: say('part.supplier'),
      cell: (offer) => (
        <>
          <span class="code">{offer.supplierCode}</span> {`${nameOf(offer)} `}
          {offer.isPreferred ? <Chip tone="good">{say('part.preferred')}</Chip> : null}
        </>
      ),
    },
    {
      heading: say('part.supplier-number'),
      kind: 'code',
      cell: (offer) => offer.supplierPartNumber ?? '—',
    },
    { heading: say('part.prices'), cell: (offer) => <Prices visit={visit} offer={offer} /> },
    { heading: say('part.pack-size'), kind: 'number', cell: (offer) => offer.packSize },
    { heading: say('part.minimum-order'), kind: 'number', cell: (offer) => offer.minimumOrder },
    {
      heading: say('parts.lead-time'),
      kind: 'number',
      cell: (offer) => offer.leadTimeDays ?? '—',
    },
    { heading: say('part.valid'), cell: (offer) => validText(visit, offer) },
  ];
  if (!visit.can('parts.edit')) return columns;
  const base = tabLink(part.id, 'suppliers');
  const steps: Column<SupplierPartView> = {
    heading: say('part.change'),
    cell: (offer) => (
      <span class="row">
        <a class="button" href={`${base}?supplier=${encodeURIComponent(offer.supplierCode)}#offer`}>
          {say('part.change')}
        </a>
        <RowButton
          visit={visit}
          action={`${base}/remove`}
          fields={{ supplierId: offer.supplierId }}
          label={say('part.remove')}
          about={offer.supplierCode}
        />
      </span>
    ),
  };
  return [...columns, steps];
}

function Amounts({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const counts = [
    ['packSize', say('part.pack-size')],
    ['minimumOrder', say('part.minimum-order')],
    ['leadTimeDays', say('parts.lead-time')],
  ] as const;
  const days = [
    ['validFrom', say('part.valid-from')],
    ['validTo', say('part.valid-to')],
  ] as const;
  return (
    <>
      <div class="columns">
        {counts.map(([name, label]) => (
          <TextField form={form} name={name} label={label} inputmode="numeric" />
        ))}
        {days.map(([name, label]) => (
          <TextField form={form} name={name} label={label} type="date" />
        ))}
      </div>
      <CheckField
        form={form}
        name="isPreferred"
        label={say('part.preferred')}
        hint={say('part.preferred-hint')}
      />
    </>
  );
}

function Offer({ visit, part, form }: { visit: Visit; part: PartView; form: FormState }) {
  const { say } = visit;
  return (
    <FormBox
      visit={visit}
      form={form}
      action={tabLink(part.id, 'suppliers')}
      label={say('part.save')}
    >
      <h2 id="offer">{say('part.supplier-set')}</h2>
      <TextField
        form={form}
        name="supplierId"
        label={say('part.supplier')}
        hint={say('part.supplier-hint')}
        required
        isCode
      />
      <TextField form={form} name="supplierPartNumber" label={say('part.supplier-number')} isCode />
      <SelectField
        form={form}
        name="currency"
        label={say('parts.currency')}
        options={currencies.map((value) => ({ value, label: value }))}
      />
      <TextArea
        form={form}
        name="priceBreaks"
        label={say('part.prices')}
        hint={say('part.prices-hint')}
      />
      <Amounts visit={visit} form={form} />
    </FormBox>
  );
}

/** Lines `100 = 8.50` as the entries of the list; a line that is none is refused by the contract. */
function pricesFrom(texts: Map<string, string[]>): void {
  const lines = (texts.get('priceBreaks') ?? []).flatMap((text) => text.split('\n'));
  const filled = lines.filter((line) => line.trim() !== '');
  for (const [at, line] of filled.entries()) {
    const [quantity = '', price = ''] = line.split(/[=＝:：]/).map((side) => side.trim());
    texts.set(`priceBreaks.${at}.fromQuantity`, [quantity]);
    texts.set(`priceBreaks.${at}.priceMinor`, [minorOf(price)]);
  }
}

function formOf(visit: Visit, offers: readonly SupplierPartView[]): FormState {
  const offer = offers.find(({ supplierCode }) => supplierCode === visit.param('supplier'));
  if (offer === undefined) {
    const supplierId = visit.param('supplier').slice(0, 40);
    return blankForm(visit, { currency: 'CNY', packSize: 1, minimumOrder: 1, supplierId });
  }
  const { priceBreaks, id: _, supplierCode, ...values } = offer;
  const prices = priceBreaks.map((one) => `${one.fromQuantity} = ${amountText(one.priceMinor)}`);
  return blankForm(visit, { ...values, supplierId: supplierCode, priceBreaks: prices });
}

async function page(visit: Visit, part: PartView, form?: FormState) {
  const { say } = visit;
  const offers = await visit.ask(partSuppliers, { partId: part.id });
  const shown = form ?? formOf(visit, offers);
  const content = (
    <>
      <Table
        visit={visit}
        caption={say('part.tab.suppliers')}
        columns={columnsOf(visit, part)}
        rows={offers}
        empty={say('part.suppliers-none')}
      />
      {visit.can('parts.edit') ? <Offer visit={visit} part={part} form={shown} /> : null}
    </>
  );
  return showTab(visit, 'suppliers', { part, content, status: form?.problem?.status });
}

/** Shows who sells the part. */
export async function showSuppliers(visit: Visit) {
  return page(visit, await partOf(visit));
}

/** Sets what a supplier offers. */
export async function sendSupplier(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const sent = await submitCodes(visit, sentForm, setSupplierPart, {
    codes: { supplierId: 'supplier' },
    fixed: { partId: part.id },
    prepare: pricesFrom,
    fieldOf: { 'inventory.not-a-supplier': 'supplierId' },
  });
  if (!sent.ok) return page(visit, part, sent.form);
  const supplier = textsOf(sentForm).get('supplierId')?.at(-1) ?? '';
  return visit.redirect(tabLink(part.id, 'suppliers'), 'part.supplier-saved', { supplier });
}

/** Removes an offer. */
export async function sendSupplierRemoval(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const fixed = { partId: part.id };
  const sent = await submit(visit, sentForm, removeSupplierPart, { fixed });
  if (!sent.ok) return page(visit, part, sent.form);
  return visit.redirect(tabLink(part.id, 'suppliers'), 'part.supplier-removed');
}
