/** The technician's pages: the queue, the job card, and what is recorded on it. */
import type { AnyCommand } from '../../../platform/command.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import { moved } from '../../../rma/contract.ts';
import { recordFault, recordTest, removePart, usePart } from '../../../rma/index.ts';
import { submit } from '../../form.ts';
import { links } from '../../links.ts';
import type { PageRoutes } from '../../page-routes.ts';
import { actionName } from '../../ui/actions.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { findExactPart } from './find-part.ts';
import { jobCommands } from './job-actions.tsx';
import { showJob } from './job-page.tsx';
import { showBench } from './queue-page.tsx';

async function takePart(visit: Visit, form: FormData) {
  const jobId = idStep(visit, 'jobId');
  const typed = String(form.get('partNumber') ?? '').trim();
  const part = typed === '' ? null : await findExactPart(visit, typed);
  const fixed = { jobId, ...(part === null ? {} : { partId: part.id }) };
  const sent = await submit(visit, form, usePart, { fixed });
  if (!sent.ok) {
    const issues = new Map(sent.form.issues);
    if (part === null) issues.set('partNumber', visit.say('bench.no-part'));
    return showJob(visit, { event: 'use-part', form: { ...sent.form, issues } });
  }
  return visit.redirect(links.job(jobId), 'bench.used', { part: part?.code ?? typed });
}

async function takeTest(visit: Visit, form: FormData) {
  const jobId = idStep(visit, 'jobId');
  const fixed = { jobId, stepId: idStep(visit, 'stepId') };
  const sent = await submit(visit, form, recordTest, { fixed });
  if (!sent.ok) return showJob(visit, { event: 'record-test', form: sent.form });
  return visit.redirect(`${links.job(jobId)}#tests`, 'bench.tested');
}

async function takeFault(visit: Visit, form: FormData) {
  const jobId = idStep(visit, 'jobId');
  const sent = await submit(visit, form, recordFault, { fixed: { jobId } });
  if (!sent.ok) return showJob(visit, { event: 'record-fault', form: sent.form });
  const code = String(form.get('faultCode') ?? '');
  return visit.redirect(links.job(jobId), 'bench.fault-recorded', { code });
}

async function takeBack(visit: Visit, form: FormData) {
  const jobId = idStep(visit, 'jobId');
  const sent = await submit(visit, form, removePart, { fixed: { jobId } });
  if (!sent.ok) return showJob(visit, { event: 'remove-part', form: sent.form });
  return visit.redirect(links.job(jobId), 'bench.taken-back');
}

async function takeEvent(visit: Visit, form: FormData) {
  const jobId = idStep(visit, 'jobId');
  const event = visit.step('event');
  const command: AnyCommand | undefined = Object.hasOwn(jobCommands, event)
    ? jobCommands[event]
    : undefined;
  if (command === undefined) throw platformErrors.error('not-found');
  const sent = await submit(visit, form, command, { fixed: { jobId } });
  if (!sent.ok) return showJob(visit, { event, form: sent.form });
  const { code: job } = moved.parse(sent.output);
  const action = actionName(visit, 'action.job', event);
  return visit.redirect(links.job(jobId), 'bench.done', { job, action });
}

/** `/bench` and everything below. */
export function benchPages(pages: PageRoutes): void {
  pages.get('/bench', 'repair.view', showBench);
  pages.get('/bench/:jobId', 'repair.view', (visit) => showJob(visit));
  pages.post('/bench/:jobId/parts', 'repair.work', takePart);
  pages.post('/bench/:jobId/parts/remove', 'repair.work', takeBack);
  pages.post('/bench/:jobId/tests/:stepId', 'repair.work', takeTest);
  pages.post('/bench/:jobId/faults', 'repair.work', takeFault);
  pages.post('/bench/:jobId/:event', 'repair.work', takeEvent);
}
