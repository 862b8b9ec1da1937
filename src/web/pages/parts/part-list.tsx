/** The part master as a list: search, how parts are tracked, and the ways to add some. */
import { lifeCycles, type PartListRow } from '../../../inventory/contract.ts';
import { listParts } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Chip, type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { PageLinks } from '../page-links.tsx';
import { searchParam } from '../stock/filters.ts';
import { moneyText } from './money-text.ts';
import { phaseTone } from './part-words.ts';

const limit = 50;
const trackings = ['none', 'lot', 'serial'] as const;

/** The name, and beside it what became of the part. */
function Named({ visit, row }: { visit: Visit; row: PartListRow }) {
  const { say, locale } = visit;
  const { successor, foundFor } = row;
  return (
    <>
      {`${nameIn(locale, row)} `}
      {row.retiredAt === null ? null : <Chip tone="bad">{say('part.retired')}</Chip>}
      {foundFor === null ? null : (
        <Chip tone="good">{say('part.found-for', { part: foundFor })}</Chip>
      )}
      {successor === null ? null : (
        <a href={links.part(successor.partId)}>
          {say('part.superseded-note', { part: successor.partNumber })}
        </a>
      )}
    </>
  );
}

function columnsOf(visit: Visit): Column<PartListRow>[] {
  const { say } = visit;
  return [
    {
      heading: say('parts.number'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.id)}>{row.partNumber}</a>,
    },
    { heading: say('parts.name'), cell: (row) => <Named visit={visit} row={row} /> },
    {
      heading: say('part.life-cycle'),
      cell: ({ lifeCycle }) => (
        <Chip tone={phaseTone[lifeCycle]}>{say(`part.phase.${lifeCycle}`)}</Chip>
      ),
    },
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
  const lifeCycle = chosenOf(visit, 'lifeCycle', lifeCycles);
  const use = chosenOf(visit, 'use', ['in-use', 'retired'] as const);
  const isRetired = use === null ? null : use === 'retired';
  const asked = { search, tracking, lifeCycle, isRetired, page: pageNumber(visit), limit };
  const { total, parts } = await visit.ask(listParts, asked);
  const options = trackings.map((value) => ({ value, label: say(`parts.tracking.${value}`) }));
  const phases = lifeCycles.map((value) => ({ value, label: say(`part.phase.${value}`) }));
  const uses = (['in-use', 'retired'] as const).map((value) => ({
    value,
    label: say(`part.${value}`),
  }));
  return show(
    visit,
    { title: say('parts.title'), section: 'parts' },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: '/parts/new', label: say('parts.new'), needs: 'parts.edit' },
          { href: '/parts/import', label: say('parts.import'), needs: 'parts.import' },
          { href: '/parts/models', label: say('part.models-title') },
          { href: '/parts/fields', label: say('part.fields-title'), needs: 'parts.set-up' },
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
        <FilterChoice
          visit={visit}
          name="lifeCycle"
          label={say('part.life-cycle')}
          all={say('part.all-life-cycles')}
          options={phases}
        />
        <FilterChoice
          visit={visit}
          name="use"
          label={say('part.use')}
          all={say('part.all-life-cycles')}
          options={uses}
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
