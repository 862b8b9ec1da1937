/** The steps a return offers as buttons, with the fields some of them ask for. */
import type { AnyCommand } from '../../../platform/command.ts';
import type { LineView } from '../../../rma/contract.ts';
import {
  acceptSubstitute,
  agreeCharge,
  cancelLine,
  closeUnused,
  confirmDelivery,
  decideRepair,
  decideReturnAsIs,
  decideScrap,
  packUnit,
  placeHold,
  receiveUnit,
  releaseHold,
  returnWrongItem,
  revokeTest,
  settleCharge,
  shipUnit,
  unpackUnit,
  waiveCharge,
} from '../../../rma/index.ts';
import type { FormState } from '../../form.ts';
import { links } from '../../links.ts';
import type { ActionSpec } from '../../ui/actions.tsx';
import { CheckField, TextField } from '../../ui/fields.tsx';
import type { Visit } from '../../visit.ts';

/** The commands that a return's own page sends, by event. */
export const lineCommands: Readonly<Record<string, AnyCommand>> = {
  'accept-substitute': acceptSubstitute,
  'return-wrong-item': returnWrongItem,
  'decide-repair': decideRepair,
  pack: packUnit,
  ship: shipUnit,
  'confirm-delivery': confirmDelivery,
  unpack: unpackUnit,
  'agree-charge': agreeCharge,
  'settle-charge': settleCharge,
  'waive-charge': waiveCharge,
  'decide-return-as-is': decideReturnAsIs,
  'revoke-test': revokeTest,
  'place-hold': placeHold,
  'release-hold': releaseHold,
  'decide-scrap': decideScrap,
  cancel: cancelLine,
  'close-unused': closeUnused,
};

/** The fields of shipping. */
function shipFields(visit: Visit, form: FormState) {
  const { say } = visit;
  return (
    <>
      <TextField form={form} name="carrier" label={say('rma.carrier')} maxlength={60} required />
      <TextField
        form={form}
        name="trackingNumber"
        label={say('rma.tracking')}
        maxlength={60}
        isCode
        required
      />
    </>
  );
}

function chargeFields(visit: Visit, form: FormState) {
  const { say } = visit;
  return (
    <>
      <TextField
        form={form}
        name="amountMinor"
        label={say('rma.amount')}
        hint={say('rma.amount-hint')}
        inputmode="decimal"
        required
      />
      <TextField form={form} name="currency" label={say('rma.currency')} maxlength={3} isCode />
      <TextField form={form} name="reference" label={say('rma.reference')} required />
    </>
  );
}

function referenceField(visit: Visit, form: FormState) {
  return <TextField form={form} name="reference" label={visit.say('rma.reference')} required />;
}

function agreedField(visit: Visit, form: FormState) {
  return <CheckField form={form} name="customerAgreed" label={visit.say('rma.customer-agreed')} />;
}

/** Every step of a return, in the order of the page. */
export function lineActions(
  visit: Visit,
  { lineId }: Pick<LineView, 'lineId'>,
): Readonly<Record<string, ActionSpec>> {
  const plain = Object.fromEntries(
    Object.entries(lineCommands).map(([event, command]) => [event, { command }]),
  );
  return {
    receive: { command: receiveUnit, to: links.receive(lineId), tone: 'main' },
    ...plain,
    'decide-repair': { command: decideRepair, tone: 'main' },
    pack: { command: packUnit, tone: 'main' },
    ship: { command: shipUnit, tone: 'main', fields: (form) => shipFields(visit, form) },
    'confirm-delivery': { command: confirmDelivery, tone: 'main' },
    'agree-charge': { command: agreeCharge, fields: (form) => chargeFields(visit, form) },
    'settle-charge': { command: settleCharge, fields: (form) => referenceField(visit, form) },
    'waive-charge': { command: waiveCharge, fields: (form) => referenceField(visit, form) },
    'decide-scrap': {
      command: decideScrap,
      tone: 'danger',
      fields: (form) => agreedField(visit, form),
    },
    cancel: { command: cancelLine, tone: 'danger' },
  };
}
