/** The first page of counts: what waits for a counter, a second counter, an approver. */
import { countQueues, listCounts, listStockChanges } from '../../../counts/index.ts';
import { show } from '../../layout.tsx';
import { Pager, pageNumber, SearchBox } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { idParam, searchParam } from '../stock/filters.ts';
import { ChangeTable } from './change-table.tsx';
import { CountTable } from './count-table.tsx';
import { countLinks } from './links.ts';

const limit = 50;

/** The neighbours of every page of this area. */
export function CountsLinks({ visit }: { visit: Visit }) {
  const { say } = visit;
  return (
    <PageLinks
      visit={visit}
      links={[
        { href: countLinks.new, label: say('counts.new'), needs: 'counts.manage', isMain: true },
        {
          href: countLinks.newAdjustment,
          label: say('changes.new-adjustment'),
          needs: 'adjustments.ask',
        },
        { href: countLinks.newScrap, label: say('changes.new-scrap'), needs: 'stock.scrap' },
        { href: countLinks.changes, label: say('changes.title'), needs: 'counts.view' },
        { href: countLinks.settings, label: say('count-settings.title'), needs: 'counts.view' },
      ]}
    />
  );
}

/** `/counts?queue=…&siteId=…&search=…&page=…` */
export async function showHub(visit: Visit) {
  const { say } = visit;
  const queue = chosenOf(visit, 'queue', countQueues) ?? 'live';
  const [search, siteId] = [searchParam(visit), idParam(visit, 'siteId')];
  const [{ total, counts }, waiting, sites] = await Promise.all([
    visit.ask(listCounts, { queue, search, siteId, page: pageNumber(visit), limit }),
    visit.ask(listStockChanges, { queue: 'waiting', siteId, limit: 10 }),
    siteOptions(visit, 'counts.view'),
  ]);
  return show(
    visit,
    { title: say('counts.title'), section: 'counts' },
    <>
      <CountsLinks visit={visit} />
      <nav class="tabs" aria-label={say('counts.queue-label')}>
        {countQueues.map((one) => (
          <a
            href={`${countLinks.hub}?${new URLSearchParams({ queue: one, search })}`}
            aria-current={one === queue ? 'page' : undefined}
          >
            {say(`counts.queue.${one}`)}
          </a>
        ))}
      </nav>
      <SearchBox visit={visit} label={say('counts.search')} kept={{ queue }}>
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('counts.site')}
          all={say('counts.all-sites')}
          options={sites}
        />
      </SearchBox>
      <CountTable visit={visit} counts={counts} />
      <Pager visit={visit} total={total} limit={limit} />
      <h2>{say('changes.title')}</h2>
      <ChangeTable visit={visit} changes={waiting.changes} empty={say('changes.none')} />
      {waiting.total > waiting.changes.length ? (
        <p>
          <a href={countLinks.changes}>{say('list.total', { total: waiting.total })}</a>
        </p>
      ) : null}
    </>,
  );
}
