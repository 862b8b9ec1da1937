/** The first page: one tile for each pile of work the reader may see, with how much waits there. */
import { show } from '../../layout.tsx';
import type { PageRoutes } from '../../page-routes.ts';
import type { Visit } from '../../visit.ts';
import { noticesPanel, takeRead } from './notices.tsx';
import { type Tile, type TileGroup, tileGroups } from './tiles.ts';

function Tiles({ visit, group: { heading, tiles } }: { visit: Visit; group: TileGroup }) {
  const { say } = visit;
  const look = ({ count, isLate }: Tile) =>
    count === 0 ? 'none' : isLate === true ? 'bad' : undefined;
  return (
    <section>
      <h2>{say(heading)}</h2>
      <ul class="tiles">
        {tiles.map((tile) => (
          <li>
            <a href={tile.href} class={look(tile)}>
              <b>{tile.count}</b> {say(tile.key)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function showHome(visit: Visit) {
  const { say } = visit;
  const [groups, news] = await Promise.all([tileGroups(visit), noticesPanel(visit)]);
  return show(
    visit,
    { title: say('home.title'), section: 'home', floor: true, scan: { hasFocus: true } },
    <>
      <p>{say('home.hint')}</p>
      {news}
      {groups.map((group) => (
        <Tiles visit={visit} group={group} />
      ))}
    </>,
  );
}

/** `/`, and what is put away there. */
export function homePages(pages: PageRoutes): void {
  pages.get('/', 'signed-in', showHome);
  pages.post('/notices/read', 'signed-in', takeRead);
}
