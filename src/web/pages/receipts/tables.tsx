/** The tables of receiving: what is coming, what is wrong, what came. They show and decide nothing. */
import type { ArrivalView, DiscrepancyView, ReceiptView } from '../../../receipts/contract.ts';
import { Chip, Table } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';
import { receiptLinks } from './links.ts';

const dash = (value: string | null) => value ?? '—';

/** What is on its way. */
export function ArrivalTable({ visit, rows }: { visit: Visit; rows: readonly ArrivalView[] }) {
  const { say } = visit;
  return (
    <Table
      visit={visit}
      caption={say('receipts.expected')}
      rows={rows}
      empty={say('receipts.expected-none')}
      columns={[
        {
          heading: say('receipts.promised'),
          cell: (row) => (
            <>
              {momentText(row.promisedAt)}{' '}
              {row.isOverdue ? <Chip tone="bad">{say('receipts.overdue')}</Chip> : null}
            </>
          ),
        },
        {
          heading: say('receipts.number'),
          kind: 'code',
          cell: (row) =>
            row.shipmentId === null ? (
              row.number
            ) : (
              <a href={receiptLinks.arrival(row.shipmentId)}>{row.number}</a>
            ),
        },
        { heading: say('receipts.what'), cell: (row) => say(`receipts.arrival.${row.kind}`) },
        {
          heading: say('receipts.way'),
          kind: 'code',
          cell: (row) => `${dash(row.fromSiteCode)} → ${row.siteCode}`,
        },
        {
          heading: say('receipts.carrier'),
          cell: (row) => [row.carrier, row.trackingNumber].filter(Boolean).join(' ') || '—',
        },
        { heading: say('receipts.boxes'), kind: 'number', cell: (row) => row.boxes },
        {
          heading: say('receipts.received-of'),
          kind: 'number',
          cell: (row) => `${row.received} / ${row.expected}`,
        },
      ]}
    />
  );
}

/** Discrepancies, open or settled. */
export function DiscrepancyTable({
  visit,
  rows,
}: {
  visit: Visit;
  rows: readonly DiscrepancyView[];
}) {
  const { say, locale } = visit;
  return (
    <Table
      visit={visit}
      caption={say('receipts.discrepancies')}
      rows={rows}
      empty={say('receipts.discrepancies-none')}
      columns={[
        {
          heading: say('receipts.number'),
          kind: 'code',
          cell: (row) => <a href={receiptLinks.discrepancy(row.id)}>{row.number}</a>,
        },
        {
          heading: say('receipts.wrong'),
          cell: (row) => (
            <Chip tone={row.state === 'open' ? 'wait' : 'good'}>
              {say(`receipts.kind.${row.kind}`)}
            </Chip>
          ),
        },
        {
          heading: say('stock.part'),
          cell: (row) =>
            row.partNumber === null ? (
              '—'
            ) : (
              <>
                <span class="code">{row.partNumber}</span> {nameIn(locale, row)}
              </>
            ),
        },
        {
          heading: say('receipts.open-of'),
          kind: 'number',
          cell: (row) => `${row.open} / ${row.quantity}`,
        },
        { heading: say('receipts.serial'), kind: 'code', cell: (row) => dash(row.serialNumber) },
        {
          heading: say('receipts.way'),
          kind: 'code',
          cell: (row) =>
            row.fromSiteCode === null ? row.siteCode : `${row.fromSiteCode} → ${row.siteCode}`,
        },
        {
          heading: say('receipts.document'),
          kind: 'code',
          cell: (row) => dash(row.documentNumber),
        },
        {
          heading: say('receipts.owner'),
          cell: (row) => row.ownerName ?? say('receipts.owner-nobody'),
        },
        { heading: say('receipts.found-at'), cell: (row) => momentText(row.createdAt) },
      ]}
    />
  );
}

/** Receipts, newest first. */
export function ReceiptTable({ visit, rows }: { visit: Visit; rows: readonly ReceiptView[] }) {
  const { say } = visit;
  return (
    <Table
      visit={visit}
      caption={say('receipts.receipts')}
      rows={rows}
      empty={say('receipts.receipts-none')}
      columns={[
        {
          heading: say('receipts.number'),
          kind: 'code',
          cell: (row) => <a href={receiptLinks.receipt(row.id)}>{row.number}</a>,
        },
        { heading: say('receipts.received-at'), cell: (row) => momentText(row.receivedAt) },
        { heading: say('receipts.what'), cell: (row) => wordOf(visit, 'receipts.from', row.kind) },
        {
          heading: say('receipts.document'),
          kind: 'code',
          cell: (row) => dash(row.documentNumber ?? row.sender),
        },
        { heading: say('stock.site'), kind: 'code', cell: (row) => row.siteCode },
        { heading: say('receipts.pieces'), kind: 'number', cell: (row) => row.pieces },
        {
          heading: say('receipts.wrong'),
          kind: 'number',
          cell: (row) => (row.openDiscrepancies === 0 ? '—' : row.openDiscrepancies),
        },
        { heading: say('receipts.received-by'), cell: (row) => row.receivedByName },
      ]}
    />
  );
}
