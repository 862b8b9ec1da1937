/** The forms that change a pile of stock where it lies: its condition, its owner. They decide nothing. */
import type { z } from 'zod';
import { conditions, type stockPile } from '../../../inventory/index.ts';
import type { FormState } from '../../form.ts';
import { links } from '../../links.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';

type Answer = z.output<typeof stockPile.output>;

/** What people type for our own company. */
const ours = 'OURS';

/** What a step is given: the pile it changes, and its form. */
interface StepProps {
  readonly visit: Visit;
  readonly answer: Answer;
  readonly form: FormState;
}

function SomeOfIt({ visit, answer, form }: StepProps) {
  const { say } = visit;
  return (
    <>
      <TextField
        form={form}
        name="quantity"
        label={say('stock.quantity')}
        inputmode="numeric"
        required
      />
      {answer.tracking === 'serial' ? (
        <TextArea
          form={form}
          name="serialNumbers"
          label={say('stock.serials')}
          hint={say('stock.serials-hint')}
        />
      ) : null}
      <TextField form={form} name="reason" label={say('stock.reason')} maxlength={400} required />
    </>
  );
}

/** Puts some of the pile into another condition. */
export function ConditionStep(props: StepProps) {
  const { visit, answer, form } = props;
  const { say } = visit;
  const options = conditions
    .filter((value) => value !== answer.pile.condition)
    .map((value) => ({ value, label: say(`condition.${value}`) }));
  return (
    <details open={form.problem !== null}>
      <summary class="button">{say('stock.change-condition')}</summary>
      <FormBox
        visit={visit}
        form={form}
        action={`${links.pile(answer.pile.bucketId)}/condition`}
        label={say('stock.change-condition-go')}
      >
        <SelectField
          form={form}
          name="condition"
          label={say('stock.change-condition-to')}
          options={options}
          empty={say('form.choose')}
          required
        />
        <SomeOfIt {...props} />
      </FormBox>
    </details>
  );
}

/** Makes some of the pile belong to another partner. */
export function OwnerStep(props: StepProps) {
  const { visit, answer, form } = props;
  const { say } = visit;
  return (
    <details open={form.problem !== null}>
      <summary class="button">{say('stock.change-owner')}</summary>
      <FormBox
        visit={visit}
        form={form}
        action={`${links.pile(answer.pile.bucketId)}/owner`}
        label={say('stock.change-owner-go')}
      >
        <TextField
          form={form}
          name="ownerId"
          label={say('stock.change-owner-to')}
          hint={say('stock.change-owner-hint', { ours })}
          required
          isCode
        />
        <SomeOfIt {...props} />
      </FormBox>
    </details>
  );
}
