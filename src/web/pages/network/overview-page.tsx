/** The network at a glance: the picture, and from where stock reaches a site and when. */
import type { z } from 'zod';
import type { LaneView } from '../../../network/contract.ts';
import { listLanes, previewArrivals } from '../../../network/index.ts';
import { show } from '../../layout.tsx';
import type { Option } from '../../ui/fields.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { FilterChoice } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { moneyText } from '../parts/money-text.ts';
import { idParam } from '../stock/filters.ts';
import { mapSitesMax } from './map-layout.ts';
import { NetworkPicture } from './network-picture.tsx';
import { reasonText } from './transit-text.ts';

type Arrival = z.output<typeof previewArrivals.output>['arrivals'][number];

const pageSize = 200;

/** Every lane of a site, or of all. */
async function allLanes(visit: Visit, siteId: string | null): Promise<LaneView[]> {
  const lanes: LaneView[] = [];
  for (let page = 1; ; page += 1) {
    const found = await visit.ask(listLanes, { siteId, page, limit: pageSize });
    lanes.push(...found.lanes);
    if (lanes.length >= found.total || found.lanes.length === 0) return lanes;
  }
}

function Picture({ visit, lanes }: { visit: Visit; lanes: readonly LaneView[] }) {
  const { say } = visit;
  const drawn = lanes.map(({ fromSiteCode: from, toSiteCode: to, leadHours }) => ({
    ...{ from, to, leadHours },
  }));
  const sites = new Set(drawn.flatMap(({ from, to }) => [from, to])).size;
  if (sites === 0) return <p class="empty">{say('network.map-none')}</p>;
  if (sites > mapSitesMax) return <p class="notice">{say('network.map-many')}</p>;
  return <NetworkPicture visit={visit} lanes={drawn} />;
}

function arrivalColumns(visit: Visit): Column<Arrival>[] {
  const { say } = visit;
  return [
    { heading: say('network.from'), kind: 'code', cell: ({ fromSiteCode }) => fromSiteCode },
    { heading: say('network.via'), kind: 'code', cell: ({ siteCodes }) => siteCodes.join(' → ') },
    { heading: say('network.departs'), cell: ({ departAt }) => momentText(departAt) },
    { heading: say('network.arrives'), cell: ({ arriveAt }) => momentText(arriveAt) },
    { heading: say('network.latest'), cell: ({ latestAt }) => momentText(latestAt) },
    {
      heading: say('network.cost'),
      kind: 'number',
      cell: ({ costMinor, currency }) => moneyText(costMinor, currency ?? ''),
    },
    {
      heading: say('network.reasons'),
      cell: ({ reasons }) =>
        reasons.length === 0 ? '—' : reasons.map((one) => <p>{reasonText(visit, one)}</p>),
    },
  ];
}

async function Arrivals({ visit, sites }: { visit: Visit; sites: readonly Option[] }) {
  const { say } = visit;
  const siteId = idParam(visit, 'siteId');
  const asked = sites.find(({ value }) => value === siteId);
  if (asked === undefined) return null;
  const { readyAt, arrivals } = await visit.ask(previewArrivals, { toSiteId: asked.value });
  const caption = say('network.arrivals-for', { moment: momentText(readyAt), site: asked.label });
  return (
    <section aria-labelledby="arrivals">
      <h2 id="arrivals">{caption}</h2>
      <p class="fine">{say('network.utc')}</p>
      <Table
        visit={visit}
        caption={caption}
        columns={arrivalColumns(visit)}
        rows={arrivals}
        empty={say('network.arrivals-none')}
      />
    </section>
  );
}

/** Shows the network, of all sites or of one. */
export async function showNetwork(visit: Visit) {
  const { say } = visit;
  const [lanes, sites] = await Promise.all([
    allLanes(visit, idParam(visit, 'siteId')),
    siteOptions(visit, 'sites.view'),
  ]);
  return show(
    visit,
    { title: say('network.title'), section: 'admin' },
    <>
      <p>{say('network.intro')}</p>
      <PageLinks
        visit={visit}
        links={[
          { href: '/network/lanes', label: say('network.lanes') },
          { href: '/network/calendars', label: say('network.calendars') },
          { href: '/network/return-routes', label: say('network.routes') },
          { href: '/sites', label: say('sites.title') },
        ]}
      />
      <form method="get" class="filter">
        <FilterChoice
          visit={visit}
          name="siteId"
          label={say('network.arrivals')}
          all={say('network.site-any')}
          options={sites}
        />
        <button type="submit">{say('network.arrivals-go')}</button>
      </form>
      {await Arrivals({ visit, sites })}
      <section aria-labelledby="map">
        <h2 id="map">{say('network.map')}</h2>
        <Picture visit={visit} lanes={lanes} />
      </section>
    </>,
  );
}
