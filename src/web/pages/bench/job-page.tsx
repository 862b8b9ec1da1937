/** The job card: what is on the bench, what is promised, what to do next; records by one press. */
import type { JobView } from '../../../rma/contract.ts';
import { getRepairJob, listFaultCodes } from '../../../rma/index.ts';
import type { FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Actions } from '../../ui/actions.tsx';
import { ProblemNotice } from '../../ui/form-box.tsx';
import { Facts } from '../../ui/table.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { customerName } from '../rma/line-table.tsx';
import { Coverage, stateWord } from '../rma/states.tsx';
import { FaultPanel } from './fault-panel.tsx';
import { jobActions, jobCommands } from './job-actions.tsx';
import { PartsPanel } from './parts-panel.tsx';
import { TestsPanel } from './tests-panel.tsx';

/** What was refused on the card. */
export interface RefusedStep {
  readonly event: string;
  readonly form: FormState;
}

function JobFacts({ visit, job }: { visit: Visit; job: JobView }) {
  const { say } = visit;
  return (
    <section class="panel">
      <Facts
        facts={[
          [say('rma.serial'), <span class="code">{job.serialNumber}</span>],
          [say('rma.model'), `${job.partNumber} ${nameIn(visit.locale, job)}`],
          [say('rma.state'), stateWord(visit, 'job', job.state)],
          [say('rma.promised'), job.promisedOn],
          [say('rma.fault'), job.faultDescription],
          [say('rma.customer'), customerName(visit, job)],
          [say('rma.code'), <a href={links.line(job.lineId)}>{job.lineCode}</a>],
          [say('bench.bench'), job.benchCode],
          [say('bench.technician'), job.technicianName],
          [say('bench.cycle'), String(job.cycle + 1)],
        ]}
      />
      <Coverage visit={visit} coverage={job.coverage} />
      <h3>{say('bench.visits')}</h3>
      {job.earlierVisits.length === 0 ? <p class="fine">{say('bench.no-visits')}</p> : null}
      <ul>
        {job.earlierVisits.map(({ code, closedAt }) => (
          <li>
            <a href={links.scan(code)}>
              {say('bench.closed-on', { code, day: closedAt.slice(0, 10) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether the machine has an arrow for this event here. */
function isOffered(job: JobView, event: string): boolean {
  return job.events.some((one) => one.event === event && one.allowed);
}

/** `/bench/:jobId`; `refused` is what was just refused there. A scan shows the card of another path. */
export async function showJob(
  visit: Visit,
  refused?: RefusedStep,
  jobId: string = idStep(visit, 'jobId'),
) {
  const { say } = visit;
  const [job, codes] = await Promise.all([
    visit.ask(getRepairJob, { jobId }),
    visit.ask(listFaultCodes, {}),
  ]);
  const works = visit.can('repair.work');
  const canUse = works && isOffered(job, 'use-part');
  const canFault = works && isOffered(job, 'record-fault');
  const isStep = refused !== undefined && Object.hasOwn(jobCommands, refused.event);
  const ownForm =
    (refused?.event === 'use-part' && canUse) || (refused?.event === 'record-fault' && canFault);
  const loose = isStep || ownForm ? null : (refused?.form.problem ?? null);
  const frame = {
    title: `${job.number} · ${job.serialNumber}`,
    section: 'bench',
    floor: true,
    status: refused?.form.problem?.status,
    scan: {
      context: `bench:${jobId}`,
      acts: works,
      hasFocus: refused === undefined && visit.param('part') === '',
    },
  } as const;
  return show(
    visit,
    frame,
    <>
      {loose === null ? null : <ProblemNotice visit={visit} problem={loose} />}
      {canUse ? <p>{say('bench.scan-hint')}</p> : null}
      <Actions
        visit={visit}
        events={job.events}
        specs={jobActions(visit)}
        words="action.job"
        base={links.job(jobId)}
        version={job.version}
        refused={isStep ? refused : undefined}
      />
      <div class="columns job">
        <JobFacts visit={visit} job={job} />
        <TestsPanel visit={visit} job={job} canTest={works && isOffered(job, 'record-test')} />
        <FaultPanel visit={visit} job={job} codes={codes} canRecord={canFault} refused={refused} />
        <PartsPanel visit={visit} job={job} canUse={canUse} refused={refused} />
      </div>
    </>,
  );
}
