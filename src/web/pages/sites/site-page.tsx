/** One site: its zones, its locations in walking order, and what can be set up there. */
import { locationKinds } from '../../../inventory/contract.ts';
import { getSiteDetail, listLocations } from '../../../inventory/index.ts';
import type { FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { type Column, Facts, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { type PageLink, PageLinks } from '../page-links.tsx';
import { idParam, searchParam } from '../stock/filters.ts';
import { wordOf } from '../word-of.ts';
import { peopleOptions, type SiteDetail, zoneOptions } from './location-fields.tsx';
import { LocationTable } from './location-table.tsx';
import { SiteChanges } from './site-changes.tsx';
import { siteLinks } from './site-links.ts';

const limit = 50;
/** Labels in one file; the printing room takes no more. */
const sheetSize = 500;

type Zone = SiteDetail['zones'][number];

function SiteLinks({ visit, site }: { visit: Visit; site: SiteDetail }) {
  const { say } = visit;
  const total = site.kinds
    .filter(({ kind }) => kind !== 'zone')
    .reduce((sum, { locations }) => sum + locations, 0);
  const sheets = Array.from({ length: Math.ceil(total / sheetSize) }, (_, at) => at + 1);
  const labels: PageLink[] = sheets.map((sheet) => ({
    href: siteLinks.labels(site.id, null, sheet),
    label:
      sheets.length === 1
        ? say('sites.labels')
        : say('sites.labels-sheet', {
            first: (sheet - 1) * sheetSize + 1,
            last: Math.min(total, sheet * sheetSize),
          }),
    needs: 'labels.print',
  }));
  const edits: PageLink[] = [
    { href: siteLinks.newLocation(site.id), label: say('sites.new-location'), needs: 'sites.edit' },
    { href: siteLinks.bins(site.id), label: say('sites.bins'), needs: 'sites.edit' },
  ];
  const lanes = { href: `/network/lanes?siteId=${site.id}`, label: say('sites.lanes') };
  return (
    <PageLinks
      visit={visit}
      links={[...(site.retiredAt === null ? edits : []), ...labels, lanes]}
    />
  );
}

function zoneColumns(visit: Visit, site: SiteDetail): Column<Zone>[] {
  const { say } = visit;
  const label: Column<Zone> = {
    heading: say('sites.label'),
    cell: ({ id, locations }) =>
      locations === 0 ? '—' : <a href={siteLinks.labels(site.id, id, 1)}>{say('sites.labels')}</a>,
  };
  const bins: Column<Zone> = {
    heading: say('sites.bins'),
    cell: ({ id }) => <a href={siteLinks.bins(site.id, id)}>{say('sites.bins')}</a>,
  };
  return [
    {
      heading: say('sites.kind.zone'),
      kind: 'code',
      cell: ({ id, code, depth }) => (
        <>
          {'\u2003'.repeat(depth)}
          <a href={siteLinks.location(id)}>{code}</a>
        </>
      ),
    },
    { heading: say('sites.name'), cell: ({ name }) => name ?? '—' },
    {
      heading: say('sites.zone-bins'),
      kind: 'number',
      cell: ({ id, locations }) => (
        <a href={siteLinks.site(site.id, { zoneId: id })}>{locations}</a>
      ),
    },
    ...(visit.can('labels.print') ? [label] : []),
    ...(visit.can('sites.edit') ? [bins] : []),
  ];
}

function Zones({ visit, site }: { visit: Visit; site: SiteDetail }) {
  const { say } = visit;
  return (
    <section aria-labelledby="zones">
      <h2 id="zones">{say('sites.zones')}</h2>
      <Table
        visit={visit}
        caption={say('sites.zones')}
        columns={zoneColumns(visit, site)}
        rows={site.zones}
        empty={say('sites.zones-none')}
      />
    </section>
  );
}

async function Locations({ visit, site }: { visit: Visit; site: SiteDetail }) {
  const { say } = visit;
  const isRetired = visit.param('retired') === 'true';
  const [{ total, locations }, people] = await Promise.all([
    visit.ask(listLocations, {
      siteId: site.id,
      zoneId: idParam(visit, 'zoneId'),
      kind: chosenOf(visit, 'kind', locationKinds),
      search: searchParam(visit),
      isRetired,
      page: pageNumber(visit),
      limit,
    }),
    peopleOptions(visit),
  ]);
  const kinds = locationKinds.map((value) => ({ value, label: say(`sites.kind.${value}`) }));
  const other = siteLinks.site(site.id, { retired: isRetired ? null : 'true' });
  return (
    <section aria-labelledby="locations">
      <h2 id="locations">{say(isRetired ? 'sites.show-retired' : 'sites.show-live')}</h2>
      <SearchBox
        visit={visit}
        label={say('sites.search')}
        kept={isRetired ? { retired: 'true' } : {}}
      >
        <FilterChoice
          visit={visit}
          name="zoneId"
          label={say('sites.kind.zone')}
          all={say('sites.zone-any')}
          options={zoneOptions(site)}
        />
        <FilterChoice
          visit={visit}
          name="kind"
          label={say('sites.kind')}
          all={say('sites.kind-any')}
          options={kinds}
        />
      </SearchBox>
      <LocationTable visit={visit} code={site.code} rows={locations} people={people} />
      <Pager visit={visit} total={total} limit={limit} />
      <p>
        <a href={other}>{say(isRetired ? 'sites.show-live' : 'sites.show-retired')}</a>
      </p>
    </section>
  );
}

/** Shows a site; `refused` is a form of the page that was sent back. */
export async function showSite(
  visit: Visit,
  refused?: { readonly which: 'edit' | 'retire'; readonly form: FormState },
) {
  const { say, locale } = visit;
  const site = await visit.ask(getSiteDetail, { siteId: idStep(visit, 'id') });
  const counts = site.kinds.map(
    ({ kind, locations }) => `${wordOf(visit, 'sites.kind', kind)} ${locations}`,
  );
  const title = `${site.code} · ${nameIn(locale, site)}`;
  return show(
    visit,
    { title, section: 'admin', status: refused?.form.problem?.status },
    <>
      {site.retiredAt === null ? null : <p class="notice">{say('sites.retired')}</p>}
      <SiteLinks visit={visit} site={site} />
      <Facts
        facts={[
          [say('sites.address'), site.address],
          [say('sites.phone'), site.phone],
          [say('sites.count'), counts.join(' · ')],
        ]}
      />
      <Zones visit={visit} site={site} />
      {await Locations({ visit, site })}
      {visit.can('sites.edit') ? <SiteChanges visit={visit} site={site} refused={refused} /> : null}
    </>,
  );
}
