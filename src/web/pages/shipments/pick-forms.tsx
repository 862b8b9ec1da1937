/** The small forms of the pick page: take so many, take another piece after all, say what is short. */
import { type PickRowView, shortReasons } from '../../../shipments/contract.ts';
import { blankForm, type FormState, keyField } from '../../form.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox, ProblemNotice } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { shipmentLinks, withFilters } from './addresses.ts';
import type { RefusedPick } from './pick-page.tsx';

interface RowProps {
  readonly visit: Visit;
  readonly row: PickRowView;
  readonly refused: RefusedPick | undefined;
}

function pathOf(visit: Visit, row: PickRowView, step: string): string {
  const path = shipmentLinks.pickBin(visit.step('siteId'), row.locationId);
  return withFilters(visit, `${path}/${step}`);
}

function ownForm({ visit, row, refused }: RowProps, step: string): FormState {
  const isOwn = refused?.allocationId === row.allocationId && refused.form.values.has(step);
  const quantity = String(row.quantity);
  return isOwn ? refused.form : blankForm(visit, { quantity, found: '0', reason: 'missing' });
}

/** How many to take. Pieces with serial numbers are scanned: their number is shown instead. */
export function TakeForm(props: RowProps) {
  const { visit, row } = props;
  const { say } = visit;
  if (row.tracking === 'serial') {
    return (
      <>
        <b class="code">{row.serialNumber}</b> {say('shipments.scan-it')}
      </>
    );
  }
  const form = ownForm(props, 'take');
  const field = `take-${row.allocationId.slice(-12)}`;
  return (
    <form method="post" action={pathOf(visit, row, 'take')} class="row">
      {form.problem === null ? null : <ProblemNotice visit={visit} problem={form.problem} />}
      <input type="hidden" name={keyField} value={form.key} />
      <input type="hidden" name="take" value="1" />
      <input type="hidden" name="partId" value={row.partId} />
      <input type="hidden" name="allocationId" value={row.allocationId} />
      <input type="hidden" name="lotNumber" value={row.lotNumber ?? ''} />
      {row.lotNumber === null ? null : <span class="code">{row.lotNumber}</span>}
      <label for={field} class="unseen">
        {say('shipments.quantity')}
      </label>
      <input
        id={field}
        name="quantity"
        inputmode="numeric"
        required
        size={5}
        value={form.values.get('quantity')?.at(-1) ?? ''}
        autofocus={visit.param('part') === row.partId}
      />
      <span>{row.unitOfMeasure}</span>
      <button type="submit" class="main">
        {say('shipments.take')}
      </button>
    </form>
  );
}

/** What is missing, and why. */
export function ShortForm(props: RowProps) {
  const { visit, row } = props;
  const { say } = visit;
  const form = ownForm(props, 'short');
  const options = shortReasons.map((value) => ({ value, label: say(`shipments.short.${value}`) }));
  return (
    <details open={form.problem !== null}>
      <summary>{say('shipments.short-open')}</summary>
      <FormBox
        visit={visit}
        form={form}
        action={pathOf(visit, row, 'short')}
        label={say('shipments.short-go')}
      >
        <input type="hidden" name="short" value="1" />
        <input type="hidden" name="allocationId" value={row.allocationId} />
        <TextField
          form={form}
          name="found"
          label={say('shipments.found')}
          hint={say('shipments.found-hint', { wanted: row.quantity })}
          inputmode="numeric"
          required
        />
        <SelectField form={form} name="reason" label={say('shipments.reason')} options={options} />
        <TextField form={form} name="note" label={say('shipments.note')} maxlength={400} />
      </FormBox>
    </details>
  );
}

/** Another piece than the promised one: asked once, on the page. */
export function ConfirmPick({
  visit,
  form,
  action,
}: {
  visit: Visit;
  form: FormState;
  action: string;
}) {
  const kept = ['partId', 'serialNumber', 'quantity', 'allocationId'] as const;
  return (
    <FormBox visit={visit} form={form} action={action}>
      {kept.map((name) => (
        <input type="hidden" name={name} value={form.values.get(name)?.at(-1) ?? ''} />
      ))}
    </FormBox>
  );
}
