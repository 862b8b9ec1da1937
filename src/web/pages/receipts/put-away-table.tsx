/** What lies at the docks: what is to be put away and where, and what stays because an order waits. */
import type { ToPutAway } from '../../../receipts/contract.ts';
import { Chip, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { receiptLinks } from './links.ts';

function Where({ visit, row }: { visit: Visit; row: ToPutAway }) {
  const { say } = visit;
  if (row.free === 0) {
    return (
      <Chip tone="wait">
        {say('receipts.for-order', { orders: row.orderNumbers.join(', ') || '—' })}
      </Chip>
    );
  }
  const values = {
    partId: row.partNumber,
    fromLocationId: row.locationCode,
    toLocationId: row.binCode ?? '',
    condition: row.condition,
    quantity: String(row.free),
    lotNumber: row.lotNumber ?? '',
  };
  if (row.condition === 'unverified' && visit.can('receipts.work')) {
    const { toLocationId: _, condition: _c, fromLocationId: locationId, ...rest } = values;
    return <a href={receiptLinks.inspectOf({ ...rest, locationId })}>{say('receipts.inspect')}</a>;
  }
  const why = row.because === null ? '' : say(`receipts.because.${row.because}`);
  return (
    <>
      <span class="code">{row.binCode ?? '—'}</span> {why}{' '}
      {visit.can('receipts.work') ? (
        <a href={receiptLinks.putAwayOf(values)}>{say('receipts.put-away-go')}</a>
      ) : null}
    </>
  );
}

/** The list; a row that belongs to an order says so and offers nothing. */
export function PutAwayTable({ visit, rows }: { visit: Visit; rows: readonly ToPutAway[] }) {
  const { say, locale } = visit;
  return (
    <Table
      visit={visit}
      caption={say('receipts.put-away')}
      rows={rows}
      empty={say('receipts.put-away-none')}
      columns={[
        {
          heading: say('stock.part'),
          cell: (row) => (
            <>
              <span class="code">{row.partNumber}</span> {nameIn(locale, row)}
            </>
          ),
        },
        { heading: say('stock.condition'), cell: (row) => say(`condition.${row.condition}`) },
        { heading: say('stock.lot'), kind: 'code', cell: (row) => row.lotNumber ?? '—' },
        { heading: say('stock.location'), kind: 'code', cell: (row) => row.locationCode },
        { heading: say('receipts.free'), kind: 'number', cell: (row) => row.free },
        { heading: say('receipts.promised-here'), kind: 'number', cell: (row) => row.promised },
        { heading: say('receipts.to-bin'), cell: (row) => <Where visit={visit} row={row} /> },
      ]}
    />
  );
}
