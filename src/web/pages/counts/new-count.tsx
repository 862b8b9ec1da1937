/** Opening a count: which bins, chosen how. Codes are typed or scanned. */

import { choiceKinds } from '../../../counts/contract.ts';
import { abcClasses, createCount } from '../../../counts/index.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import { blankForm, type FormState, refusedForm } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { findCode } from '../codes/find-code.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { siteOptions } from '../own-sites.ts';
import { countLinks } from './links.ts';

function DueFields({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const classes = abcClasses.map((value) => ({
    value,
    label: say(`counts.choice.class.${value}`),
  }));
  return (
    <fieldset class="panel">
      <legend>{say('counts.choice.due')}</legend>
      <TextField
        form={form}
        name="notCountedForDays"
        label={say('counts.choice.days')}
        inputmode="numeric"
      />
      <SelectField
        form={form}
        name="abcClass"
        label={say('counts.choice.class')}
        options={classes}
        empty={say('counts.choice.class-all')}
      />
      <TextField
        form={form}
        name="sampleSize"
        label={say('counts.choice.sample')}
        inputmode="numeric"
      />
    </fieldset>
  );
}

async function page(visit: Visit, form: FormState) {
  const { say } = visit;
  const kinds = choiceKinds.map((value) => ({ value, label: say(`counts.kind.${value}`) }));
  const sites = await siteOptions(visit, 'counts.manage');
  return show(
    visit,
    { title: say('counts.new'), section: 'counts', status: form.problem?.status },
    <>
      <p>{say('counts.new-lead')}</p>
      <FormBox visit={visit} form={form} action={countLinks.new} label={say('counts.new-go')}>
        <SelectField
          form={form}
          name="siteId"
          label={say('counts.site')}
          options={sites}
          required
        />
        <SelectField form={form} name="kind" label={say('counts.kind')} options={kinds} required />
        <TextArea
          form={form}
          name="locationIds"
          label={say('counts.choice.bins')}
          hint={say('counts.choice.bins-hint')}
        />
        <TextField
          form={form}
          name="locationId"
          label={say('counts.choice.location')}
          hint={say('counts.choice.location-hint')}
          isCode
        />
        <TextField
          form={form}
          name="partId"
          label={say('counts.choice.part')}
          hint={say('counts.choice.part-hint')}
          isCode
        />
        <DueFields visit={visit} form={form} />
        <TextField form={form} name="note" label={say('counts.note')} maxlength={400} />
      </FormBox>
    </>,
  );
}

/** Shows the form; `kind`, `location` and `part` of the address fill it in. */
export function showNewCount(visit: Visit) {
  const filled = {
    kind: visit.param('kind'),
    siteId: visit.param('siteId'),
    locationIds: visit.param('locations'),
    locationId: visit.param('location'),
    partId: visit.param('part'),
  };
  return page(visit, blankForm(visit, filled));
}

/** The bins that were typed, one code a line; the first code that is none. */
async function binsIn(visit: Visit, typed: readonly string[]) {
  const codes = typed.flatMap((text) => text.split('\n')).map((code) => code.trim());
  const ids: string[] = [];
  for (const code of codes.filter((one) => one !== '').slice(0, 500)) {
    const found = await findCode(visit, 'location', code);
    if (!found.ok) return { ids, unknown: code };
    ids.push(found.id);
  }
  return { ids, unknown: null };
}

/** Opens the count and leads to it. */
export async function sendNewCount(visit: Visit, form: FormData) {
  const texts = textsOf(form);
  const { ids, unknown } = await binsIn(visit, texts.get('locationIds') ?? []);
  if (unknown !== null) {
    const refusal = platformErrors.error('invalid-input', { count: 1 });
    const refused = refusedForm(visit, refusal, { texts }).form;
    const sentence = visit.say('counts.choice.bin-unknown', { code: unknown });
    return page(visit, { ...refused, issues: new Map([['locationIds', sentence]]) });
  }
  const sent = await submitCodes(visit, form, createCount, {
    codes: { locationId: 'location', partId: 'part' },
    fixed: { locationIds: ids },
    fieldOf: { 'counts.choice-incomplete': 'kind' },
  });
  if (!sent.ok) return page(visit, sent.form);
  const { countId, number, bins } = sent.output;
  return visit.redirect(countLinks.count(countId), 'counts.opened', { number, bins });
}
