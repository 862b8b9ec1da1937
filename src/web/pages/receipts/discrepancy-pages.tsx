/** The queue of discrepancies, and one of them with its ways out. */

import { conditions } from '../../../inventory/index.ts';
import type { DiscrepancyView } from '../../../receipts/contract.ts';
import { discrepancyKind } from '../../../receipts/contract.ts';
import {
  assignDiscrepancy,
  getDiscrepancy,
  listDiscrepancies,
  settleDiscrepancy,
} from '../../../receipts/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { type ActionSpec, Actions } from '../../ui/actions.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, Facts, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { receiptLinks } from './links.ts';
import { DiscrepancyTable } from './tables.tsx';

const limit = 50;
const states = ['open', 'resolved', 'all'] as const;
const owners = ['all', 'nobody', 'me'] as const;

/** `/receipts/discrepancies`. */
export async function showQueue(visit: Visit) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'receipts.view');
  const kinds = discrepancyKind.options;
  const { total, discrepancies } = await visit.ask(listDiscrepancies, {
    search: visit.param('search').slice(0, 100),
    siteId: sites.find(({ value }) => value === visit.param('site'))?.value ?? null,
    state: chosenOf(visit, 'state', states) ?? 'open',
    owner: chosenOf(visit, 'owner', owners) ?? 'all',
    kind: chosenOf(visit, 'kind', kinds),
    page: pageNumber(visit),
    limit,
  });
  return show(
    visit,
    { title: say('receipts.discrepancies'), section: 'receipts' },
    <>
      <SearchBox visit={visit} label={say('receipts.search-discrepancies')}>
        <FilterChoice
          visit={visit}
          name="state"
          label={say('receipts.state')}
          options={states.map((value) => ({ value, label: say(`receipts.state.${value}`) }))}
        />
        <FilterChoice
          visit={visit}
          name="owner"
          label={say('receipts.owner')}
          options={owners.map((value) => ({ value, label: say(`receipts.owner.${value}`) }))}
        />
        <FilterChoice
          visit={visit}
          name="kind"
          label={say('receipts.wrong')}
          all={say('receipts.all-kinds')}
          options={kinds.map((value) => ({ value, label: say(`receipts.kind.${value}`) }))}
        />
        <FilterChoice
          visit={visit}
          name="site"
          label={say('stock.site')}
          all={say('stock.all-sites')}
          options={sites}
        />
      </SearchBox>
      <DiscrepancyTable visit={visit} rows={discrepancies} />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}

type Detail = Awaited<ReturnType<typeof detailOf>>;
const detailOf = (visit: Visit) =>
  visit.ask(getDiscrepancy, { discrepancyId: idStep(visit, 'discrepancyId') });

function fields(visit: Visit, one: DiscrepancyView, event: string) {
  const { say } = visit;
  const becomes = conditions.filter((state) => state !== 'quarantine');
  const options = becomes.map((value) => ({ value, label: say(`condition.${value}`) }));
  return (form: FormState) => (
    <>
      {one.open > 1 ? (
        <TextField
          form={form}
          name="quantity"
          label={say('stock.quantity')}
          hint={say('receipts.settle-quantity', { open: one.open })}
          inputmode="numeric"
        />
      ) : null}
      {event === 'accept' || event === 'found-here' ? (
        <SelectField
          form={form}
          name="condition"
          label={say('receipts.becomes')}
          empty={
            event === 'accept' && one.intendedCondition !== null
              ? say(`condition.${one.intendedCondition}`)
              : say('condition.unverified')
          }
          options={options}
        />
      ) : null}
      <TextField
        form={form}
        name="reason"
        label={say('receipts.reason')}
        maxlength={500}
        required
      />
    </>
  );
}

function specs(visit: Visit, one: DiscrepancyView): Record<string, ActionSpec> {
  const spec = (event: string, tone?: ActionSpec['tone']): ActionSpec => ({
    command: settleDiscrepancy,
    fields: fields(visit, one, event),
    tone,
  });
  return {
    found: spec('found', 'main'),
    accept: spec('accept', 'main'),
    'found-here': spec('found-here', 'main'),
    note: spec('note'),
    'send-back': spec('send-back'),
    'not-sent': spec('not-sent'),
    lost: spec('lost', 'danger'),
    scrap: spec('scrap', 'danger'),
  };
}

