/** The piles of stock as a table, for the stock page and the page of a part. Shows; decides nothing. */
import type { StockRow } from '../../../inventory/contract.ts';
import { links } from '../../links.ts';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';

const serialsShown = 10;

function serialsOf(visit: Visit, { serialNumbers, onHand }: StockRow): string {
  const numbers = serialNumbers.slice(0, serialsShown).join(', ');
  const count = onHand - Math.min(serialsShown, serialNumbers.length);
  return serialNumbers.length === 0 || count <= 0
    ? numbers
    : visit.say('stock.serials-more', { numbers, count });
}

/** Colours for conditions; the word says it too. */
export const conditionTone = {
  new: 'good',
  good: 'good',
  unverified: 'wait',
  defective: 'bad',
  quarantine: 'bad',
} as const;

/** The last day of a lot; a lot past it says so. */
export function expiryOf(visit: Visit, { expiresOn, isExpired }: StockRow) {
  if (expiresOn === null) return '';
  if (!isExpired) return expiresOn;
  return <Chip tone="bad">{visit.say('stock.expired', { day: expiresOn })}</Chip>;
}

/** The place, leading to the pile; what is on the road between sites lies in no pile of a site. */
function PlaceCell({ visit, row }: { visit: Visit; row: StockRow }) {
  const place = wordOf(visit, 'virtual-place', row.locationCode);
  return row.siteCode === null ? (
    <span>{place}</span>
  ) : (
    <a href={links.pile(row.bucketId)}>{place}</a>
  );
}

/** Columns that most lists have no use for: shown when a row fills them. */
function rareColumns(visit: Visit, rows: readonly StockRow[]): Column<StockRow>[] {
  const { say } = visit;
  const lot: Column<StockRow>[] = [
    { heading: say('stock.lot'), kind: 'code', cell: (row) => row.lotNumber ?? '' },
    { heading: say('stock.expires'), kind: 'code', cell: (row) => expiryOf(visit, row) },
  ];
  const box: Column<StockRow>[] = [
    { heading: say('stock.box'), kind: 'code', cell: (row) => row.boxNumber ?? '' },
  ];
  return [
    ...(rows.some(({ lotNumber }) => lotNumber !== null) ? lot : []),
    ...(rows.some(({ boxNumber }) => boxNumber !== null) ? box : []),
  ];
}

function serialColumn(visit: Visit, rows: readonly StockRow[]): Column<StockRow>[] {
  if (rows.every(({ serialNumbers }) => serialNumbers.length === 0)) return [];
  const heading = visit.say('stock.serials');
  return [{ heading, kind: 'code', cell: (row) => serialsOf(visit, row) }];
}

function columnsOf(visit: Visit, rows: readonly StockRow[]): Column<StockRow>[] {
  const { say, locale } = visit;
  const ownerOf = (row: StockRow) =>
    nameIn(locale, { nameEn: row.ownerNameEn, nameZh: row.ownerNameZh });
  return [
    {
      heading: say('stock.part'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.partId)}>{row.partNumber}</a>,
    },
    { heading: say('stock.name'), cell: (row) => nameIn(locale, row) },
    {
      heading: say('stock.location'),
      kind: 'code',
      cell: (row) => <PlaceCell visit={visit} row={row} />,
    },
    {
      heading: say('stock.condition'),
      cell: (row) => (
        <Chip tone={conditionTone[row.condition]}>{wordOf(visit, 'condition', row.condition)}</Chip>
      ),
    },
    {
      heading: say('stock.owner'),
      cell: (row) => (row.isOurs ? ownerOf(row) : <Chip tone="wait">{ownerOf(row)}</Chip>),
    },
    ...rareColumns(visit, rows),
    { heading: say('stock.on-hand'), kind: 'number', cell: (row) => row.onHand },
    { heading: say('stock.reserved'), kind: 'number', cell: (row) => row.reserved },
    { heading: say('stock.available'), kind: 'number', cell: (row) => row.available },
    ...serialColumn(visit, rows),
    {
      heading: say('moves.title'),
      cell: (row) => (
        <a href={`/stock/movements?partId=${row.partId}`} title={say('stock.history')}>
          {say('moves.title')}
        </a>
      ),
    },
  ];
}

/** Piles of stock; `empty` says what to do when there is none. */
export function StockTable({
  visit,
  rows,
  empty,
}: {
  visit: Visit;
  rows: readonly StockRow[];
  empty: string;
}) {
  const { say } = visit;
  return (
    <Table
      visit={visit}
      caption={say('stock.title')}
      columns={columnsOf(visit, rows)}
      rows={rows}
      empty={empty}
    />
  );
}
