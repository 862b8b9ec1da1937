/** Giving up, closing and crediting a defective part: what each asks for, and the sending. */
import { closeOwed, noteOwedCredit, writeOffOwed } from '../../../part-returns/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { minorOf } from '../../minor-amount.ts';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';

type Step = 'write-off' | 'close' | 'credit';

function CreditFields({
  visit,
  form,
  required,
}: Record<'visit', Visit> & { form: FormState; required: boolean }) {
  const { say } = visit;
  return (
    <>
      <TextField
        form={form}
        name="credit.minor"
        label={say('owed.credit-amount')}
        inputmode="decimal"
        required={required}
      />
      <TextField
        form={form}
        name="credit.currency"
        label={say('owed.credit-currency')}
        maxlength={3}
      />
      <TextField
        form={form}
        name="credit.reference"
        label={say('owed.credit-reference')}
        maxlength={100}
        isCode
      />
    </>
  );
}

function Fields({ visit, form, step }: { visit: Visit; form: FormState; step: Step }) {
  const { say } = visit;
  if (step === 'write-off') {
    return (
      <>
        <p>{say('owed.write-off-lead')}</p>
        <TextField form={form} name="reason" label={say('owed.reason')} maxlength={500} required />
      </>
    );
  }
  return (
    <>
      {step === 'close' ? (
        <TextField form={form} name="note" label={say('part-returns.note')} maxlength={500} />
      ) : null}
      <CreditFields visit={visit} form={form} required={step === 'credit'} />
    </>
  );
}

function page(visit: Visit, step: Step, form: FormState) {
  const { say } = visit;
  const number = visit.param('number').slice(0, 40);
  const action = `/defective-returns/${idStep(visit, 'returnId')}/${step}`;
  return show(
    visit,
    {
      title: say(`owed.${step}-title`, { number }),
      section: 'part-returns',
      status: form.problem?.status,
    },
    <>
      <FormBox visit={visit} form={form} action={action} label={say(`owed.${step}`)}>
        <Fields visit={visit} form={form} step={step} />
      </FormBox>
      <PageLinks visit={visit} links={[{ href: '/defective-returns', label: say('owed.title') }]} />
    </>,
  );
}

/** Amounts are typed in whole units; without one nothing is credited. */
function readCredit(texts: Map<string, string[]>): void {
  const typed = texts.get('credit.minor')?.at(-1)?.trim() ?? '';
  if (typed !== '') {
    texts.set('credit.minor', [minorOf(typed)]);
    return;
  }
  for (const key of [...texts.keys()]) if (key.startsWith('credit.')) texts.delete(key);
}

/** Asks for what a step needs. */
export const showSettle = (step: Step) => (visit: Visit) =>
  page(visit, step, blankForm(visit, { 'credit.currency': 'CNY' }));

/** Gives it up. */
export async function sendWriteOff(visit: Visit, form: FormData) {
  const owedReturnId = idStep(visit, 'returnId');
  const sent = await submit(visit, form, writeOffOwed, { fixed: { owedReturnId } });
  if (!sent.ok) return page(visit, 'write-off', sent.form);
  return visit.redirect('/defective-returns', 'owed.written-off', { number: sent.output.number });
}

/** Closes it. */
export async function sendClose(visit: Visit, form: FormData) {
  const owedReturnId = idStep(visit, 'returnId');
  const isCredited = String(form.get('credit.minor') ?? '').trim() !== '';
  const sent = await submit(visit, form, closeOwed, {
    fixed: { owedReturnId, ...(isCredited ? {} : { credit: null }) },
    prepare: readCredit,
  });
  if (!sent.ok) return page(visit, 'close', sent.form);
  return visit.redirect('/defective-returns', 'owed.closed', { number: sent.output.number });
}

/** Notes a credit that came later. */
export async function sendCredit(visit: Visit, form: FormData) {
  const owedReturnId = idStep(visit, 'returnId');
  const sent = await submit(visit, form, noteOwedCredit, {
    fixed: { owedReturnId },
    prepare: readCredit,
  });
  if (!sent.ok) return page(visit, 'credit', sent.form);
  return visit.redirect('/defective-returns', 'owed.credited', { number: sent.output.number });
}
