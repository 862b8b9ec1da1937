/** Shipments and boxes on the road as tables. Shows; decides nothing. */
import type { z } from 'zod';
import type { ShipmentSummary } from '../../../shipments/contract.ts';
import type { listOnTheWay, listShortPicks } from '../../../shipments/index.ts';
import { links } from '../../links.ts';
import { Chip, Table } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';
import { shipmentLinks } from './addresses.ts';

type BoxOnTheWay = z.output<typeof listOnTheWay.output>['boxes'][number];
type ShortPickRow = z.output<typeof listShortPicks.output>['rows'][number];

/** Where a shipment goes, in one short text. */
export function destinationText(
  visit: Visit,
  to: Pick<
    ShipmentSummary,
    'toSiteCode' | 'toLocationCode' | 'toPartyCode' | 'toPartyNameEn' | 'toPartyNameZh'
  >,
): string {
  if (to.toPartyCode !== null) {
    const named = { nameEn: to.toPartyNameEn, nameZh: to.toPartyNameZh };
    return `${to.toPartyCode} ${nameIn(visit.locale, named)}`;
  }
  return [to.toSiteCode, to.toLocationCode].filter((code) => code !== null).join(' · ');
}

/** Where a shipment stands, and whether it is late. */
export function StateChips({
  visit,
  shipment,
}: {
  visit: Visit;
  shipment: Pick<ShipmentSummary, 'state' | 'isOverdue'>;
}) {
  const { say } = visit;
  const tones = {
    packing: 'wait',
    'in-transit': undefined,
    'partly-received': 'wait',
    received: 'good',
    lost: 'bad',
    cancelled: undefined,
  } as const;
  const tone = tones[shipment.state];
  return (
    <>
      <Chip {...(tone === undefined ? {} : { tone })}>
        {say(`shipments.state.${shipment.state}`)}
      </Chip>
      {shipment.isOverdue ? <Chip tone="bad">{say('shipments.overdue')}</Chip> : null}
    </>
  );
}

/** Shipments. */
export function ShipmentTable({
  visit,
  shipments,
}: {
  visit: Visit;
  shipments: readonly ShipmentSummary[];
}) {
  const { say } = visit;
  return (
    <Table
      visit={visit}
      caption={say('shipments.title')}
      rows={shipments}
      empty={say('shipments.none')}
      columns={[
        {
          heading: say('shipments.number'),
          kind: 'code',
          cell: (row) => <a href={shipmentLinks.shipment(row.shipmentId)}>{row.number}</a>,
        },
        {
          heading: say('shipments.state'),
          cell: (row) => <StateChips visit={visit} shipment={row} />,
        },
        { heading: say('shipments.from'), kind: 'code', cell: (row) => row.fromSiteCode },
        { heading: say('shipments.to'), kind: 'code', cell: (row) => destinationText(visit, row) },
        { heading: say('shipments.kind'), cell: (row) => say(`shipments.kind.${row.kind}`) },
        { heading: say('shipments.pieces'), kind: 'number', cell: (row) => row.pieces },
        { heading: say('shipments.unpacked'), kind: 'number', cell: (row) => row.unpackedPieces },
        { heading: say('shipments.boxes'), kind: 'number', cell: (row) => row.boxes },
        { heading: say('shipments.promised'), cell: (row) => momentText(row.promisedAt) },
        { heading: say('shipments.created'), cell: (row) => momentText(row.createdAt) },
      ]}
    />
  );
}

/** What is on the road, box by box. */
export function OnTheWayTable({ visit, boxes }: { visit: Visit; boxes: readonly BoxOnTheWay[] }) {
  const { say } = visit;
  const modeOf = (row: BoxOnTheWay) => [row.mode, row.carrier].filter(Boolean).join(' · ');
  return (
    <Table
      visit={visit}
      caption={say('shipments.queue.in-transit')}
      rows={boxes}
      empty={say('shipments.none-on-the-way')}
      columns={[
        {
          heading: say('shipments.number'),
          kind: 'code',
          cell: (row) => <a href={shipmentLinks.shipment(row.shipmentId)}>{row.number}</a>,
        },
        {
          heading: say('shipments.box'),
          kind: 'code',
          cell: (row) => row.boxNumber ?? say('shipments.unboxed'),
        },
        { heading: say('shipments.from'), kind: 'code', cell: (row) => row.fromSiteCode },
        {
          heading: say('shipments.to'),
          kind: 'code',
          cell: (row) => row.toSiteCode ?? row.toPartyCode ?? '—',
        },
        { heading: say('shipments.pieces'), kind: 'number', cell: (row) => row.pieces },
        { heading: say('shipments.lane'), cell: (row) => modeOf(row) || '—' },
        {
          heading: say('shipments.tracking'),
          kind: 'code',
          cell: (row) => row.trackingNumber ?? '',
        },
        { heading: say('shipments.shipped'), cell: (row) => momentText(row.shippedAt) },
        {
          heading: say('shipments.promised'),
          cell: (row) => (
            <>
              {momentText(row.promisedAt)}{' '}
              {row.isOverdue ? <Chip tone="bad">{say('shipments.overdue')}</Chip> : null}
            </>
          ),
        },
      ]}
    />
  );
}

/** Bins that held less than was promised. */
export function ShortPickTable({ visit, rows }: { visit: Visit; rows: readonly ShortPickRow[] }) {
  const { say } = visit;
  return (
    <Table
      visit={visit}
      caption={say('shipments.short-picks')}
      rows={rows}
      empty={say('shipments.no-short-picks')}
      columns={[
        { heading: say('shipments.when'), cell: (row) => momentText(row.at) },
        {
          heading: say('shipments.bin'),
          kind: 'code',
          cell: (row) => <a href={links.location(row.locationId)}>{row.locationCode}</a>,
        },
        {
          heading: say('shipments.part'),
          kind: 'code',
          cell: (row) => <a href={links.part(row.partId)}>{row.partNumber}</a>,
        },
        { heading: say('shipments.name'), cell: (row) => nameIn(visit.locale, row) },
        { heading: say('shipments.wanted'), kind: 'number', cell: (row) => row.wanted },
        { heading: say('shipments.found'), kind: 'number', cell: (row) => row.found },
        { heading: say('shipments.reason'), cell: (row) => say(`shipments.short.${row.reason}`) },
        { heading: say('shipments.note'), cell: (row) => row.note ?? '' },
        { heading: say('shipments.by'), cell: (row) => row.byName },
      ]}
    />
  );
}
