/** Locations in a table: where each is on the walk, whose it is, and whether anything lies there. */
import type { z } from 'zod';
import type { listLocations } from '../../../inventory/index.ts';
import { links } from '../../links.ts';
import type { Option } from '../../ui/fields.tsx';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { documentLinks } from '../documents/pages.ts';
import { wordOf } from '../word-of.ts';
import { siteLinks } from './site-links.ts';

export type LocationRow = z.output<typeof listLocations.output>['locations'][number];

/** Empty, in use, or retired. */
export function StateChip({ visit, row }: { visit: Visit; row: LocationRow }) {
  const { say } = visit;
  if (row.retiredAt !== null) return <Chip tone="bad">{say('sites.state.retired')}</Chip>;
  if (row.kind === 'zone') return <>—</>;
  if (row.piles === 0) return <Chip>{say('sites.state.empty')}</Chip>;
  return <Chip tone="good">{say('sites.state.used')}</Chip>;
}

function columnsOf(visit: Visit, nameOf: (id: string | null) => string): Column<LocationRow>[] {
  const { say } = visit;
  const stock: Column<LocationRow> = {
    heading: say('sites.stock'),
    cell: ({ id, kind }) =>
      kind === 'zone' ? '—' : <a href={links.location(id)}>{say('sites.stock')}</a>,
  };
  const label: Column<LocationRow> = {
    heading: say('sites.label'),
    cell: ({ id, kind, retiredAt }) =>
      kind === 'zone' || retiredAt !== null ? (
        '—'
      ) : (
        <a href={documentLinks.locationLabel(id, 'pdf')}>{say('sites.label')}</a>
      ),
  };
  return [
    {
      heading: say('sites.walk'),
      kind: 'number',
      cell: ({ pickSequence }) => pickSequence ?? '—',
    },
    {
      heading: say('sites.location'),
      kind: 'code',
      cell: ({ id, code }) => <a href={siteLinks.location(id)}>{code}</a>,
    },
    { heading: say('sites.name'), cell: ({ name }) => name ?? '—' },
    { heading: say('sites.kind'), cell: ({ kind }) => wordOf(visit, 'sites.kind', kind) },
    { heading: say('sites.zone'), kind: 'code', cell: ({ parentCode }) => parentCode ?? '—' },
    { heading: say('sites.keeper'), cell: ({ custodianId }) => nameOf(custodianId) },
    { heading: say('sites.state'), cell: (row) => <StateChip visit={visit} row={row} /> },
    ...(visit.can('stock.view') ? [stock] : []),
    ...(visit.can('labels.print') ? [label] : []),
  ];
}

/** The table of a site's locations. */
export function LocationTable({
  visit,
  code,
  rows,
  people,
}: {
  visit: Visit;
  code: string;
  rows: readonly LocationRow[];
  people: readonly Option[];
}) {
  const names = new Map(people.map(({ value, label }) => [value, label]));
  const nameOf = (id: string | null) => (id === null ? '—' : (names.get(id) ?? '—'));
  return (
    <Table
      visit={visit}
      caption={visit.say('sites.locations', { code })}
      columns={columnsOf(visit, nameOf)}
      rows={rows}
      empty={visit.say('sites.location-none')}
    />
  );
}
