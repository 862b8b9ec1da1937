/** A new return: tick what goes back of what somebody keeps and owes; nothing is typed twice. */
import type { DefectiveReturnView } from '../../../inventory/contract.ts';
import { listDefectiveReturns } from '../../../inventory/index.ts';
import type { KeptPile } from '../../../part-returns/contract.ts';
import {
  listKeptPiles,
  listOwnKeptPiles,
  openPartReturn,
  routeOwedReturns,
} from '../../../part-returns/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { siteOptions } from '../own-sites.ts';
import { about, returnLinks } from './links.ts';
import { personOf } from './person.ts';

const limit = 200;

interface Spare extends KeptPile {
  readonly at: number;
}

function Take({ visit, row }: { visit: Visit; row: Spare }) {
  const name = (field: string) => `stock.${row.at}.${field}`;
  return (
    <>
      <input type="hidden" name={name('locationId')} value={row.locationId} />
      <input type="hidden" name={name('partId')} value={row.partId} />
      <input type="hidden" name={name('condition')} value={row.condition} />
      <input type="hidden" name={name('lotNumber')} value={row.lotNumber ?? ''} />
      {row.tracking === 'serial' ? (
        row.serialNumbers.map((serial) => (
          <label class="check">
            <input type="checkbox" name={name('serialNumbers')} value={serial} />{' '}
            <span class="code">{serial}</span>
          </label>
        ))
      ) : (
        <input
          name={name('quantity')}
          inputmode="numeric"
          size={4}
          aria-label={visit.say('part-returns.how-many', { part: row.partNumber })}
        />
      )}
    </>
  );
}

function SpareTable({ visit, rows }: { visit: Visit; rows: readonly Spare[] }) {
  const { say, locale } = visit;
  return (
    <Table
      visit={visit}
      caption={say('part-returns.spare')}
      rows={rows}
      empty={say('part-returns.spare-none')}
      columns={[
        {
          heading: say('stock.part'),
          cell: (row) => (
            <>
              <span class="code">{row.partNumber}</span> {nameIn(locale, row)}
            </>
          ),
        },
        { heading: say('stock.condition'), cell: (row) => say(`condition.${row.condition}`) },
        { heading: say('stock.lot'), kind: 'code', cell: (row) => row.lotNumber ?? '' },
        { heading: say('stock.location'), kind: 'code', cell: (row) => row.locationCode },
        { heading: say('part-returns.free'), kind: 'number', cell: (row) => row.spare },
        { heading: say('part-returns.take'), cell: (row) => <Take visit={visit} row={row} /> },
      ]}
    />
  );
}

interface Owed extends DefectiveReturnView {
  readonly goal: string;
}

function OwedTable({ visit, rows }: { visit: Visit; rows: readonly Owed[] }) {
  const { say, locale } = visit;
  const wanted = visit.param('owed');
  return (
    <Table
      visit={visit}
      caption={say('owed.title')}
      rows={rows}
      empty={say('part-returns.owed-none')}
      columns={[
        {
          heading: say('owed.number'),
          cell: (row) => (
            <label class="check">
              <input
                type="checkbox"
                name="owedReturnIds"
                value={row.id}
                checked={row.id === wanted}
              />{' '}
              <span class="code">{row.number}</span>
            </label>
          ),
        },
        {
          heading: say('stock.part'),
          cell: (row) => (
            <>
              <span class="code">{row.partNumber}</span> {nameIn(locale, row)}
            </>
          ),
        },
        {
          heading: say('part-returns.serial'),
          kind: 'code',
          cell: (row) => row.serialNumber ?? '',
        },
        { heading: say('stock.quantity'), kind: 'number', cell: (row) => row.quantity },
        {
          heading: say('owed.due'),
          cell: (row) => (
            <>
              {row.dueOn} {row.isOverdue ? <Chip tone="bad">{say('owed.is-overdue')}</Chip> : null}
            </>
          ),
        },
        { heading: say('part-returns.goes-to'), kind: 'code', cell: (row) => row.goal },
      ]}
    />
  );
}

async function owedOf(visit: Visit, personId: string): Promise<Owed[]> {
  if (!visit.can('returns.view')) return [];
  const { returns } = await visit.ask(listDefectiveReturns, { personId, limit });
  const ids = returns.map(({ id }) => id);
  const { routes } = await visit.ask(routeOwedReturns, { owedReturnIds: ids });
  const codes = new Map(routes.map(({ owedReturnId, code }) => [owedReturnId, code]));
  return returns.map((row) => ({ ...row, goal: codes.get(row.id) ?? '' }));
}

/** `/part-returns/new`. */
export async function showNew(visit: Visit, refused?: FormState) {
  const { say } = visit;
  const person = personOf(visit);
  const { piles } =
    person === null
      ? await visit.ask(listOwnKeptPiles, { limit })
      : await visit.ask(listKeptPiles, { personId: person, limit });
  const spare = piles.filter((pile) => pile.spare > 0).map((pile, at) => ({ ...pile, at }));
  const owed = await owedOf(visit, person ?? visit.actor.id);
  const form = refused ?? blankForm(visit, { document: visit.param('job') });
  const sites = await siteOptions(visit, 'sites.view');
  return show(
    visit,
    {
      title: say('part-returns.new'),
      section: 'part-returns',
      floor: true,
      status: form.problem?.status,
    },
    <FormBox
      visit={visit}
      form={form}
      action={about(returnLinks.new, person)}
      label={say('part-returns.new-go')}
    >
      <h2>{say('owed.title')}</h2>
      <OwedTable visit={visit} rows={owed} />
      <h2>{say('part-returns.spare')}</h2>
      <SpareTable visit={visit} rows={spare} />
      <SelectField
        form={form}
        name="toSiteId"
        label={say('part-returns.goes-to')}
        empty={say('part-returns.as-routed')}
        options={sites}
      />
      <TextField
        form={form}
        name="document"
        label={say('part-returns.job')}
        maxlength={100}
        isCode
      />
      <TextField form={form} name="note" label={say('part-returns.note')} maxlength={1000} />
    </FormBox>,
  );
}

/** Rows without a number or a ticked piece were not meant. */
function onlyTaken(texts: Map<string, string[]>): void {
  const rows = new Set([...texts.keys()].flatMap((key) => /^(stock\.\d+)\./.exec(key)?.[1] ?? []));
  for (const row of rows) {
    const pieces = texts.get(`${row}.serialNumbers`) ?? [];
    if (pieces.length > 0) texts.set(`${row}.quantity`, [String(pieces.length)]);
    const typed = texts.get(`${row}.quantity`)?.at(-1)?.trim() ?? '';
    if (typed !== '' && typed !== '0') continue;
    for (const key of [...texts.keys()]) if (key.startsWith(`${row}.`)) texts.delete(key);
  }
}

/** Opens it. */
export async function sendNew(visit: Visit, form: FormData) {
  const sent = await submit(visit, form, openPartReturn, { prepare: onlyTaken });
  if (!sent.ok) return showNew(visit, sent.form);
  const { returnId, number } = sent.output;
  return visit.redirect(returnLinks.one(returnId), 'part-returns.opened-done', { number });
}
