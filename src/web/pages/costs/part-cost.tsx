/** What a part is worth: how it is valued, every change of it, and the form that values it anew. */
import type { z } from 'zod';
import { costMethods, getPartCost, setCostMethod } from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { links } from '../../links.ts';
import { minorOf } from '../../minor-amount.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Facts, Pager, pageNumber, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { amountText, moneyText } from '../parts/money-text.ts';
import { partOf, showTab } from '../parts/part-frame.tsx';
import { wordOf } from '../word-of.ts';
import { changeText, signedText } from './signed-money.ts';

type Answer = z.output<typeof getPartCost.output>;
type Cost = Answer['cost'];
type Change = Answer['changes'][number];

const limit = 50;

function whatOf(visit: Visit, change: Change): string {
  const { entryKind, kind, method, standardMinor } = change;
  if (entryKind !== null) return wordOf(visit, 'moves.kind', entryKind);
  if (kind !== 'revaluation' || method === null) return wordOf(visit, 'costs.kind', kind);
  const word = visit.say(`costs.method.${method}`);
  const to =
    standardMinor === null
      ? word
      : visit.say('costs.set-to', { method: word, unit: amountText(standardMinor) });
  return `${visit.say('costs.kind.revaluation')}: ${to}`;
}

function columnsOf(visit: Visit): Column<Change>[] {
  const { say } = visit;
  return [
    { heading: say('costs.at'), kind: 'code', cell: (row) => momentText(row.at) },
    { heading: say('costs.what'), cell: (row) => whatOf(visit, row) },
    { heading: say('costs.who'), cell: (row) => row.actorName },
    { heading: say('costs.document'), kind: 'code', cell: (row) => row.document ?? '' },
    { heading: say('costs.why'), cell: (row) => row.reason ?? '' },
    {
      heading: say('costs.change-of-quantity'),
      kind: 'number',
      cell: (row) => changeText(row.quantity),
    },
    {
      heading: say('costs.value-change'),
      kind: 'number',
      cell: (row) => signedText(row.valueMinor),
    },
    {
      heading: say('costs.variance'),
      kind: 'number',
      cell: (row) =>
        row.varianceMinor === 0 ? (
          ''
        ) : (
          <span title={say('costs.variance-hint')}>{signedText(row.varianceMinor)}</span>
        ),
    },
    { heading: say('costs.after-quantity'), kind: 'number', cell: (row) => row.quantityAfter },
    {
      heading: say('costs.value-after'),
      kind: 'number',
      cell: (row) => signedText(row.valueAfter),
    },
  ];
}

function MethodForm({ visit, form, cost }: { visit: Visit; form: FormState; cost: Cost }) {
  const { say } = visit;
  if (!visit.can('costs.edit')) return null;
  const options = costMethods.map((value) => ({ value, label: say(`costs.method.${value}`) }));
  return (
    <details open={form.problem !== null}>
      <summary class="button">{say('costs.set')}</summary>
      <FormBox
        visit={visit}
        form={form}
        action={`${links.part(cost.partId)}/cost`}
        label={say('costs.set-go')}
      >
        <p class="hint">{say('costs.set-lead')}</p>
        <SelectField
          form={form}
          name="method"
          label={say('costs.method')}
          options={options}
          required
        />
        <TextField
          form={form}
          name="unitMinor"
          label={say('costs.set-unit')}
          hint={say('costs.set-unit-hint', { currency: cost.currency })}
          inputmode="decimal"
        />
        <TextField
          form={form}
          name="reason"
          label={say('costs.set-reason')}
          maxlength={400}
          required
        />
      </FormBox>
    </details>
  );
}

function Worth({ visit, cost }: { visit: Visit; cost: Cost }) {
  const { say } = visit;
  return (
    <>
      <Facts
        facts={[
          [say('costs.method'), say(`costs.method.${cost.method}`)],
          [say('costs.unit'), moneyText(cost.unitMinor, cost.currency)],
          [say('costs.quantity'), cost.quantity],
          [say('costs.value'), moneyText(cost.valueMinor, cost.currency)],
        ]}
      />
      <p class="hint">{say('costs.owned-hint')}</p>
    </>
  );
}

async function page(visit: Visit, form: FormState | null) {
  const { say } = visit;
  const part = await partOf(visit);
  const asked = { partId: part.id, page: pageNumber(visit), limit };
  const { cost, changes, total } = await visit.ask(getPartCost, asked);
  const shown = form ?? blankForm(visit, { method: cost.method });
  const content = (
    <>
      <Worth visit={visit} cost={cost} />
      <MethodForm visit={visit} form={shown} cost={cost} />
      <h2>{say('costs.history')}</h2>
      <Table
        visit={visit}
        caption={say('costs.history')}
        columns={columnsOf(visit)}
        rows={changes}
        empty={say('costs.history-none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>
  );
  return showTab(visit, 'cost', { part, content, status: shown.problem?.status });
}

/** Shows what the part is worth. */
export function showPartCost(visit: Visit) {
  return page(visit, null);
}

/** Values it anew; the amount is typed in whole units. */
export async function sendPartCost(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const typed = sentForm.get('unitMinor');
  const sent = await submit(visit, sentForm, setCostMethod, {
    fixed: { partId: part.id },
    prepare: (texts) => {
      const amount = texts.get('unitMinor')?.at(-1) ?? '';
      if (amount.trim() !== '') texts.set('unitMinor', [minorOf(amount)]);
    },
    fieldOf: {
      'inventory.standard-needs-cost': 'unitMinor',
      'inventory.nothing-to-revalue': 'unitMinor',
      'inventory.value-too-large': 'unitMinor',
    },
  });
  if (sent.ok) return visit.redirect(`${links.part(part.id)}/cost`, 'costs.set-done');
  const values = new Map(sent.form.values);
  if (typeof typed === 'string') values.set('unitMinor', [typed]);
  return page(visit, { ...sent.form, values });
}
