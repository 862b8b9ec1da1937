/** The refusals that commands on shipments share. */
import { postingErrors } from '../inventory/index.ts';

/** What orders may refuse when they are told of their goods. */
const orderErrors = [
  'orders.unknown-allocation',
  'orders.stage-differs',
  'orders.quantity-is-there',
  'orders.event-not-allowed',
  'orders.version-changed',
] as const;

/** Every command that takes goods out of bins. */
export const pickErrors = [
  ...postingErrors,
  ...orderErrors,
  'inventory.unknown-site',
  'shipments.version-changed',
  'shipments.event-not-allowed',
  'shipments.taken-meanwhile',
  'shipments.site-has-no-packing-area',
] as const;

/** Every command that moves a shipment. */
export const shipmentErrors = [
  ...postingErrors,
  ...orderErrors,
  'shipments.unknown-shipment',
  'shipments.version-changed',
  'shipments.event-not-allowed',
  'shipments.it-holds-goods',
  'shipments.everything-is-packed',
  'shipments.something-is-lost',
] as const;
