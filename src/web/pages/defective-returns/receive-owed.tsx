/** Taking back a defective part that was owed: where it is put, and the sending. */
import { receiveDefective } from '../../../inventory/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { PageLinks } from '../page-links.tsx';
import { LocationField } from '../stock/stock-fields.tsx';

function page(visit: Visit, form: FormState) {
  const { say } = visit;
  const number = visit.param('number').slice(0, 40);
  const action = `/defective-returns/${idStep(visit, 'returnId')}/receive`;
  return show(
    visit,
    {
      title: number === '' ? say('owed.receive') : say('owed.receive-title', { number }),
      section: 'stock',
      status: form.problem?.status,
    },
    <>
      <FormBox visit={visit} form={form} action={action} label={say('owed.receive')}>
        <LocationField visit={visit} form={form} name="locationId" label={say('owed.target')} />
      </FormBox>
      <PageLinks visit={visit} links={[{ href: '/defective-returns', label: say('owed.title') }]} />
    </>,
  );
}

/** Asks where to. */
export function showReceiveOwed(visit: Visit) {
  return page(visit, blankForm(visit));
}

/** Takes it back. */
export async function sendReceiveOwed(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, receiveDefective, {
    codes: { locationId: 'location' },
    fixed: { returnId: idStep(visit, 'returnId') },
  });
  if (!sent.ok) return page(visit, sent.form);
  return visit.redirect('/defective-returns', 'owed.received', { number: sent.output.number });
}
