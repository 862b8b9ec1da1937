/** The fields that receiving, moving and correcting stock share. Codes are typed or scanned. */
import { conditions } from '../../../inventory/index.ts';
import type { FormState } from '../../form.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import type { Visit } from '../../visit.ts';

interface FieldsProps {
  readonly visit: Visit;
  readonly form: FormState;
}

/** A place by its code. */
export function LocationField(props: FieldsProps & { name: string; label: string }) {
  const { visit, form, name, label } = props;
  const hint = visit.say('stock.location-hint');
  return <TextField form={form} name={name} label={label} hint={hint} required isCode />;
}

/** The part by its code. */
export function PartField({ visit, form }: FieldsProps) {
  const { say } = visit;
  return (
    <TextField
      form={form}
      name="partId"
      label={say('stock.part')}
      hint={say('stock.part-hint')}
      required
      isCode
      hasFocus
    />
  );
}

/** State, number, pieces and lot. */
export function QuantityFields({ visit, form }: FieldsProps) {
  const { say } = visit;
  const states = conditions.map((value) => ({ value, label: say(`condition.${value}`) }));
  return (
    <>
      <SelectField form={form} name="condition" label={say('stock.condition')} options={states} />
      <TextField
        form={form}
        name="quantity"
        label={say('stock.quantity')}
        inputmode="numeric"
        required
      />
      <TextArea
        form={form}
        name="serialNumbers"
        label={say('stock.serials')}
        hint={say('stock.serials-hint')}
      />
      <TextField
        form={form}
        name="lotNumber"
        label={say('stock.lot')}
        hint={say('stock.lot-hint')}
        isCode
      />
    </>
  );
}

/** Where a refusal that names no field belongs. */
export const stockFieldOf = {
  'inventory.insufficient-stock': 'quantity',
  'inventory.serial-required': 'serialNumbers',
  'inventory.serial-not-tracked': 'serialNumbers',
  'inventory.serial-not-here': 'serialNumbers',
  'inventory.serial-held': 'serialNumbers',
  'inventory.unknown-serial': 'serialNumbers',
  'inventory.lot-required': 'lotNumber',
  'inventory.same-pile': 'toLocationId',
} as const;
