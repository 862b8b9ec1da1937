/** How many there are of each part: one row a part, page after page in the order of the numbers. */
import { type PartStock, stockByPart } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { type Column, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { idParam, searchParam } from './filters.ts';

const limit = 50;

function columnsOf({ say, locale }: Visit): Column<PartStock>[] {
  return [
    {
      heading: say('stock.part'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.partId)}>{row.partNumber}</a>,
    },
    { heading: say('stock.name'), cell: (row) => nameIn(locale, row) },
    {
      heading: say('stock.on-hand'),
      kind: 'number',
      cell: (row) => <a href={`/stock?partId=${row.partId}`}>{row.onHand}</a>,
    },
    { heading: say('stock.reserved'), kind: 'number', cell: (row) => row.reserved },
    { heading: say('stock.available'), kind: 'number', cell: (row) => row.available },
    { heading: say('stock.in-transit'), kind: 'number', cell: (row) => row.inTransit },
  ];
}

/** The way to the rows after the last one shown, and back to the first. */
function Onward({ visit, next }: { visit: Visit; next: string | null }) {
  const { say, c } = visit;
  const to = (after: string | null) => {
    const parameters = new URL(c.req.url).searchParams;
    if (after === null) parameters.delete('after');
    else parameters.set('after', after);
    return `?${parameters.toString()}`;
  };
  return (
    <nav class="pager" aria-label={say('list.pages')}>
      {visit.param('after') === '' ? null : <a href={to(null)}>{say('stock.first-parts')}</a>}
      {next === null ? null : <a href={to(next)}>{say('list.next')}</a>}
    </nav>
  );
}

/** Shows a page of parts with their sums. */
export async function showStockByPart(visit: Visit): Promise<Response> {
  const { say } = visit;
  const siteId = idParam(visit, 'siteId');
  const after = visit.param('after').slice(0, 60);
  const [{ parts, next }, sites] = await Promise.all([
    visit.ask(stockByPart, { search: searchParam(visit), siteId, after, limit }),
    siteOptions(visit, 'stock.view'),
  ]);
  const title = say('stock.by-part');
  return show(
    visit,
    { title, section: 'stock' },
    <>
      <p>{say('stock.by-part-lead')}</p>
      <SearchBox visit={visit} label={say('planning.search')}>
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('stock.site')}
          all={say('stock.all-sites')}
          options={sites}
        />
      </SearchBox>
      <Table visit={visit} caption={title} columns={columnsOf(visit)} rows={parts} />
      <Onward visit={visit} next={next} />
    </>,
  );
}
