/** The network drawn: sites as boxes, lanes as arrows with their transit time. Needs no script. */
import type { Visit } from '../../visit.ts';
import { boxHeight, type MapLane, networkMap } from './map-layout.ts';
import { hoursText } from './transit-text.ts';

/** About how wide a text is drawn: hanzi are square, other letters about half of that. */
function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 13 : 7.5), 8);
}

/** The picture; everything in it stands in the table of lanes too. */
export function NetworkPicture({ visit, lanes }: { visit: Visit; lanes: readonly MapLane[] }) {
  const map = networkMap(lanes);
  const size = `${Math.ceil(map.width)} ${Math.ceil(map.height)}`;
  return (
    <figure class="network">
      <svg
        viewBox={`0 0 ${size}`}
        width={Math.ceil(map.width)}
        height={Math.ceil(map.height)}
        role="img"
        aria-label={visit.say('network.map')}
      >
        <defs>
          <marker
            id="lane-end"
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0 L10 5 L0 10 z" class="end" />
          </marker>
        </defs>
        {map.arrows.map(({ path }) => (
          <path d={path} class="lane" marker-end="url(#lane-end)" />
        ))}
        {map.arrows.map(({ label, leadHours, lanes: count }) => {
          const time = `${hoursText(visit, leadHours)}${count > 1 ? ` ×${count}` : ''}`;
          const width = textWidth(time);
          return (
            <g>
              <rect
                x={(label.x - width / 2).toFixed(1)}
                y={(label.y - 10).toFixed(1)}
                width={width}
                height="20"
                class="plate"
              />
              <text x={label.x.toFixed(1)} y={(label.y + 5).toFixed(1)} class="time">
                {time}
              </text>
            </g>
          );
        })}
        {map.sites.map(({ code, x, y, width }) => (
          <g>
            <rect
              x={(x - width / 2).toFixed(1)}
              y={(y - boxHeight / 2).toFixed(1)}
              width={width}
              height={boxHeight}
              rx="4"
              class="site"
            />
            <text x={x.toFixed(1)} y={(y + 5).toFixed(1)} class="name">
              {code}
            </text>
          </g>
        ))}
      </svg>
      <figcaption class="fine">{visit.say('network.map-hint')}</figcaption>
    </figure>
  );
}
