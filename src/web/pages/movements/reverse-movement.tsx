/** Reversing an entry: the question why, and the sending. */
import { reverseStockEntry } from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';

function page(visit: Visit, form: FormState) {
  const { say } = visit;
  const action = `/stock/movements/${idStep(visit, 'entryId')}/reverse`;
  return show(
    visit,
    { title: say('moves.reverse-title'), section: 'stock', status: form.problem?.status },
    <>
      <p>{say('moves.reverse-lead')}</p>
      <FormBox visit={visit} form={form} action={action} label={say('moves.reverse-go')}>
        <TextField
          form={form}
          name="reason"
          label={say('moves.reverse-reason')}
          maxlength={400}
          required
          hasFocus
        />
      </FormBox>
      <PageLinks visit={visit} links={[{ href: '/stock/movements', label: say('moves.all') }]} />
    </>,
  );
}

/** Asks why. */
export function showReverse(visit: Visit) {
  return page(visit, blankForm(visit));
}

/** Records the opposite entry. */
export async function sendReverse(visit: Visit, sentForm: FormData) {
  const fixed = { entryId: idStep(visit, 'entryId') };
  const sent = await submit(visit, sentForm, reverseStockEntry, { fixed });
  if (!sent.ok) return page(visit, sent.form);
  return visit.redirect('/stock/movements', 'moves.reverse-done');
}
