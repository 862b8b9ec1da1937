/** The fields of a part's master data, as adding and editing share them. Knows no command. */
import { lifeCycles } from '../../../inventory/contract.ts';
import { currencies, unitsOfMeasure } from '../../../inventory/index.ts';
import type { FormState } from '../../form.ts';
import { textIn } from '../../form.ts';
import { minorOf } from '../../minor-amount.ts';
import { CheckField, type Option, SelectField, TextField } from '../../ui/fields.tsx';
import type { Visit } from '../../visit.ts';
import { unitWord } from './part-words.ts';

interface FieldsProps {
  readonly visit: Visit;
  readonly form: FormState;
}

/** The options with the value the form holds among them, wherever it came from. */
function withOwn(options: readonly Option[], own: string): readonly Option[] {
  const isKnown = own === '' || options.some(({ value }) => value === own);
  return isKnown ? options : [...options, { value: own, label: own }];
}

/** Names, category, maker. */
export function Naming({ visit, form }: FieldsProps) {
  const { say } = visit;
  const hint = say('parts.name-hint');
  return (
    <>
      <h2>{say('part.naming')}</h2>
      <div class="columns">
        <TextField form={form} name="nameEn" label={say('parts.name-en')} hint={hint} />
        <TextField form={form} name="nameZh" label={say('parts.name-zh')} hint={hint} />
        <TextField form={form} name="category" label={say('parts.category')} />
        <TextField form={form} name="manufacturer" label={say('parts.maker')} />
        <TextField
          form={form}
          name="manufacturerPartNumber"
          label={say('parts.maker-number')}
          isCode
        />
      </div>
    </>
  );
}

/** How it is counted and tracked, where it stands in its life. */
export function Counting({ visit, form, isNew }: FieldsProps & { isNew: boolean }) {
  const { say } = visit;
  const trackings = (['none', 'lot', 'serial'] as const).map((value) => ({
    value,
    label: say(`parts.tracking.${value}`),
  }));
  const units = unitsOfMeasure.map((value) => ({ value, label: unitWord(visit, value) }));
  const phases = lifeCycles.map((value) => ({ value, label: say(`part.phase.${value}`) }));
  const hint = isNew ? undefined : say('part.counting-fixed');
  return (
    <>
      <h2>{say('part.counting')}</h2>
      <div class="columns">
        <SelectField form={form} name="lifeCycle" label={say('part.life-cycle')} options={phases} />
        <SelectField
          form={form}
          name="unitOfMeasure"
          label={say('parts.unit')}
          hint={hint}
          options={withOwn(units, textIn(form, 'unitOfMeasure'))}
        />
        <SelectField
          form={form}
          name="tracking"
          label={say('parts.tracking')}
          options={trackings}
        />
        <CheckField form={form} name="isRepairable" label={say('parts.repairable')} />
        <TextField
          form={form}
          name="shelfLifeDays"
          label={say('part.shelf-life')}
          inputmode="numeric"
        />
      </div>
    </>
  );
}

/** Money, and how it is bought. */
export function Buying({ visit, form }: FieldsProps) {
  const { say } = visit;
  const hint = say('parts.money-hint');
  const money = currencies.map((value) => ({ value, label: value }));
  const amounts = [
    ['costMinor', say('parts.cost')],
    ['priceMinor', say('parts.price')],
  ] as const;
  const counts = [
    ['leadTimeDays', say('parts.lead-time')],
    ['minimumOrderQuantity', say('part.minimum-order')],
    ['packSize', say('part.pack-size')],
  ] as const;
  return (
    <>
      <h2>{say('part.buying')}</h2>
      <div class="columns">
        {amounts.map(([name, label]) => (
          <TextField form={form} name={name} label={label} hint={hint} inputmode="decimal" />
        ))}
        <SelectField
          form={form}
          name="currency"
          label={say('parts.currency')}
          options={withOwn(money, textIn(form, 'currency'))}
        />
        {counts.map(([name, label]) => (
          <TextField form={form} name={name} label={label} inputmode="numeric" />
        ))}
      </div>
    </>
  );
}

/** Weight, size and what customs ask for. */
export function Shape({ visit, form }: FieldsProps) {
  const { say } = visit;
  const sizes = [
    ['weightGrams', say('part.weight')],
    ['lengthMm', say('part.length')],
    ['widthMm', say('part.width')],
    ['heightMm', say('part.height')],
  ] as const;
  return (
    <>
      <h2>{say('part.shape')}</h2>
      <div class="columns">
        {sizes.map(([name, label]) => (
          <TextField form={form} name={name} label={label} inputmode="numeric" />
        ))}
        <TextField
          form={form}
          name="hsCode"
          label={say('part.hs-code')}
          hint={say('part.hs-code-hint')}
          maxlength={10}
          isCode
        />
        <TextField
          form={form}
          name="originCountry"
          label={say('part.origin')}
          hint={say('part.origin-hint')}
          maxlength={2}
          isCode
        />
      </div>
    </>
  );
}

/** Turns typed amounts into minor units, exactly. */
export function amountsInMinor(texts: Map<string, string[]>): void {
  for (const name of ['costMinor', 'priceMinor']) {
    const typed = texts.get(name)?.at(-1);
    if (typed !== undefined) texts.set(name, [minorOf(typed)]);
  }
}
