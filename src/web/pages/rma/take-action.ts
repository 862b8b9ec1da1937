/** Sends a step of a return from its form; every page that offers steps of a return shares it. */
import { platformErrors } from '../../../platform/platform-errors.ts';
import { type Moved, moved } from '../../../rma/contract.ts';
import { type Sent, submit } from '../../form.ts';
import { minorOf } from '../../minor-amount.ts';
import { idStep, type Visit } from '../../visit.ts';
import { lineCommands } from './line-actions.tsx';

/** Runs the step `event` on the return of the path. @throws platform.not-found for a step nobody knows */
export async function sendLineEvent(
  visit: Visit,
  form: FormData,
  event: string,
): Promise<Sent<Moved>> {
  const command = Object.hasOwn(lineCommands, event) ? lineCommands[event] : undefined;
  if (command === undefined) throw platformErrors.error('not-found');
  const sent = await submit(visit, form, command, {
    fixed: { lineId: idStep(visit, 'lineId') },
    prepare: (texts) => {
      const amount = texts.get('amountMinor')?.at(-1);
      if (amount !== undefined) texts.set('amountMinor', [minorOf(amount)]);
    },
  });
  return sent.ok ? { ...sent, output: moved.parse(sent.output) } : sent;
}
