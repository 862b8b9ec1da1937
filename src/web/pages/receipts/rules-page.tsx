/** What a site asks of what comes in: how much more than expected, and how long lots must keep. */
import { getReceivingRule, setReceivingRule } from '../../../receipts/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { siteOptions } from '../own-sites.ts';
import { receiptLinks } from './links.ts';

function RuleForm({ visit, siteId, form }: { visit: Visit; siteId: string; form: FormState }) {
  const { say } = visit;
  return (
    <FormBox
      visit={visit}
      form={form}
      action={`${receiptLinks.rules}/${siteId}`}
      label={say('form.save')}
    >
      <TextField
        form={form}
        name="overPercent"
        label={say('receipts.over-percent')}
        inputmode="numeric"
        required
      />
      <TextField
        form={form}
        name="overPieces"
        label={say('receipts.over-pieces')}
        hint={say('receipts.over-hint')}
        inputmode="numeric"
        required
      />
      <TextField
        form={form}
        name="minimumShelfLifeDays"
        label={say('receipts.shelf-life')}
        inputmode="numeric"
        required
      />
    </FormBox>
  );
}

/** `/receipts/rules`: one form a site. */
export async function showRules(
  visit: Visit,
  refused?: { readonly siteId: string; readonly form: FormState },
) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'sites.edit');
  const forms = await Promise.all(
    sites.map(async ({ value, label }) => ({
      siteId: value,
      label,
      form:
        refused?.siteId === value
          ? refused.form
          : blankForm(visit, await visit.ask(getReceivingRule, { siteId: value })),
    })),
  );
  return show(
    visit,
    {
      title: say('receipts.rules'),
      section: 'receipts',
      status: refused?.form.problem?.status,
    },
    <>
      <p>{say('receipts.rules-lead')}</p>
      {forms.map(({ siteId, label, form }) => (
        <section class="panel">
          <h2>{label}</h2>
          <RuleForm visit={visit} siteId={siteId} form={form} />
        </section>
      ))}
    </>,
  );
}

/** Sets the rule of one site. */
export async function sendRule(visit: Visit, form: FormData) {
  const siteId = idStep(visit, 'siteId');
  const sent = await submit(visit, form, setReceivingRule, { fixed: { siteId } });
  if (!sent.ok) return showRules(visit, { siteId, form: sent.form });
  return visit.redirect(receiptLinks.rules, 'receipts.rule-set');
}
