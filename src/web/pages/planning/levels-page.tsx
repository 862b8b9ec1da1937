/** Minimum and maximum per part and site: the list, and the form that sets one. */
import type { z } from 'zod';
import { listLevels, setLevel } from '../../../planning/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { type Option, SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { searchParam } from '../stock/filters.ts';

type LevelRow = z.output<typeof listLevels.output>['levels'][number];

interface FormProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly sites: readonly Option[];
}

const limit = 50;

function changeLink(row: LevelRow): string {
  const filled = {
    part: row.partNumber,
    siteId: row.siteId,
    min: String(row.minQuantity),
    max: String(row.maxQuantity),
  };
  return `/planning/levels?${new URLSearchParams(filled)}#set`;
}

function columnsOf(visit: Visit): Column<LevelRow>[] {
  const { say, locale } = visit;
  const change: Column<LevelRow> = {
    heading: say('planning.change'),
    cell: (row) => <a href={changeLink(row)}>{say('planning.change')}</a>,
  };
  return [
    {
      heading: say('planning.part'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.partId)}>{row.partNumber}</a>,
    },
    { heading: say('planning.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('planning.site'), kind: 'code', cell: (row) => row.siteCode },
    { heading: say('planning.min'), kind: 'number', cell: (row) => row.minQuantity },
    { heading: say('planning.max'), kind: 'number', cell: (row) => row.maxQuantity },
    { heading: say('planning.set-by'), cell: (row) => row.setByName },
    ...(visit.can('planning.set-levels') ? [change] : []),
  ];
}

function LevelForm({ visit, form, sites }: FormProps) {
  const { say } = visit;
  return (
    <section aria-labelledby="set">
      <h2 id="set">{say('planning.set')}</h2>
      <FormBox visit={visit} form={form} action="/planning/levels" label={say('planning.set-go')}>
        <TextField
          form={form}
          name="partId"
          label={say('planning.part')}
          hint={say('stock.part-hint')}
          required
          isCode
        />
        <SelectField
          form={form}
          name="siteId"
          label={say('planning.site')}
          options={sites}
          required
        />
        <TextField
          form={form}
          name="minQuantity"
          label={say('planning.min')}
          hint={say('planning.min-hint')}
          inputmode="numeric"
          required
        />
        <TextField
          form={form}
          name="maxQuantity"
          label={say('planning.max')}
          hint={say('planning.max-hint')}
          inputmode="numeric"
          required
        />
      </FormBox>
    </section>
  );
}

function filledForm(visit: Visit): FormState {
  return blankForm(visit, {
    partId: visit.param('part'),
    siteId: visit.param('siteId'),
    minQuantity: visit.param('min'),
    maxQuantity: visit.param('max'),
  });
}

/** Shows the levels; the form is filled in by the address or by what was refused. */
export async function showLevels(visit: Visit, form = filledForm(visit)) {
  const { say } = visit;
  const asked = { search: searchParam(visit), page: pageNumber(visit), limit };
  const [{ total, levels }, sites] = await Promise.all([
    visit.ask(listLevels, asked),
    siteOptions(visit, 'planning.set-levels'),
  ]);
  return show(
    visit,
    { title: say('planning.levels'), section: 'planning', status: form.problem?.status },
    <>
      <PageLinks visit={visit} links={[{ href: '/planning', label: say('planning.title') }]} />
      <SearchBox visit={visit} label={say('planning.search')} />
      <Table
        visit={visit}
        caption={say('planning.levels')}
        columns={columnsOf(visit)}
        rows={levels}
        empty={say('planning.levels-none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
      {visit.can('planning.set-levels') ? (
        <LevelForm visit={visit} form={form} sites={sites} />
      ) : null}
    </>,
  );
}

/** Sets a level; the suggestion follows at once. */
export async function sendLevel(visit: Visit, sentForm: FormData) {
  const sent = await submitCodes(visit, sentForm, setLevel, {
    codes: { partId: 'part' },
    fieldOf: { 'planning.max-not-above-min': 'maxQuantity', 'inventory.unknown-site': 'siteId' },
  });
  if (!sent.ok) return showLevels(visit, sent.form);
  const typed = textsOf(sentForm);
  return visit.redirect('/planning/levels', 'planning.set-done', {
    part: typed.get('partId')?.at(-1) ?? '',
    min: typed.get('minQuantity')?.at(-1) ?? '',
    max: typed.get('maxQuantity')?.at(-1) ?? '',
  });
}
