/** Editing the master data of one part: form and sending. */
import type { PartView } from '../../../inventory/contract.ts';
import { editPart } from '../../../inventory/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { PageLinks } from '../page-links.tsx';
import { amountText } from './money-text.ts';
import { amountsInMinor, Buying, Counting, Naming, Shape } from './part-fields.tsx';
import { partOf } from './part-frame.tsx';

function page(visit: Visit, part: PartView, form: FormState) {
  const { say } = visit;
  return show(
    visit,
    {
      title: `${say('part.edit')} · ${part.partNumber}`,
      section: 'parts',
      status: form.problem?.status,
    },
    <>
      <FormBox
        visit={visit}
        form={form}
        action={`${links.part(part.id)}/edit`}
        version={part.version}
        label={say('part.save')}
      >
        <Naming visit={visit} form={form} />
        <Counting visit={visit} form={form} isNew={false} />
        <Buying visit={visit} form={form} />
        <Shape visit={visit} form={form} />
      </FormBox>
      <PageLinks visit={visit} links={[{ href: links.part(part.id), label: part.partNumber }]} />
    </>,
  );
}

/** Shows the form as the master has it. */
export async function showEditPart(visit: Visit) {
  const part = await partOf(visit);
  const { barcodes: _, units: __, ...master } = part;
  const amounts = {
    costMinor: amountText(part.costMinor),
    priceMinor: amountText(part.priceMinor),
  };
  return page(visit, part, blankForm(visit, { ...master, ...amounts }));
}

/** Saves, and opens the part again. */
export async function sendEditPart(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const sent = await submitCodes(visit, sentForm, editPart, {
    fixed: { partId: part.id },
    prepare: amountsInMinor,
    fieldOf: {
      'inventory.part-tracking-fixed': 'tracking',
      'inventory.part-unit-fixed': 'unitOfMeasure',
    },
  });
  if (!sent.ok) return page(visit, part, sent.form);
  return visit.redirect(links.part(part.id), 'part.saved', { part: part.partNumber });
}
