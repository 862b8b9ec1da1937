/**
 * Movements as a table: who, when, why, which document, and the balances before and after on both
 * sides. Offers the reversal of an entry to whoever may correct stock.
 */
import type { MovementRow } from '../../../inventory/contract.ts';
import { links } from '../../links.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';

/** The address of the movements of a document. */
export const documentMovements = (document: string) =>
  `/stock/movements?${new URLSearchParams({ document })}`;

interface Side {
  readonly location: string;
  readonly condition: string;
  readonly before: number;
  readonly after: number;
}

function SideCell({ visit, side }: { visit: Visit; side: Side }) {
  const { before, after } = side;
  const location = wordOf(visit, 'virtual-place', side.location);
  const condition = wordOf(visit, 'condition', side.condition);
  return (
    <>
      <span>{visit.say('moves.place', { location, condition })}</span>
      <br />
      <span class="figures">{visit.say('moves.change', { before, after })}</span>
    </>
  );
}

const fromSide = (row: MovementRow): Side => ({
  location: row.fromLocation,
  condition: row.fromCondition,
  before: row.fromBefore,
  after: row.fromAfter,
});
const toSide = (row: MovementRow): Side => ({
  location: row.toLocation,
  condition: row.toCondition,
  before: row.toBefore,
  after: row.toAfter,
});

function DocumentCell({ document }: { document: string | null }) {
  return document === null ? null : <a href={documentMovements(document)}>{document}</a>;
}

function ReverseCell({ visit, row }: { visit: Visit; row: MovementRow }) {
  const { say } = visit;
  if (row.reversedById !== null) return <span>{say('moves.was-reversed')}</span>;
  if (row.reversesId !== null) return <span>{say('moves.reverses')}</span>;
  if (!visit.can('stock.adjust') || !row.isReversible) return null;
  return <a href={`/stock/movements/${row.entryId}/reverse`}>{say('moves.reverse')}</a>;
}

function columnsOf(visit: Visit): Column<MovementRow>[] {
  const { say, locale } = visit;
  return [
    { heading: say('moves.at'), kind: 'code', cell: (row) => momentText(row.postedAt) },
    { heading: say('moves.who'), cell: (row) => row.actorName },
    { heading: say('moves.kind'), cell: (row) => wordOf(visit, 'moves.kind', row.kind) },
    {
      heading: say('stock.part'),
      cell: (row) => (
        <>
          <a class="code" href={links.part(row.partId)}>
            {row.partNumber}
          </a>
          <br />
          {nameIn(locale, row)}
        </>
      ),
    },
    { heading: say('stock.quantity'), kind: 'number', cell: (row) => row.quantity },
    { heading: say('stock.serials'), kind: 'code', cell: (row) => row.serialNumber ?? '' },
    { heading: say('moves.from'), cell: (row) => <SideCell visit={visit} side={fromSide(row)} /> },
    { heading: say('moves.to'), cell: (row) => <SideCell visit={visit} side={toSide(row)} /> },
    {
      heading: say('moves.document'),
      kind: 'code',
      cell: (row) => <DocumentCell document={row.document} />,
    },
    { heading: say('moves.why'), cell: (row) => row.reason ?? '' },
    { heading: say('moves.reverse'), cell: (row) => <ReverseCell visit={visit} row={row} /> },
  ];
}

/** Movements, newest first. */
export function MovementTable({ visit, rows }: { visit: Visit; rows: readonly MovementRow[] }) {
  const { say } = visit;
  return (
    <Table
      visit={visit}
      caption={say('moves.title')}
      columns={columnsOf(visit)}
      rows={rows}
      empty={say('moves.none')}
    />
  );
}
