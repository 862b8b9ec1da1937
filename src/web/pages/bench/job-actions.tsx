/** The steps of a repair job as buttons. */
import type { AnyCommand } from '../../../platform/command.ts';
import {
  cancelJob,
  declareUneconomic,
  failFinalTest,
  finishRepair,
  passFinalTest,
  startJob,
} from '../../../rma/index.ts';
import type { FormState } from '../../form.ts';
import type { ActionSpec } from '../../ui/actions.tsx';
import { TextField } from '../../ui/fields.tsx';
import type { Visit } from '../../visit.ts';

/** The commands by event. */
export const jobCommands: Readonly<Record<string, AnyCommand>> = {
  start: startJob,
  'finish-repair': finishRepair,
  'pass-final-test': passFinalTest,
  'fail-final-test': failFinalTest,
  'declare-uneconomic': declareUneconomic,
  cancel: cancelJob,
};

function noteField(visit: Visit, form: FormState) {
  return <TextField form={form} name="note" label={visit.say('rma.note')} maxlength={400} />;
}

/** Every step of a job, in the order of the page. */
export function jobActions(visit: Visit): Readonly<Record<string, ActionSpec>> {
  const named = (form: FormState) => noteField(visit, form);
  return {
    start: { command: startJob, tone: 'main', hotkey: 's' },
    'finish-repair': { command: finishRepair, tone: 'main', hotkey: 'r' },
    'pass-final-test': { command: passFinalTest, tone: 'main', hotkey: 'o' },
    'fail-final-test': { command: failFinalTest, hotkey: 'x' },
    'declare-uneconomic': { command: declareUneconomic, tone: 'danger', fields: named },
    cancel: { command: cancelJob, tone: 'danger', fields: named },
  };
}
