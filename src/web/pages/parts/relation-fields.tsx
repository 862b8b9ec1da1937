/** The fields of a relation between two parts, as adding and changing share them. */
import type { FormState } from '../../form.ts';
import { CheckField, TextField } from '../../ui/fields.tsx';
import type { Visit } from '../../visit.ts';

/** Ratio, directions, days, equipment, note. */
export function RelationFields({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const numbers = [
    ['numerator', say('part.numerator')],
    ['denominator', say('part.denominator')],
  ] as const;
  const days = [
    ['validFrom', say('part.valid-from')],
    ['validTo', say('part.valid-to')],
  ] as const;
  return (
    <>
      <div class="columns">
        {numbers.map(([name, label]) => (
          <TextField form={form} name={name} label={label} inputmode="numeric" required />
        ))}
      </div>
      <CheckField
        form={form}
        name="useUpOldFirst"
        label={say('part.use-up')}
        hint={say('part.use-up-hint')}
      />
      <CheckField
        form={form}
        name="isTwoWay"
        label={say('part.two-way')}
        hint={say('part.two-way-hint')}
      />
      <div class="columns">
        {days.map(([name, label]) => (
          <TextField form={form} name={name} label={label} type="date" />
        ))}
      </div>
      <TextField
        form={form}
        name="effectivity"
        label={say('part.effectivity')}
        hint={say('part.effectivity-hint')}
      />
      <TextField form={form} name="note" label={say('part.note')} />
    </>
  );
}
