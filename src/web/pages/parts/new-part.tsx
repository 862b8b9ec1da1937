/** Adding one part: form and sending. Amounts are typed as decimals and kept exactly. */
import { createPart, currencies, unitsOfMeasure } from '../../../inventory/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { minorOf } from '../../minor-amount.ts';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';

interface FieldsProps {
  readonly visit: Visit;
  readonly form: FormState;
}

function Naming({ visit, form }: FieldsProps) {
  const { say } = visit;
  const hint = say('parts.name-hint');
  return (
    <>
      <TextField
        form={form}
        name="partNumber"
        label={say('parts.number')}
        hint={say('parts.number-hint')}
        maxlength={40}
        required
        isCode
        hasFocus
      />
      <TextField form={form} name="nameEn" label={say('parts.name-en')} hint={hint} />
      <TextField form={form} name="nameZh" label={say('parts.name-zh')} hint={hint} />
      <TextField form={form} name="category" label={say('parts.category')} />
      <TextField form={form} name="manufacturer" label={say('parts.maker')} />
      <TextField
        form={form}
        name="manufacturerPartNumber"
        label={say('parts.maker-number')}
        isCode
      />
    </>
  );
}

function Counting({ visit, form }: FieldsProps) {
  const { say } = visit;
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const trackings = (['none', 'lot', 'serial'] as const).map((value) => ({
    value,
    label: say(`parts.tracking.${value}`),
  }));
  return (
    <>
      <SelectField
        form={form}
        name="unitOfMeasure"
        label={say('parts.unit')}
        options={plain(unitsOfMeasure)}
      />
      <SelectField form={form} name="tracking" label={say('parts.tracking')} options={trackings} />
      <CheckField form={form} name="isRepairable" label={say('parts.repairable')} />
      <TextField
        form={form}
        name="leadTimeDays"
        label={say('parts.lead-time')}
        inputmode="numeric"
      />
      <TextArea
        form={form}
        name="barcodes"
        label={say('parts.barcodes')}
        hint={say('parts.barcodes-hint')}
      />
      <SelectField
        form={form}
        name="currency"
        label={say('parts.currency')}
        options={plain(currencies)}
      />
    </>
  );
}

function Amounts({ visit, form }: FieldsProps) {
  const { say } = visit;
  const hint = say('parts.money-hint');
  return (
    <>
      <TextField
        form={form}
        name="costMinor"
        label={say('parts.cost')}
        hint={hint}
        inputmode="decimal"
      />
      <TextField
        form={form}
        name="priceMinor"
        label={say('parts.price')}
        hint={hint}
        inputmode="decimal"
      />
    </>
  );
}

function page(visit: Visit, form: FormState) {
  const { say } = visit;
  return show(
    visit,
    { title: say('parts.new'), section: 'parts', status: form.problem?.status },
    <FormBox visit={visit} form={form} action="/parts/new" label={say('parts.create')}>
      <Naming visit={visit} form={form} />
      <Counting visit={visit} form={form} />
      <Amounts visit={visit} form={form} />
    </FormBox>,
  );
}

function amountsInMinor(texts: Map<string, string[]>): void {
  for (const name of ['costMinor', 'priceMinor']) {
    const typed = texts.get(name)?.at(-1);
    if (typed !== undefined) texts.set(name, [minorOf(typed)]);
  }
}

/** Shows the empty form. */
export function showNewPart(visit: Visit) {
  return page(visit, blankForm(visit, { unitOfMeasure: 'pcs', tracking: 'none', currency: 'CNY' }));
}

/** Adds the part and opens it. */
export async function sendNewPart(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, createPart, {
    prepare: amountsInMinor,
    fieldOf: {
      'inventory.part-number-taken': 'partNumber',
      'inventory.barcode-taken': 'barcodes',
    },
  });
  if (!sent.ok) return page(visit, sent.form);
  const part = textsOf(sentForm).get('partNumber')?.at(-1) ?? '';
  return visit.redirect(links.part(sent.output.partId), 'parts.created', { part });
}
