/** Kits by site: how many are there, how many can be built, what ends it. Shows; reckons nothing. */
import type { SiteBuildable } from '../../../kits/contract.ts';
import { links } from '../../links.ts';
import type { Column } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';

function Limits({ visit, limits }: { visit: Visit; limits: SiteBuildable['limits'] }) {
  if (limits.length === 0) return <span>—</span>;
  return (
    <ul>
      {limits.map(({ partId, partNumber, short }) => (
        <li>
          <a class="code" href={links.part(partId)}>
            {visit.say('kits.limit', { partNumber, short })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The columns about one site; a row without a site has dashes. */
export function siteColumns<Row>(
  visit: Visit,
  of: (row: Row) => SiteBuildable | null,
): Column<Row>[] {
  const { say } = visit;
  return [
    { heading: say('kits.site'), kind: 'code', cell: (row) => of(row)?.siteCode ?? '—' },
    { heading: say('kits.on-hand'), kind: 'number', cell: (row) => of(row)?.onHand ?? '—' },
    { heading: say('kits.buildable'), kind: 'number', cell: (row) => of(row)?.buildable ?? '—' },
    {
      heading: say('kits.limits'),
      cell: (row) => <Limits visit={visit} limits={of(row)?.limits ?? []} />,
    },
  ];
}
