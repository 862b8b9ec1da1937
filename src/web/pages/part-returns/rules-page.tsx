/** When defective parts are due, and how people are reminded: everywhere, or at one site. */
import { getReturnChasing, listKeepers, setReturnChasing } from '../../../part-returns/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { siteOptions } from '../own-sites.ts';
import { returnLinks } from './links.ts';

const numbers = ['dueDays', 'daysBefore', 'everyDays', 'escalateAfterDays'] as const;

/** `/part-returns/rules`. */
export async function showRules(visit: Visit, refused?: FormState) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'sites.edit');
  const siteId = sites.find(({ value }) => value === visit.param('site'))?.value ?? null;
  const rule = await visit.ask(getReturnChasing, { siteId });
  const { escalateToName: _, ...values } = rule;
  const form = refused ?? blankForm(visit, { siteId, ...values });
  const { people } = visit.can('part-returns.view-all')
    ? await visit.ask(listKeepers, {})
    : { people: [] };
  return show(
    visit,
    {
      title: say('part-returns.rules'),
      section: 'part-returns',
      status: form.problem?.status,
    },
    <FormBox visit={visit} form={form} action={returnLinks.rules} label={say('form.save')}>
      <SelectField
        form={form}
        name="siteId"
        label={say('stock.site')}
        empty={say('part-returns.everywhere')}
        options={sites}
      />
      {numbers.map((name) => (
        <TextField
          form={form}
          name={name}
          label={say(`part-returns.rule.${name}`)}
          inputmode="numeric"
          required
        />
      ))}
      <SelectField
        form={form}
        name="escalateToId"
        label={say('part-returns.escalate-to')}
        empty={say('part-returns.nobody')}
        options={people.map(({ personId: value, name: label }) => ({ value, label }))}
      />
    </FormBox>,
  );
}

/** Saves it. */
export async function sendRules(visit: Visit, form: FormData) {
  const sent = await submit(visit, form, setReturnChasing);
  if (!sent.ok) return showRules(visit, sent.form);
  return visit.redirect(returnLinks.rules, 'part-returns.rules-saved');
}
