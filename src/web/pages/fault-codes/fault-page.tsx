/** What technicians record and test: fault codes and test steps, and the forms that add some. */
import type { z } from 'zod';
import { addFaultCode, addTestStep, listFaultCodes, listTestSteps } from '../../../rma/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';

type FaultCode = z.output<typeof listFaultCodes.output>[number];
type TestStep = z.output<typeof listTestSteps.output>[number];

const kinds = ['symptom', 'cause', 'remedy'] as const;

function codeColumns({ say }: Visit): Column<FaultCode>[] {
  return [
    { heading: say('faults.code'), kind: 'code', cell: (row) => row.code },
    { heading: say('faults.kind'), cell: (row) => say(`faults.kind.${row.kind}`) },
    { heading: say('faults.name-en'), cell: (row) => row.nameEn },
    { heading: say('faults.name-zh'), cell: (row) => row.nameZh },
  ];
}

function stepColumns({ say }: Visit): Column<TestStep>[] {
  return [
    { heading: say('faults.model'), cell: (row) => row.partNumber ?? say('faults.every-model') },
    { heading: say('faults.position'), kind: 'number', cell: (row) => row.position },
    { heading: say('faults.name-en'), cell: (row) => row.nameEn },
    { heading: say('faults.name-zh'), cell: (row) => row.nameZh },
    {
      heading: say('faults.mandatory'),
      cell: (row) => say(row.isMandatory ? 'form.yes' : 'form.no'),
    },
  ];
}

interface FormProps {
  readonly visit: Visit;
  readonly form: FormState;
}

function Names({ visit, form }: FormProps) {
  const { say } = visit;
  return (
    <>
      <TextField form={form} name="nameEn" label={say('faults.name-en')} required />
      <TextField form={form} name="nameZh" label={say('faults.name-zh')} required />
    </>
  );
}

function CodeForm({ visit, form }: FormProps) {
  const { say } = visit;
  const options = kinds.map((value) => ({ value, label: say(`faults.kind.${value}`) }));
  return (
    <FormBox visit={visit} form={form} action="/fault-codes/new" label={say('faults.create')}>
      <TextField
        form={form}
        name="code"
        label={say('faults.code')}
        maxlength={40}
        required
        isCode
      />
      <SelectField form={form} name="kind" label={say('faults.kind')} options={options} required />
      <Names visit={visit} form={form} />
    </FormBox>
  );
}

function StepForm({ visit, form }: FormProps) {
  const { say } = visit;
  const hint = say('faults.model-hint');
  return (
    <FormBox
      visit={visit}
      form={form}
      action="/fault-codes/new-step"
      label={say('faults.create-step')}
    >
      <TextField form={form} name="partId" label={say('faults.model')} hint={hint} isCode />
      <TextField
        form={form}
        name="position"
        label={say('faults.position')}
        inputmode="numeric"
        required
      />
      <Names visit={visit} form={form} />
      <CheckField form={form} name="isMandatory" label={say('faults.mandatory')} />
    </FormBox>
  );
}

/** A form that was refused, to show what was typed. */
type Refused = { readonly which: 'code' | 'step'; readonly form: FormState };

function Forms({ visit, refused }: { visit: Visit; refused?: Refused | undefined }) {
  const { say } = visit;
  const formOf = (which: Refused['which'], values: Record<string, string>) =>
    refused?.which === which ? refused.form : blankForm(visit, values);
  return (
    <>
      <details open={refused?.which === 'code'}>
        <summary class="button">{say('faults.new')}</summary>
        <CodeForm visit={visit} form={formOf('code', { kind: 'cause' })} />
      </details>
      <details open={refused?.which === 'step'}>
        <summary class="button">{say('faults.new-step')}</summary>
        <StepForm visit={visit} form={formOf('step', { isMandatory: 'true' })} />
      </details>
    </>
  );
}

/** Shows both lists; the forms only to whoever may add to them. */
export async function showFaults(visit: Visit, refused?: Refused) {
  const { say } = visit;
  const [codes, steps] = await Promise.all([
    visit.ask(listFaultCodes, {}),
    visit.ask(listTestSteps, {}),
  ]);
  return show(
    visit,
    { title: say('faults.title'), section: 'admin', status: refused?.form.problem?.status },
    <>
      {visit.can('repair.set-up') ? <Forms visit={visit} refused={refused} /> : null}
      <h2>{say('faults.codes')}</h2>
      <Table
        visit={visit}
        caption={say('faults.codes')}
        columns={codeColumns(visit)}
        rows={codes}
        empty={say('faults.none')}
      />
      <h2>{say('faults.steps')}</h2>
      <Table
        visit={visit}
        caption={say('faults.steps')}
        columns={stepColumns(visit)}
        rows={steps}
        empty={say('faults.steps-none')}
      />
    </>,
  );
}

/** Adds a fault code. */
export async function sendFaultCode(visit: Visit, sentForm: FormData) {
  const fieldOf = { 'rma.fault-code-taken': 'code' };
  const sent = await submit(visit, sentForm, addFaultCode, { fieldOf });
  if (!sent.ok) return showFaults(visit, { which: 'code', form: sent.form });
  const code = textsOf(sentForm).get('code')?.at(-1) ?? '';
  return visit.redirect('/fault-codes', 'faults.created', { code });
}

/** Adds a test step. */
export async function sendTestStep(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, addTestStep, { codes: { partId: 'part' } });
  if (!sent.ok) return showFaults(visit, { which: 'step', form: sent.form });
  return visit.redirect('/fault-codes', 'faults.step-created');
}
