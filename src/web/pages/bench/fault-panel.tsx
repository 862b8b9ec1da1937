/** Faults found on a job, and the list to record another from. */
import type { z } from 'zod';
import type { faultCodeView, JobView } from '../../../rma/contract.ts';
import { blankForm } from '../../form.ts';
import { links } from '../../links.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import type { RefusedStep } from './job-page.tsx';

/** The panel. */
export function FaultPanel({
  visit,
  job,
  codes,
  canRecord,
  refused,
}: {
  visit: Visit;
  job: JobView;
  codes: readonly z.infer<typeof faultCodeView>[];
  canRecord: boolean;
  refused: RefusedStep | undefined;
}) {
  const { say, locale } = visit;
  const form = refused?.event === 'record-fault' ? refused.form : blankForm(visit);
  const options = codes.map((one) => ({
    value: one.code,
    label: `${say(`bench.fault-kind.${one.kind}`)}: ${one.code} ${nameIn(locale, one)}`,
  }));
  return (
    <section class="panel">
      <h2>{say('rma.faults')}</h2>
      {job.faults.length === 0 ? <p class="fine">{say('list.none')}</p> : null}
      <ul>
        {job.faults.map((fault) => (
          <li>
            <span class="code">{fault.faultCode}</span> {nameIn(locale, fault)} {fault.note}
          </li>
        ))}
      </ul>
      {canRecord ? (
        <FormBox
          visit={visit}
          form={form}
          action={`${links.job(job.jobId)}/faults`}
          version={job.version}
        >
          <SelectField
            form={form}
            name="faultCode"
            label={say('bench.record-fault')}
            options={options}
            empty={say('form.choose')}
            required
          />
          <TextField form={form} name="note" label={say('rma.note')} maxlength={400} />
          <button type="submit">{say('bench.record')}</button>
        </FormBox>
      ) : null}
    </section>
  );
}
