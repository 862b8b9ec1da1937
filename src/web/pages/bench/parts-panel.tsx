/** Parts that went into the unit, the form to use another one, and taking one back. */
import type { JobView } from '../../../rma/contract.ts';
import { blankForm, type FormState, keyField } from '../../form.ts';
import { links } from '../../links.ts';
import { CheckField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import type { RefusedStep } from './job-page.tsx';

type Used = JobView['usedParts'][number];

function TakeBack({ visit, job, part }: { visit: Visit; job: JobView; part: Used }) {
  const { say, ports } = visit;
  const field = `reason-${part.usageId}`;
  return (
    <details>
      <summary>{say('bench.take-back')}</summary>
      <form method="post" action={`${links.job(job.jobId)}/parts/remove`} class="row">
        <input type="hidden" name={keyField} value={ports.ids.newId()} />
        <input type="hidden" name="version" value={String(job.version)} />
        <input type="hidden" name="usageId" value={part.usageId} />
        <label for={field}>{say('bench.take-back-reason')}</label>
        <input id={field} name="reason" required maxlength={200} />
        <button type="submit">{say('bench.take-back')}</button>
      </form>
    </details>
  );
}

function UseForm({ visit, job, form }: { visit: Visit; job: JobView; form: FormState }) {
  const { say } = visit;
  return (
    <FormBox
      visit={visit}
      form={form}
      action={`${links.job(job.jobId)}/parts`}
      version={job.version}
    >
      <TextField
        form={form}
        name="partNumber"
        label={say('bench.part-number')}
        isCode
        required
        hasFocus={visit.param('part') !== '' && visit.param('serial') === ''}
      />
      <TextField
        form={form}
        name="quantity"
        label={say('bench.quantity')}
        inputmode="numeric"
        required
      />
      <TextField
        form={form}
        name="serialNumber"
        label={say('bench.serial-used')}
        hint={say('bench.serial-hint')}
        isCode
      />
      <TextField
        form={form}
        name="removedSerialNumber"
        label={say('bench.serial-removed')}
        hint={say('bench.serial-hint')}
        isCode
        hasFocus={visit.param('serial') !== ''}
      />
      <CheckField form={form} name="removedPartIsOwed" label={say('bench.owed')} />
      <button type="submit">{say('bench.use-part')}</button>
    </FormBox>
  );
}

/** The panel; `?part=…&serial=…` fill the form in, as a scan does. */
export function PartsPanel({
  visit,
  job,
  canUse,
  refused,
}: {
  visit: Visit;
  job: JobView;
  canUse: boolean;
  refused: RefusedStep | undefined;
}) {
  const { say, locale } = visit;
  const values = {
    partNumber: visit.param('part'),
    serialNumber: visit.param('serial'),
    quantity: 1,
    removedPartIsOwed: true,
  };
  const form = refused?.event === 'use-part' ? refused.form : blankForm(visit, values);
  return (
    <section class="panel">
      <h2>{say('rma.parts-used')}</h2>
      {job.usedParts.length === 0 ? <p class="fine">{say('list.none')}</p> : null}
      <ul>
        {job.usedParts.map((part) => (
          <li>
            {`${part.quantity} × `}
            <span class="code">{part.partNumber}</span> {nameIn(locale, part)}{' '}
            {part.serialNumber ?? ''}
            {canUse ? <TakeBack visit={visit} job={job} part={part} /> : null}
          </li>
        ))}
      </ul>
      {canUse ? <UseForm visit={visit} job={job} form={form} /> : null}
      {canUse ? null : <p class="fine">{say('bench.not-now')}</p>}
    </section>
  );
}
