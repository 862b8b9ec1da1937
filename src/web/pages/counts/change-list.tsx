/** All adjustments and scrapping: by what they wait for, by kind, by search. */
import { changeQueues, listStockChanges } from '../../../counts/index.ts';
import { show } from '../../layout.tsx';
import { Pager, pageNumber, SearchBox } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { idParam, searchParam } from '../stock/filters.ts';
import { ChangeTable } from './change-table.tsx';
import { CountsLinks } from './hub.tsx';
import { countLinks } from './links.ts';

const limit = 50;
const kinds = ['adjustment', 'scrap'] as const;

/** `/counts/changes?queue=…&kind=…&siteId=…&search=…` */
export async function showChanges(visit: Visit) {
  const { say } = visit;
  const queue = chosenOf(visit, 'queue', changeQueues) ?? 'waiting';
  const kind = chosenOf(visit, 'kind', kinds);
  const [search, siteId] = [searchParam(visit), idParam(visit, 'siteId')];
  const [{ total, changes }, sites] = await Promise.all([
    visit.ask(listStockChanges, { queue, kind, siteId, search, page: pageNumber(visit), limit }),
    siteOptions(visit, 'counts.view'),
  ]);
  return show(
    visit,
    { title: say('changes.title'), section: 'counts' },
    <>
      <CountsLinks visit={visit} />
      <nav class="tabs" aria-label={say('changes.queue-label')}>
        {changeQueues.map((one) => (
          <a
            href={`${countLinks.changes}?${new URLSearchParams({ queue: one, search })}`}
            aria-current={one === queue ? 'page' : undefined}
          >
            {say(`changes.queue.${one}`)}
          </a>
        ))}
      </nav>
      <SearchBox visit={visit} label={say('changes.search')} kept={{ queue }}>
        <FilterChoice
          visit={visit}
          name="kind"
          label={say('changes.kind')}
          all={say('changes.all-kinds')}
          options={kinds.map((value) => ({ value, label: say(`changes.kind.${value}`) }))}
        />
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('counts.site')}
          all={say('counts.all-sites')}
          options={sites}
        />
      </SearchBox>
      <ChangeTable visit={visit} changes={changes} empty={say('changes.none')} />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
