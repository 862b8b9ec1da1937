/** Tolerances of counting and the reasons for adjustments and scrapping; administrators change them. */
import type { z } from 'zod';
import type { ReasonView } from '../../../counts/contract.ts';
import {
  listChangeReasons,
  listTolerances,
  setChangeReason,
  setTolerance,
} from '../../../counts/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { minorOf } from '../../minor-amount.ts';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { siteOptions } from '../own-sites.ts';
import { amountText } from '../parts/money-text.ts';
import { wordOf } from '../word-of.ts';
import { countLinks } from './links.ts';

type ToleranceRow = z.output<typeof listTolerances.output>[number];

async function Tolerances({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const rows = await visit.ask(listTolerances, {});
  const sites = await siteOptions(visit, 'approvals.set-limits');
  const columns = [
    {
      heading: say('counts.site'),
      cell: (row: ToleranceRow) => row.siteCode ?? say('count-settings.all-sites'),
    },
    {
      heading: say('count-settings.pieces'),
      kind: 'number' as const,
      cell: (row: ToleranceRow) => row.pieces,
    },
    {
      heading: say('count-settings.percent'),
      kind: 'number' as const,
      cell: (row: ToleranceRow) => row.percent,
    },
    {
      heading: say('count-settings.value'),
      kind: 'number' as const,
      cell: (row: ToleranceRow) => amountText(row.valueMinor),
    },
    { heading: say('count-settings.set-by'), cell: (row: ToleranceRow) => row.updatedByName },
  ];
  return (
    <section class="panel">
      <h2>{say('count-settings.tolerances')}</h2>
      <p>{say('count-settings.tolerances-lead')}</p>
      <Table
        visit={visit}
        caption={say('count-settings.tolerances')}
        columns={columns}
        rows={rows}
      />
      {visit.can('approvals.set-limits') ? (
        <FormBox
          visit={visit}
          form={form}
          action={`${countLinks.settings}/tolerance`}
          label={say('count-settings.save-tolerance')}
        >
          <SelectField
            form={form}
            name="siteId"
            label={say('counts.site')}
            options={sites}
            empty={say('count-settings.all-sites')}
          />
          <TextField
            form={form}
            name="pieces"
            label={say('count-settings.pieces')}
            inputmode="numeric"
            required
          />
          <TextField
            form={form}
            name="percent"
            label={say('count-settings.percent')}
            inputmode="numeric"
            required
          />
          <TextField
            form={form}
            name="valueMinor"
            label={say('count-settings.value')}
            inputmode="decimal"
            required
          />
        </FormBox>
      ) : null}
    </section>
  );
}

async function Reasons({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const rows = await visit.ask(listChangeReasons, {});
  const kinds = (['adjustment', 'scrap'] as const).map((value) => {
    return { value, label: say(`changes.kind.${value}`) };
  });
  const columns = [
    {
      heading: say('count-settings.code'),
      kind: 'code' as const,
      cell: (row: ReasonView) => row.code,
    },
    {
      heading: say('changes.kind'),
      cell: (row: ReasonView) => wordOf(visit, 'changes.kind', row.kind),
    },
    { heading: say('count-settings.name-en'), cell: (row: ReasonView) => row.nameEn },
    { heading: say('count-settings.name-zh'), cell: (row: ReasonView) => row.nameZh },
    {
      heading: say('count-settings.active'),
      cell: (row: ReasonView) => say(row.isActive ? 'form.yes' : 'form.no'),
    },
  ];
  return (
    <section class="panel">
      <h2>{say('count-settings.reasons')}</h2>
      <Table visit={visit} caption={say('count-settings.reasons')} columns={columns} rows={rows} />
      {visit.can('approvals.set-limits') ? (
        <FormBox
          visit={visit}
          form={form}
          action={`${countLinks.settings}/reason`}
          label={say('count-settings.save-reason')}
        >
          <SelectField
            form={form}
            name="kind"
            label={say('changes.kind')}
            options={kinds}
            required
          />
          <TextField
            form={form}
            name="code"
            label={say('count-settings.code')}
            hint={say('count-settings.code-hint')}
            isCode
            required
          />
          <TextField form={form} name="nameEn" label={say('count-settings.name-en')} required />
          <TextField form={form} name="nameZh" label={say('count-settings.name-zh')} required />
          <CheckField form={form} name="isActive" label={say('count-settings.active')} />
        </FormBox>
      ) : null}
    </section>
  );
}

/** `/counts/settings`; `refused` is the form that was just refused there. */
export async function showSettings(
  visit: Visit,
  refused?: { readonly of: 'tolerance' | 'reason'; readonly form: FormState },
) {
  const formOf = (of: 'tolerance' | 'reason', values: Record<string, boolean> = {}) =>
    refused?.of === of ? refused.form : blankForm(visit, values);
  return show(
    visit,
    {
      title: visit.say('count-settings.title'),
      section: 'counts',
      status: refused?.form.problem?.status,
    },
    <>
      {await Tolerances({ visit, form: formOf('tolerance') })}
      {await Reasons({ visit, form: formOf('reason', { isActive: true }) })}
    </>,
  );
}

/** Saves a tolerance. */
export async function sendTolerance(visit: Visit, form: FormData) {
  const sent = await submit(visit, form, setTolerance, {
    prepare: (texts) => {
      const amount = texts.get('valueMinor')?.at(-1);
      if (amount !== undefined) texts.set('valueMinor', [minorOf(amount)]);
    },
  });
  if (!sent.ok) return showSettings(visit, { of: 'tolerance', form: sent.form });
  return visit.redirect(countLinks.settings, 'count-settings.tolerance-saved');
}

/** Saves a reason. */
export async function sendReason(visit: Visit, form: FormData) {
  const sent = await submit(visit, form, setChangeReason, {
    fieldOf: { 'counts.reason-taken': 'code' },
  });
  if (!sent.ok) return showSettings(visit, { of: 'reason', form: sent.form });
  const { code } = sent.output;
  return visit.redirect(countLinks.settings, 'count-settings.reason-saved', { code });
}
