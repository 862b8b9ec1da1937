/** The list of returns: by what they wait for, by search, 50 a page. */
import { lineQueues, listLines } from '../../../rma/index.ts';
import { show } from '../../layout.tsx';
import { Pager, pageNumber, SearchBox } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { LineTable } from './line-table.tsx';

const limit = 50;

/** `/rmas?queue=…&search=…&page=…` */
export async function showLines(visit: Visit) {
  const { say } = visit;
  const queue = lineQueues.find((one) => one === visit.param('queue')) ?? 'open';
  const search = visit.param('search').trim().slice(0, 100);
  const asked = { queue, search, page: pageNumber(visit), limit };
  const { total, lines } = await visit.ask(listLines, asked);
  return show(
    visit,
    { title: say('rma.title'), section: 'rmas' },
    <>
      {visit.can('rma.authorize') ? (
        <p>
          <a class="button main" href="/rmas/new">
            {say('rma.new')}
          </a>
        </p>
      ) : null}
      <nav class="tabs" aria-label={say('rma.queue-label')}>
        {lineQueues.map((one) => (
          <a
            href={`/rmas?${new URLSearchParams({ queue: one, search })}`}
            aria-current={one === queue ? 'page' : undefined}
          >
            {say(`rma.queue.${one}`)}
          </a>
        ))}
      </nav>
      <SearchBox visit={visit} label={say('rma.search-label')} kept={{ queue }} />
      <LineTable visit={visit} caption={say(`rma.queue.${queue}`)} lines={lines} />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
