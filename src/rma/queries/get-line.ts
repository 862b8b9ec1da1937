/** One return with everything a desk shows of it, and what may happen to it now. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { offeredEvents } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { defineQuery } from '../../platform/query.ts';
import { id } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import {
  coverageView,
  type LineView,
  lineView,
  type shipmentView,
  type timelineRow,
} from '../contract.ts';
import { rmaErrors } from '../errors.ts';
import { faultsOf, partsOf } from '../repair/queries/bench-history.ts';
import { newestJob } from '../repair/store.ts';
import { rmaLineFlow } from '../rma-line.machine.ts';
import { findShipment, type ShipmentRow } from '../shipments.store.ts';
import { getLine, getRma } from '../store.ts';
import { iso, selectLines } from './line-summaries.ts';

function viewShipment(row: ShipmentRow | null): z.infer<typeof shipmentView> | null {
  if (row === null) return null;
  return {
    number: row.number,
    boxNumber: row.boxNumber,
    carrier: row.carrier,
    trackingNumber: row.trackingNumber,
    packedAt: iso(row.packedAt),
    shippedAt: row.shippedAt === null ? null : iso(row.shippedAt),
    deliveredAt: row.deliveredAt === null ? null : iso(row.deliveredAt),
  };
}

async function timelineOf(read: Read, lineId: string): Promise<z.infer<typeof timelineRow>[]> {
  const rows = await read.db.execute<{ at: string; command: string; actor_name: string }>(sql`
    select at, command, actor_name from activity
    where subject = ${`rma-line:${lineId}`} order by seq desc limit 200`);
  return [...rows].map((row) => ({
    at: iso(row.at),
    command: row.command,
    actorName: row.actor_name,
  }));
}

/** The view of one line. @throws rma.line-not-found */
async function viewLine(read: Read, lineId: string): Promise<LineView> {
  const row = await getLine(read, lineId);
  const [{ lines }, header, job, shipment, usedParts, faults, timeline] = await Promise.all([
    selectLines(read, sql`l.id = ${lineId}::uuid`, { limit: 1, offset: 0 }),
    getRma(read, row.rmaId),
    newestJob(read, lineId),
    findShipment(read, lineId),
    partsOf(read, lineId),
    faultsOf(read, lineId),
    timelineOf(read, lineId),
  ]);
  const summary = lines[0];
  if (summary === undefined) throw rmaErrors.error('line-not-found');
  return {
    ...summary,
    version: row.version,
    contactName: header.contactName,
    contactPhone: header.contactPhone,
    shipTo: header.shipTo,
    locale: header.locale === 'en' ? 'en' : 'zh-CN',
    faultDescription: row.faultDescription,
    accessories: row.accessories,
    arrivedSerial: row.arrivedSerial,
    coverage: coverageView.parse(row.coverage),
    chargeMinor: row.chargeMinor,
    chargeCurrency: row.chargeCurrency,
    chargeReference: row.chargeReference,
    jobId: job?.id ?? null,
    events: offeredEvents(rmaLineFlow, storedOf(row)).map((offered) => ({
      event: offered.event,
      allowed: offered.allowed,
      refusal: offered.allowed ? null : offered.refusal,
    })),
    shipment: viewShipment(shipment),
    usedParts,
    faults,
    timeline,
    closedAt: row.closedAt === null ? null : iso(row.closedAt),
  };
}

export const getRmaLine = defineQuery({
  name: 'rma.get',
  permission: 'rma.view',
  summary: 'One return with everything a desk shows of it, and what may happen to it now.',
  input: z.strictObject({ lineId: id }),
  output: lineView,
  errors: ['rma.line-not-found'],
  run: (read, { lineId }) => viewLine(read, lineId),
});
