/** Adding one part: form and sending. Amounts are typed as decimals and kept exactly. */
import { createPart } from '../../../inventory/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { amountsInMinor, Buying, Counting, Naming, Shape } from './part-fields.tsx';

function page(visit: Visit, form: FormState) {
  const { say } = visit;
  return show(
    visit,
    { title: say('parts.new'), section: 'parts', status: form.problem?.status },
    <FormBox visit={visit} form={form} action="/parts/new" label={say('parts.create')}>
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
      <Naming visit={visit} form={form} />
      <Counting visit={visit} form={form} isNew />
      <TextArea
        form={form}
        name="barcodes"
        label={say('parts.barcodes')}
        hint={say('parts.barcodes-hint')}
      />
      <Buying visit={visit} form={form} />
      <Shape visit={visit} form={form} />
    </FormBox>,
  );
}

/** Shows the empty form. */
export function showNewPart(visit: Visit) {
  const usual = { unitOfMeasure: 'pcs', tracking: 'none', currency: 'CNY', lifeCycle: 'active' };
  return page(visit, blankForm(visit, usual));
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
