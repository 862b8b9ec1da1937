/** The steps a shipment offers on its page, and the fields they ask for. */
import type { AnyCommand } from '../../../platform/command.ts';
import type { ShipmentView } from '../../../shipments/contract.ts';
import {
  cancelShipment,
  confirmShipmentDelivery,
  dispatchShipment,
  findGoodsAgain,
  loseShipment,
} from '../../../shipments/index.ts';
import type { FormState } from '../../form.ts';
import type { ActionSpec } from '../../ui/actions.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import type { Visit } from '../../visit.ts';

/** The command of each step of the page. */
export const shipmentSteps: Readonly<Record<string, AnyCommand>> = {
  dispatch: dispatchShipment,
  cancel: cancelShipment,
  lose: loseShipment,
  'find-again': findGoodsAgain,
  'confirm-delivery': confirmShipmentDelivery,
};

function dispatchFields(visit: Visit, shipment: ShipmentView, form: FormState) {
  const { say } = visit;
  const rest = (['refuse', 'unboxed', 'next'] as const).map((value) => {
    return { value, label: say(`shipments.rest.${value}`) };
  });
  return (
    <>
      <TextField
        form={form}
        name="carrier"
        label={say('shipments.carrier')}
        hint={say('shipments.carrier-hint')}
        maxlength={80}
      />
      <TextField
        form={form}
        name="trackingNumber"
        label={say('shipments.tracking')}
        maxlength={80}
        isCode
      />
      <TextField
        form={form}
        name="promisedOn"
        type="date"
        label={say('shipments.promised-on')}
        hint={say('shipments.promised-hint')}
      />
      {shipment.unpackedPieces === 0 ? null : (
        <SelectField form={form} name="rest" label={say('shipments.rest')} options={rest} />
      )}
    </>
  );
}

function cancelFields(visit: Visit, form: FormState) {
  const { say } = visit;
  const goods = (['put-back', 'leave'] as const).map((value) => {
    return { value, label: say(`shipments.goods.${value}`) };
  });
  return (
    <>
      <SelectField form={form} name="goods" label={say('shipments.goods')} options={goods} />
      <TextArea form={form} name="reason" label={say('shipments.reason')} rows={2} required />
    </>
  );
}

function loseFields(visit: Visit, shipment: ShipmentView, form: FormState) {
  const { say } = visit;
  const boxes = shipment.boxList.map(({ boxNumber }) => ({ value: boxNumber, label: boxNumber }));
  return (
    <>
      {boxes.length === 0 ? null : (
        <SelectField
          form={form}
          name="boxNumber"
          label={say('shipments.box')}
          options={boxes}
          empty={say('shipments.everything')}
        />
      )}
      <TextArea form={form} name="reason" label={say('shipments.reason')} rows={2} required />
    </>
  );
}

/** The steps, in the order of the page. */
export function shipmentActions(
  visit: Visit,
  shipment: ShipmentView,
): Readonly<Record<string, ActionSpec>> {
  return {
    dispatch: {
      command: dispatchShipment,
      tone: 'main',
      hotkey: 's',
      fields: (form) => dispatchFields(visit, shipment, form),
    },
    cancel: {
      command: cancelShipment,
      tone: 'danger',
      fields: (form) => cancelFields(visit, form),
    },
    lose: {
      command: loseShipment,
      tone: 'danger',
      fields: (form) => loseFields(visit, shipment, form),
    },
  };
}
