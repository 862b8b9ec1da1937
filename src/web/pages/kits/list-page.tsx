/** The kits: how many are on hand, how many can be built now and what ends it; and opening another. */
import type { z } from 'zod';
import { wordsOf } from '../../../http/problem.ts';
import type { SiteBuildable } from '../../../kits/contract.ts';
import { listKits } from '../../../kits/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { findCode } from '../codes/find-code.ts';
import { FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { idParam, searchParam } from '../stock/filters.ts';
import { kitLinks } from './links.ts';
import { siteColumns } from './site-table.tsx';

const limit = 25;
type Kit = z.output<typeof listKits.output>['kits'][number];
interface Row {
  readonly kit: Kit;
  readonly site: SiteBuildable | null;
}

function rowsOf(kits: readonly Kit[]): Row[] {
  return kits.flatMap((kit): Row[] =>
    kit.sites.length === 0 ? [{ kit, site: null }] : kit.sites.map((site) => ({ kit, site })),
  );
}

function OpenForm({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  return (
    <FormBox visit={visit} form={form} action={kitLinks.open} label={say('kits.open-go')}>
      <h2>{say('kits.open')}</h2>
      <TextField
        form={form}
        name="code"
        label={say('kits.code')}
        hint={say('kits.component-hint')}
        required
        isCode
      />
    </FormBox>
  );
}

/** Shows the list; `form` is the refused form of opening a part. */
export async function showKits(visit: Visit, form?: FormState) {
  const { say, locale } = visit;
  const siteId = idParam(visit, 'siteId');
  const asked = { search: searchParam(visit), siteId, page: pageNumber(visit), limit };
  const [{ total, kits }, sites] = await Promise.all([
    visit.ask(listKits, asked),
    siteOptions(visit, 'stock.view'),
  ]);
  const columns: Column<Row>[] = [
    {
      heading: say('kits.kit'),
      kind: 'code',
      cell: ({ kit }) => <a href={kitLinks.kit(kit.partId)}>{kit.partNumber}</a>,
    },
    { heading: say('kits.name'), cell: ({ kit }) => nameIn(locale, kit) },
    ...siteColumns<Row>(visit, ({ site }) => site),
  ];
  return show(
    visit,
    { title: say('kits.title'), section: 'stock', status: form === undefined ? 200 : 422 },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: kitLinks.orders, label: say('kits.orders') },
          { href: kitLinks.models, label: say('kits.models') },
        ]}
      />
      <SearchBox visit={visit} label={say('kits.search')}>
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('kits.site')}
          all={say('kits.all-sites')}
          options={sites}
        />
      </SearchBox>
      <p>{say('kits.lead')}</p>
      <Table
        visit={visit}
        caption={say('kits.title')}
        columns={columns}
        rows={rowsOf(kits)}
        empty={say('kits.none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
      {visit.can('kits.edit') ? <OpenForm visit={visit} form={form ?? blankForm(visit)} /> : null}
    </>,
  );
}

/** Leads to the kit of a scanned part number. */
export async function sendOpen(visit: Visit, sent: FormData) {
  const texts = textsOf(sent);
  const found = await findCode(visit, 'part', texts.get('code')?.at(-1)?.trim() ?? '');
  if (found.ok) return visit.redirect(kitLinks.kit(found.id));
  const issues = new Map([['code', wordsOf(found.refusal, visit.locale).title]]);
  return showKits(visit, { ...blankForm(visit), values: texts, issues });
}
