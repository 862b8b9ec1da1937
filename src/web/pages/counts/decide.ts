/** Sends what an approver answers to the differences he chose, and the end of a count. */
import { approveCount, cancelCount, dismissLines, sendBack } from '../../../counts/index.ts';
import type { AnyCommand } from '../../../platform/command.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import { refusedForm, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { idStep, type Visit } from '../../visit.ts';
import { showCount } from './count-page.tsx';
import { type Decision, decisions } from './differences.tsx';
import { countLinks } from './links.ts';

const commands: Readonly<Record<Decision, AnyCommand>> = {
  approve: approveCount,
  'send-back': sendBack,
  dismiss: dismissLines,
};

function decisionIn(form: FormData): Decision {
  // A second press, to confirm, does not carry the button of the first one.
  const said = form.get('decision') ?? 'approve';
  const decision = decisions.find((one) => one === said);
  if (decision === undefined) throw platformErrors.error('not-found');
  return decision;
}

/** Approves, sends back or dismisses the chosen lines. */
export async function takeDecision(visit: Visit, form: FormData) {
  const countId = idStep(visit, 'countId');
  const decision = decisionIn(form);
  if (form.getAll('lineIds').length === 0) {
    const refusal = platformErrors.error('invalid-input', { count: 1 });
    const refused = refusedForm(visit, refusal, { texts: textsOf(form) }).form;
    const issues = new Map([['note', visit.say('counts.choose-lines')]]);
    return showCount(visit, { event: 'decide', form: { ...refused, issues } });
  }
  const sent = await submit(visit, form, commands[decision], { fixed: { countId } });
  if (!sent.ok) return showCount(visit, { event: 'decide', form: sent.form });
  return visit.redirect(countLinks.count(countId), `counts.decided.${decision}`);
}

/** Ends the count. */
export async function takeCancel(visit: Visit, form: FormData) {
  const countId = idStep(visit, 'countId');
  const sent = await submit(visit, form, cancelCount, { fixed: { countId } });
  if (!sent.ok) return showCount(visit, { event: 'cancel', form: sent.form });
  const { number } = sent.output;
  return visit.redirect(countLinks.count(countId), 'counts.cancelled', { number });
}
