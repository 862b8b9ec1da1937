/** The first page: one tile for each pile of work the reader may see, with how much waits there. */
import { countRequests } from '../../../orders/index.ts';
import { countQueues } from '../../../rma/index.ts';
import { show } from '../../layout.tsx';
import { navigation } from '../../navigation.ts';
import type { PageRoutes } from '../../page-routes.ts';
import type { Visit } from '../../visit.ts';
import { noticesPanel, takeRead } from './notices.tsx';

async function requestTiles(visit: Visit) {
  if (!visit.can('requests.view')) return [];
  const { toApprove, ownOpen } = await visit.ask(countRequests, {});
  const approve = {
    key: 'home.tile.requests-to-approve',
    count: toApprove,
    href: '/requests?shelf=waiting',
  } as const;
  const own = {
    key: 'home.tile.own-requests',
    count: ownOpen,
    href: '/requests?shelf=mine',
  } as const;
  return [
    ...(visit.can('requests.approve') ? [approve] : []),
    ...(visit.can('requests.submit') ? [own] : []),
  ];
}

async function returnTiles(visit: Visit) {
  if (!visit.can('rma.view')) return [];
  const counts = await visit.ask(countQueues, {});
  const receive = visit.can('rma.receive') ? '/receiving' : '/rmas?queue=to-receive';
  const bench = visit.can('repair.work') ? '/bench' : '/rmas?queue=on-bench';
  const ship = visit.can('rma.ship') ? '/shipping' : '/rmas?queue=to-ship';
  return [
    { key: 'home.tile.to-receive', count: counts.toReceive, href: receive },
    {
      key: 'home.tile.in-quarantine',
      count: counts.inQuarantine,
      href: '/rmas?queue=in-quarantine',
    },
    { key: 'home.tile.to-decide', count: counts.toDecide, href: '/rmas?queue=to-decide' },
    { key: 'home.tile.on-bench', count: counts.onBench, href: bench },
    { key: 'home.tile.to-ship', count: counts.toShip, href: ship },
    { key: 'home.tile.in-transit', count: counts.inTransit, href: '/rmas?queue=in-transit' },
    { key: 'home.tile.overdue', count: counts.overdue, href: '/rmas?queue=open' },
  ] as const;
}

async function showHome(visit: Visit) {
  const { say } = visit;
  const [returns, requests, news] = await Promise.all([
    returnTiles(visit),
    requestTiles(visit),
    noticesPanel(visit),
  ]);
  const rest = navigation.filter(
    ({ section, needs }) =>
      ['stock', 'parts', 'planning', 'admin'].includes(section) && needs.some(visit.can),
  );
  return show(
    visit,
    { title: say('home.title'), section: 'home', floor: true, scan: { hasFocus: true } },
    <>
      <p>{say('home.hint')}</p>
      <ul class="tiles">
        {[...returns, ...requests].map(({ key, count, href }) => (
          <li>
            <a href={href} class={key === 'home.tile.overdue' && count > 0 ? 'bad' : undefined}>
              <b>{count}</b> {say(key)}
            </a>
          </li>
        ))}
      </ul>
      {news}
      <p class="row">
        {rest.map(({ href, label }) => (
          <a class="button" href={href}>
            {say(label)}
          </a>
        ))}
      </p>
    </>,
  );
}

/** `/`, and what is put away there. */
export function homePages(pages: PageRoutes): void {
  pages.get('/', 'signed-in', showHome);
  pages.post('/notices/read', 'signed-in', takeRead);
}
