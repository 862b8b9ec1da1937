/** Stock on hand: the list with its filters, and the ways to change it that the reader has. */
import { conditions, stockOnHand } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { Pager, pageNumber, SearchBox } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { stockFilters } from './filters.ts';
import { StockTable } from './stock-table.tsx';

const limit = 50;

function StockLinks({ visit }: { visit: Visit }) {
  const { say } = visit;
  return (
    <PageLinks
      visit={visit}
      links={[
        { href: '/stock/by-part', label: say('stock.by-part'), needs: 'stock.view' },
        { href: '/stock/receive', label: say('stock.receive'), needs: 'stock.receive' },
        { href: '/stock/move', label: say('stock.move'), needs: 'stock.move' },
        { href: '/stock/adjust', label: say('stock.adjust'), needs: 'stock.adjust' },
        { href: '/stock/movements', label: say('moves.title'), needs: 'stock.view' },
        { href: '/kits', label: say('kits.title'), needs: 'stock.view' },
        { href: '/costs', label: say('costs.title'), needs: 'costs.view' },
        { href: '/defective-returns', label: say('owed.title'), needs: 'returns.view' },
      ]}
    />
  );
}

/** Shows the list. */
export async function showStock(visit: Visit): Promise<Response> {
  const { say } = visit;
  const filters = stockFilters(visit);
  const [{ total, rows }, sites] = await Promise.all([
    visit.ask(stockOnHand, { ...filters, page: pageNumber(visit), limit }),
    siteOptions(visit, 'stock.view'),
  ]);
  const { partId, locationId } = filters;
  const kept = {
    ...(partId === null ? {} : { partId }),
    ...(locationId === null ? {} : { locationId }),
  };
  const states = conditions.map((value) => ({ value, label: say(`condition.${value}`) }));
  return show(
    visit,
    { title: say('stock.title'), section: 'stock' },
    <>
      <StockLinks visit={visit} />
      <SearchBox visit={visit} label={say('stock.search')} kept={kept}>
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('stock.site')}
          all={say('stock.all-sites')}
          options={sites}
        />
        <FilterChoice
          visit={visit}
          name="condition"
          label={say('stock.condition')}
          all={say('stock.all-conditions')}
          options={states}
        />
      </SearchBox>
      <StockTable visit={visit} rows={rows} empty={say('stock.none')} />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
