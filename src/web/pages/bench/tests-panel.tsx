/** The tests of a job: each with its last result and a button for passed and failed. */

import type { JobView } from '../../../rma/contract.ts';
import { keyField } from '../../form.ts';
import { links } from '../../links.ts';
import { Chip } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';

type Step = JobView['steps'][number];

function resultChip(visit: Visit, { result }: Step) {
  const tones = { pass: 'good', fail: 'bad' } as const;
  const words = visit.say(`bench.result.${result ?? 'none'}`);
  return result === null ? (
    <Chip tone="wait">{words}</Chip>
  ) : (
    <Chip tone={tones[result]}>{words}</Chip>
  );
}

function Buttons({
  visit,
  job,
  step,
  isNext,
}: {
  visit: Visit;
  job: JobView;
  step: Step;
  isNext: boolean;
}) {
  const { say, ports } = visit;
  const name = nameIn(visit.locale, step);
  return (
    <form method="post" action={`${links.job(job.jobId)}/tests/${step.stepId}`} class="row">
      <input type="hidden" name={keyField} value={ports.ids.newId()} />
      <input type="hidden" name="version" value={String(job.version)} />
      <button
        type="submit"
        name="result"
        value="pass"
        class="good"
        data-hotkey={isNext ? 'p' : undefined}
        aria-label={`${say('bench.pass')}: ${name}`}
      >
        {say('bench.pass')}
      </button>
      <button
        type="submit"
        name="result"
        value="fail"
        class="bad"
        data-hotkey={isNext ? 'f' : undefined}
        aria-label={`${say('bench.fail')}: ${name}`}
      >
        {say('bench.fail')}
      </button>
    </form>
  );
}

/** The panel; buttons only while the job takes results. Alt+P and Alt+F press the first open one. */
export function TestsPanel({
  visit,
  job,
  canTest,
}: {
  visit: Visit;
  job: JobView;
  canTest: boolean;
}) {
  const { say } = visit;
  const next = job.steps.find(({ result }) => result === null);
  return (
    <section class="panel" id="tests">
      <h2>{say('bench.tests')}</h2>
      {job.steps.length === 0 ? <p class="fine">{say('bench.no-tests')}</p> : null}
      <ul class="steps">
        {job.steps.map((step) => (
          <li>
            <span>
              {nameIn(visit.locale, step)}{' '}
              {step.isMandatory ? <span class="fine">{say('bench.mandatory')}</span> : null}{' '}
              {resultChip(visit, step)}
            </span>
            {canTest ? (
              <Buttons visit={visit} job={job} step={step} isNext={step === next} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
