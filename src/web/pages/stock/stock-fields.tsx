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

/** The last day of the lot, for verbs that may bring a new one. */
export function ExpiryField({ visit, form }: FieldsProps) {
  const { say } = visit;
  const hint = say('stock.expires-hint');
  return (
    <TextField form={form} name="expiresOn" label={say('stock.expires')} hint={hint} type="date" />
  );
}

/** When it happened, for what is only told now. */
export function EffectiveField({ visit, form }: FieldsProps) {
  const { say } = visit;
  return (
    <TextField
      form={form}
      name="effectiveAt"
      label={say('stock.effective')}
      hint={say('stock.effective-hint')}
      maxlength={30}
    />
  );
}

/** `2026-11-20` and `2026-11-20 14:30` (also full-width) are read as moments in UTC. */
export function readEffective(texts: Map<string, string[]>): void {
  const typed = texts.get('effectiveAt')?.at(-1)?.normalize('NFKC').trim() ?? '';
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(typed);
  if (found !== null) texts.set('effectiveAt', [`${found[1]}T${found[2] ?? '00:00'}:00Z`]);
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
  'inventory.lot-expiry-differs': 'expiresOn',
  'inventory.period-closed': 'effectiveAt',
  'inventory.effective-in-future': 'effectiveAt',
  'inventory.same-pile': 'toLocationId',
} as const;
