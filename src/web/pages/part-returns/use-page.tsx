/** Booking the use of a part from a van: scan the part, say the job, scan what came out. */
import { listOwnKeptPlaces, usePart } from '../../../part-returns/index.ts';
import { blankForm, type FormState, textIn } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { PageLinks } from '../page-links.tsx';
import { LocationField, PartField, stockFieldOf } from '../stock/stock-fields.tsx';
import { returnLinks } from './links.ts';

function page(visit: Visit, form: FormState) {
  const { say } = visit;
  return show(
    visit,
    {
      title: say('part-returns.use'),
      section: 'part-returns',
      floor: true,
      status: form.problem?.status,
    },
    <>
      <FormBox
        visit={visit}
        form={form}
        action={returnLinks.use}
        label={say('part-returns.use-go')}
      >
        <PartField visit={visit} form={form} />
        <TextField
          form={form}
          name="job"
          label={say('part-returns.job')}
          maxlength={100}
          isCode
          required
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
          label={say('part-returns.used-serials')}
          hint={say('stock.serials-hint')}
          rows={2}
        />
        <TextField form={form} name="lotNumber" label={say('stock.lot')} isCode />
        <LocationField
          visit={visit}
          form={form}
          name="locationId"
          label={say('part-returns.van')}
        />
        <TextArea
          form={form}
          name="removedSerialNumbers"
          label={say('part-returns.removed-serials')}
          hint={say('part-returns.removed-hint')}
          rows={2}
        />
        <TextField
          form={form}
          name="nothingComesBack"
          label={say('part-returns.nothing-back')}
          hint={say('part-returns.nothing-back-hint')}
          maxlength={300}
        />
      </FormBox>
      <PageLinks
        visit={visit}
        links={[{ href: returnLinks.stock, label: say('part-returns.my-stock') }]}
      />
    </>,
  );
}

/** `/part-returns/use`. */
export async function showUse(visit: Visit) {
  const { places } = await visit.ask(listOwnKeptPlaces, {});
  const [own] = places;
  const filled = {
    partId: visit.param('part'),
    job: visit.param('job'),
    quantity: '1',
    locationId: own?.code ?? '',
  };
  return page(visit, blankForm(visit, filled));
}

/** Books it. */
export async function sendUse(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, usePart, {
    codes: { partId: 'part', locationId: 'location' },
    fieldOf: {
      ...stockFieldOf,
      'part-returns.removed-piece-required': 'removedSerialNumbers',
      'part-returns.not-a-place-of-somebody': 'locationId',
    },
  });
  if (!sent.ok) return page(visit, sent.form);
  const job = textIn({ ...blankForm(visit), values: textsOf(sentForm) }, 'job');
  const { owed } = sent.output;
  const message = owed.length === 0 ? 'part-returns.used' : 'part-returns.used-owed';
  return visit.redirect(returnLinks.use, message, { job, owed: owed.join(', ') });
}
