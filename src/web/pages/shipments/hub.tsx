/** The desk of shipments: what waits to be picked, packed, sent, and what is on the road or late. */
import {
  countShipmentWork,
  listOnTheWay,
  listShipments,
  shipmentQueues,
} from '../../../shipments/index.ts';
import { show } from '../../layout.tsx';
import { Pager, pageNumber, SearchBox } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { shipmentLinks } from './addresses.ts';
import { OnTheWayTable, ShipmentTable } from './shipment-tables.tsx';

const limit = 50;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function idParam(visit: Visit, name: string): string | null {
  const value = visit.param(name);
  return uuid.test(value) ? value : null;
}

async function Tiles({ visit }: { visit: Visit }) {
  const { say } = visit;
  const counts = await visit.ask(countShipmentWork, {});
  const tiles = [
    { key: 'shipments.tile.to-pick', count: counts.toPick, href: '/shipments/pick' },
    { key: 'shipments.tile.to-pack', count: counts.toPack, href: shipmentLinks.hub('to-pack') },
    { key: 'shipments.tile.to-ship', count: counts.toShip, href: shipmentLinks.hub('to-ship') },
    {
      key: 'shipments.tile.in-transit',
      count: counts.inTransit,
      href: shipmentLinks.hub('in-transit'),
    },
    { key: 'shipments.tile.overdue', count: counts.overdue, href: shipmentLinks.hub('overdue') },
  ] as const;
  return (
    <ul class="tiles">
      {tiles.map(({ key, count, href }) => (
        <li>
          <a href={href} class={key === 'shipments.tile.overdue' && count > 0 ? 'bad' : undefined}>
            <b>{count}</b> {say(key)}
          </a>
        </li>
      ))}
    </ul>
  );
}

async function listFor(visit: Visit, queue: (typeof shipmentQueues)[number]) {
  const fromSiteId = idParam(visit, 'siteId');
  const page = pageNumber(visit);
  if (queue === 'in-transit' || queue === 'overdue') {
    const onlyOverdue = queue === 'overdue';
    const found = await visit.ask(listOnTheWay, { fromSiteId, onlyOverdue, page, limit });
    return { total: found.total, table: <OnTheWayTable visit={visit} boxes={found.boxes} /> };
  }
  const search = visit.param('search').trim().slice(0, 100);
  const found = await visit.ask(listShipments, { queue, fromSiteId, search, page, limit });
  return { total: found.total, table: <ShipmentTable visit={visit} shipments={found.shipments} /> };
}

/** `/shipments?queue=…&siteId=…&search=…&page=…` */
export async function showHub(visit: Visit) {
  const { say } = visit;
  const queue = shipmentQueues.find((one) => one === visit.param('queue')) ?? 'to-pack';
  const [{ total, table }, sites] = await Promise.all([
    listFor(visit, queue),
    siteOptions(visit, 'shipments.view'),
  ]);
  const siteId = visit.param('siteId');
  return show(
    visit,
    { title: say('shipments.title'), section: 'shipments', scan: { hasFocus: true } },
    <>
      {await Tiles({ visit })}
      <PageLinks
        visit={visit}
        links={[
          {
            href: '/shipments/pick',
            label: say('shipments.pick'),
            needs: 'shipments.work',
            isMain: true,
          },
          {
            href: '/shipments/short-picks',
            label: say('shipments.short-picks'),
            needs: 'shipments.view',
          },
        ]}
      />
      <nav class="tabs" aria-label={say('shipments.queue-label')}>
        {shipmentQueues.map((one) => (
          <a
            href={`/shipments?${new URLSearchParams({ queue: one, siteId })}`}
            aria-current={one === queue ? 'page' : undefined}
          >
            {say(`shipments.queue.${one}`)}
          </a>
        ))}
      </nav>
      <SearchBox visit={visit} label={say('shipments.search')} kept={{ queue }}>
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('shipments.from-site')}
          all={say('shipments.all-sites')}
          options={sites}
        />
      </SearchBox>
      {table}
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