function About({ visit, one }: { visit: Visit; one: Detail }) {
  const { say, locale } = visit;
  const place = [one.locationSiteCode, one.locationCode].filter(Boolean).join(' / ');
  return (
    <Facts
      facts={[
        [
          say('receipts.wrong'),
          <Chip tone={one.state === 'open' ? 'wait' : 'good'}>
            {say(`receipts.kind.${one.kind}`)}
          </Chip>,
        ],
        [
          say('stock.part'),
          one.partNumber === null ? null : `${one.partNumber} ${nameIn(locale, one)}`,
        ],
        [say('receipts.instead-of'), one.expectedPartNumber],
        [say('receipts.open-of'), `${one.open} / ${one.quantity}`],
        [say('receipts.serial-or-lot'), one.serialNumber ?? one.lotNumber],
        [say('receipts.lies-at'), place],
        [
          say('receipts.document'),
          one.receiptId === null ? (
            one.documentNumber
          ) : (
            <a class="code" href={receiptLinks.receipt(one.receiptId)}>
              {one.documentNumber ?? one.receiptNumber}
            </a>
          ),
        ],
        [say('receipts.way'), [one.fromSiteCode, one.siteCode].filter(Boolean).join(' → ')],
        [say('receipts.reported-by'), `${one.reportedByName}, ${momentText(one.createdAt)}`],
        [say('receipts.note'), one.note],
      ]}
    />
  );
}

function Owner({ visit, one, form }: { visit: Visit; one: Detail; form: FormState }) {
  const { say } = visit;
  if (!visit.can('receipts.resolve') || one.state !== 'open') {
    return (
      <Facts facts={[[say('receipts.owner'), one.ownerName ?? say('receipts.owner-nobody')]]} />
    );
  }
  return (
    <FormBox
      visit={visit}
      form={form}
      action={`${receiptLinks.discrepancy(one.id)}/assign`}
      version={one.version}
    >
      <SelectField
        form={form}
        name="personId"
        label={say('receipts.owner')}
        empty={say('receipts.owner-nobody')}
        options={one.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <button type="submit">{say('receipts.assign')}</button>
    </FormBox>
  );
}

function Decisions({ visit, one }: { visit: Visit; one: Detail }) {
  const { say } = visit;
  if (one.settlements.length === 0) return null;
  return (
    <>
      <h2>{say('receipts.decisions')}</h2>
      <Table
        visit={visit}
        caption={say('receipts.decisions')}
        rows={one.settlements}
        columns={[
          { heading: say('receipts.decided-at'), cell: (row) => momentText(row.settledAt) },
          {
            heading: say('receipts.decision'),
            cell: (row) => say(`receipts.outcome.${row.outcome}`),
          },
          { heading: say('stock.quantity'), kind: 'number', cell: (row) => row.quantity },
          { heading: say('receipts.reason'), cell: (row) => row.reason },
          { heading: say('receipts.decided-by'), cell: (row) => row.settledByName },
        ]}
      />
    </>
  );
}

/** `/receipts/discrepancies/:discrepancyId`. */
export async function showDiscrepancy(
  visit: Visit,
  refused?: { readonly event: string; readonly form: FormState },
) {
  const { say } = visit;
  const one = await detailOf(visit);
  const events = one.outcomes.map(({ outcome: event, ...offer }) => ({ event, ...offer }));
  // What never fits pieces of this kind is not a step of it: only its own ways are shown.
  const own = events.filter(
    ({ allowed, refusal }) => allowed || refusal === 'receipts.somebody-else-admits',
  );
  const assignForm =
    refused?.event === 'assign' ? refused.form : blankForm(visit, { personId: one.ownerId });
  return show(
    visit,
    {
      title: say('receipts.discrepancy', { number: one.number }),
      section: 'receipts',
      status: refused?.form.problem?.status,
    },
    <>
      <About visit={visit} one={one} />
      <Owner visit={visit} one={one} form={assignForm} />
      {one.state === 'open' ? (
        <Actions
          visit={visit}
          events={own}
          specs={specs(visit, one)}
          words="receipts.outcome"
          base={receiptLinks.discrepancy(one.id)}
          version={one.version}
          refused={refused}
        />
      ) : null}
      <Decisions visit={visit} one={one} />
    </>,
  );
}

/** Gives it to somebody. */
export async function sendAssign(visit: Visit, form: FormData) {
  const discrepancyId = idStep(visit, 'discrepancyId');
  const sent = await submit(visit, form, assignDiscrepancy, { fixed: { discrepancyId } });
  if (!sent.ok) return showDiscrepancy(visit, { event: 'assign', form: sent.form });
  const name = sent.output.ownerName ?? visit.say('receipts.owner-nobody');
  return visit.redirect(receiptLinks.discrepancy(discrepancyId), 'receipts.assigned', { name });
}

/** Decides about its pieces. */
export async function sendDecision(visit: Visit, form: FormData) {
  const discrepancyId = idStep(visit, 'discrepancyId');
  const event = visit.step('event');
  const sent = await submit(visit, form, settleDiscrepancy, {
    // The schema of the command refuses a step that nobody knows.
    fixed: { discrepancyId, outcome: event as never },
  });
  if (!sent.ok) return showDiscrepancy(visit, { event, form: sent.form });
  const { state, open } = sent.output;
  const message = state === 'resolved' ? 'receipts.settled' : 'receipts.partly-settled';
  return visit.redirect(receiptLinks.discrepancy(discrepancyId), message, { open });
}
