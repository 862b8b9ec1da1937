/**
 * Sends an event to a locked shipment: advance the machine, perform its effects in order, save. What
 * the machine has to know of the contents is read from the lines here. It decides nothing.
 */
import { advance } from '../platform/flow.ts';
import { storedOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { type ShipmentCase, shipmentHandlers } from './effects.ts';
import { contentsOf } from './line-sums.rules.ts';
import { linesOf } from './lines.store.ts';
import { shipmentFlow } from './shipment.machine.ts';
import type { ShipmentEffects, ShipmentEvent } from './shipment.vocabulary.ts';
import { type ShipmentChanges, type ShipmentRow, saveShipment } from './store.ts';

type Handler = (work: Work, on: ShipmentCase, params: unknown) => Promise<void>;

/** The handler of an effect; the handler record is exhaustive by type, so one is always there. */
function handlerOf(type: keyof ShipmentEffects): Handler {
  return shipmentHandlers[type] as Handler;
}

/**
 * Sends an event to a locked shipment and saves it.
 * @throws shipments.event-not-allowed or the code of the guard that refused, and what effects throw
 */
export async function sendToShipment(
  work: Work,
  row: ShipmentRow,
  event: ShipmentEvent,
  changes: ShipmentChanges = {},
): Promise<ShipmentRow> {
  const move = advance(shipmentFlow, storedOf(row), event);
  const on: ShipmentCase = { row, changes: { ...changes } };
  for (const effect of move.effects) {
    await handlerOf(effect.type)(work, on, effect.params);
  }
  work.about(`shipment:${row.id}`);
  return saveShipment(work, row, move.stored, on.changes);
}

/**
 * Tells the shipment what it holds after lines were added, packed, unpacked or taken off.
 * @throws shipments.event-not-allowed when it is not being packed any more
 */
export async function noteContents(work: Work, row: ShipmentRow): Promise<ShipmentRow> {
  const contents = contentsOf(await linesOf(work, row.id));
  return sendToShipment(work, row, { type: 'note-contents', ...contents });
}
