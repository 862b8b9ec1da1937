/** The part master as a list: search, how parts are tracked, and the ways to add some. */
import type { PartView } from '../../../inventory/contract.ts';
import { listParts } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { PageLinks } from '../page-links.tsx';
import { searchParam } from '../stock/filters.ts';
import { moneyText } from './money-text.ts';

const limit = 50;
const trackings = ['none', 'lot', 'serial'] as const;

function columnsOf(visit: Visit): Column<PartView>[] {
  const { say, locale } = visit;
  return [
    {
      heading: say('parts.number'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.id)}>{row.partNumber}</a>,
    },
    { heading: say('parts.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('parts.category'), cell: (row) => row.category ?? '' },
    { heading: say('parts.tracking'), cell: (row) => say(`parts.tracking.${row.tracking}`) },
    { heading: say('parts.maker'), cell: (row) => row.manufacturer ?? '' },
    {
      heading: say('parts.maker-number'),
      kind: 'code',
      cell: (row) => row.manufacturerPartNumber ?? '',
    },
    {
      heading: say('parts.cost'),
      kind: 'number',
      cell: (row) => moneyText(row.costMinor, row.currency),
    },
    { heading: say('parts.lead-time'), kind: 'number', cell: (row) => row.leadTimeDays ?? '' },
  ];
}

/** Shows the list. */
export async function showParts(visit: Visit) {
  const { say } = visit;
  const tracking = chosenOf(visit, 'tracking', trackings);
  const search = searchParam(visit);
  const asked = { search, tracking, page: pageNumber(visit), limit };
  const { total, parts } = await visit.ask(listParts, asked);
  const options = trackings.map((value) => ({ value, label: say(`parts.tracking.${value}`) }));
  return show(
    visit,
    { title: say('parts.title'), section: 'parts' },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: '/parts/new', label: say('parts.new'), needs: 'parts.edit' },
          { href: '/parts/import', label: say('parts.import'), needs: 'parts.import' },
        ]}
      />
      <SearchBox visit={visit} label={say('parts.search')}>
        <FilterChoice
          visit={visit}
          name="tracking"
          label={say('parts.tracking')}
          all={say('parts.all-trackings')}
          options={options}
        />
      </SearchBox>
      <Table
        visit={visit}
        caption={say('parts.title')}
        columns={columnsOf(visit)}
        rows={parts}
        empty={say('parts.none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
