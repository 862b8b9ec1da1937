/**
 * Carries what is on the road to the place of the party it was sent to. A shipment to a site of ours
 * is received there by whoever unpacks it, never from here.
 */
import { getPartyRow, place, postEntry } from '../../inventory/index.ts';
import { advance } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import type { Work } from '../../platform/work.ts';
import { documentOf } from '../effects.ts';
import { shipmentsErrors } from '../errors.ts';
import { onTheWayOf } from '../line-sums.rules.ts';
import { changeLine, linesOf, pileOnTheWay } from '../lines.store.ts';
import { lockOrdersOf } from '../lock-with-orders.ts';
import { sendToShipment } from '../send.ts';
import { shipmentFlow } from '../shipment.machine.ts';
import { tellSources } from '../sources.ts';
import type { ShipmentRow } from '../store.ts';

const placeOfParty: Readonly<Record<string, string>> = {
  customer: place.customer,
  supplier: place.supplier,
  repairer: place.repairer,
};

async function placeOf(work: Work, partyId: string | null): Promise<string> {
  if (partyId === null) throw shipmentsErrors.error('received-at-dock');
  const { kind } = await getPartyRow(work.db, partyId);
  const locationId = placeOfParty[kind];
  if (locationId === undefined) throw shipmentsErrors.error('received-at-dock');
  return locationId;
}

/**
 * Delivers everything of a locked shipment that is on the road.
 * @throws shipments.received-at-dock, event-not-allowed, nothing-on-the-way
 */
export async function deliver(work: Work, row: ShipmentRow): Promise<ShipmentRow> {
  const locationId = await placeOf(work, row.toPartyId);
  advance(shipmentFlow, storedOf(row), { type: 'arrive', isLast: true });
  const all = (await linesOf(work, row.id)).map((line) => ({ line, quantity: onTheWayOf(line) }));
  const parts = all.filter(({ quantity }) => quantity > 0);
  if (parts.length === 0) throw shipmentsErrors.error('nothing-on-the-way');
  await lockOrdersOf(
    work,
    parts.map(({ line }) => line),
  );
  await postEntry(work, {
    kind: 'delivery',
    document: documentOf(row),
    reason: null,
    siteId: row.fromSiteId,
    lines: parts.map(({ line, quantity }) => {
      const from = pileOnTheWay(line);
      const to = { ...from, locationId, handlingUnitId: null };
      return { from, to, quantity, serialId: line.serialId, holdId: null };
    }),
  });
  for (const { line, quantity } of parts) {
    await changeLine(work, line.id, { received: line.received + quantity });
  }
  const saved = await sendToShipment(work, row, { type: 'arrive', isLast: true });
  await tellSources(work, saved, { fate: 'arrived', parts });
  return saved;
}
