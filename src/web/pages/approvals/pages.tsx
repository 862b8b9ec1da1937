/** Who may approve up to which value, and what needs nobody. Values are typed in whole units. */
import { approvalKinds, listApprovalLimits, setApprovalLimit } from '../../../inventory/index.ts';
import { listRequestPolicies, requestKinds, setRequestPolicy } from '../../../orders/index.ts';
import { listPeople } from '../../../people/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { minorOf } from '../../minor-amount.ts';
import type { PageRoutes } from '../../page-routes.ts';
import { type Option, SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { moneyText } from '../parts/money-text.ts';
import { wordOf } from '../word-of.ts';

type Refused = { readonly which: 'limit' | 'policy'; readonly form: FormState };

async function peopleOptions(visit: Visit): Promise<Option[]> {
  if (!visit.can('people.manage')) return [];
  const { people } = await visit.ask(listPeople, {});
  return people
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ id, displayName, login }) => ({ value: id, label: `${displayName} · ${login}` }));
}

function amountText(minor: number): string {
  return moneyText(minor, '').trim();
}

async function LimitsPart({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const [{ limits }, people] = await Promise.all([
    visit.ask(listApprovalLimits, {}),
    peopleOptions(visit),
  ]);
  const nameOf = (id: string | null) =>
    id === null
      ? say('approvals.everybody')
      : (people.find((one) => one.value === id)?.label ?? id);
  const kinds = approvalKinds.map((kind) => ({
    value: kind,
    label: wordOf(visit, 'approvals.kind', kind),
  }));
  return (
    <>
      <Table
        visit={visit}
        caption={say('approvals.limits')}
        columns={[
          {
            heading: say('approvals.kind'),
            cell: (row) => wordOf(visit, 'approvals.kind', row.kind),
          },
          { heading: say('approvals.person'), cell: (row) => nameOf(row.personId) },
          {
            heading: say('approvals.max'),
            kind: 'number',
            cell: (row) => amountText(row.maxMinor),
          },
          {
            heading: say('approvals.set-by'),
            cell: (row) => `${row.setByName} · ${momentText(row.setAt)}`,
          },
        ]}
        rows={limits}
        empty={say('approvals.limits-none')}
      />
      <FormBox visit={visit} form={form} action="/approvals/limit" label={say('approvals.set')}>
        <SelectField form={form} name="kind" label={say('approvals.kind')} options={kinds} />
        <SelectField
          form={form}
          name="personId"
          label={say('approvals.person')}
          empty={say('approvals.everybody')}
          options={people}
        />
        <TextField
          form={form}
          name="maxMinor"
          label={say('approvals.max')}
          hint={say('approvals.max-hint')}
          inputmode="decimal"
        />
      </FormBox>
    </>
  );
}

async function PoliciesPart({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const { policies } = await visit.ask(listRequestPolicies, {});
  const kinds = requestKinds.map((kind) => ({ value: kind, label: say(`requests.kind.${kind}`) }));
  return (
    <>
      <Table
        visit={visit}
        caption={say('approvals.policies')}
        columns={[
          { heading: say('approvals.kind'), cell: (row) => say(`requests.kind.${row.kind}`) },
          {
            heading: say('approvals.automatic-max'),
            kind: 'number',
            cell: (row) =>
              row.automaticMaxMinor === null
                ? say('approvals.never')
                : amountText(row.automaticMaxMinor),
          },
          { heading: say('approvals.set-by'), cell: (row) => row.setByName ?? '—' },
        ]}
        rows={policies}
      />
      <FormBox visit={visit} form={form} action="/approvals/policy" label={say('approvals.set')}>
        <SelectField form={form} name="kind" label={say('approvals.kind')} options={kinds} />
        <TextField
          form={form}
          name="automaticMaxMinor"
          label={say('approvals.automatic-max')}
          hint={say('approvals.automatic-hint')}
          inputmode="decimal"
        />
      </FormBox>
    </>
  );
}

async function showApprovals(visit: Visit, refused?: Refused) {
  const { say } = visit;
  const formFor = (which: Refused['which']) =>
    refused?.which === which ? refused.form : blankForm(visit);
  return show(
    visit,
    { title: say('approvals.title'), section: 'admin', status: refused?.form.problem?.status },
    <>
      <PageLinks visit={visit} links={[{ href: '/admin', label: say('admin.title') }]} />
      <section class="panel" aria-labelledby="limits-title">
        <h2 id="limits-title">{say('approvals.limits')}</h2>
        <p>{say('approvals.limits-hint')}</p>
        <LimitsPart visit={visit} form={formFor('limit')} />
      </section>
      <section class="panel" aria-labelledby="policies-title">
        <h2 id="policies-title">{say('approvals.policies')}</h2>
        <p>{say('approvals.policies-hint')}</p>
        <PoliciesPart visit={visit} form={formFor('policy')} />
      </section>
    </>,
  );
}

function inMinor(field: string) {
  return (texts: Map<string, string[]>) => {
    const typed = texts.get(field)?.at(-1) ?? '';
    if (typed.trim() !== '') texts.set(field, [minorOf(typed)]);
  };
}

async function takeLimit(visit: Visit, sentForm: FormData) {
  const sent = await submit(visit, sentForm, setApprovalLimit, { prepare: inMinor('maxMinor') });
  if (!sent.ok) return showApprovals(visit, { which: 'limit', form: sent.form });
  return visit.redirect('/approvals', 'approvals.done');
}

async function takePolicy(visit: Visit, sentForm: FormData) {
  const prepare = inMinor('automaticMaxMinor');
  const sent = await submit(visit, sentForm, setRequestPolicy, { prepare });
  if (!sent.ok) return showApprovals(visit, { which: 'policy', form: sent.form });
  return visit.redirect('/approvals', 'approvals.done');
}

/** `/approvals` */
export function approvalPages(pages: PageRoutes): void {
  pages.get('/approvals', 'approvals.set-limits', (visit) => showApprovals(visit));
  pages.post('/approvals/limit', 'approvals.set-limits', takeLimit);
  pages.post('/approvals/policy', 'approvals.set-limits', takePolicy);
}
