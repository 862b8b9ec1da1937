/** The verbs of an order, from the request to the shelf it is for, as programs send them. */
import { fresh, type Hand, inside, one, type Row, some, type Verb } from './hand.ts';

const orders = (queue: string) => ({
  path: `/orders?queue=${queue}`,
  name: 'orders',
  at: ({ orderId }: Row) => `/orders/${orderId}`,
});
const packing = {
  path: '/shipments?queue=to-pack',
  name: 'shipments',
  at: ({ shipmentId }: Row) => `/shipments/${shipmentId}`,
};

const request: Verb = async (hand) => {
  const destinationId = one(hand, hand.stock.destinations);
  const { partId, quantity } = fresh(hand, 5);
  const json = { kind: 'replenishment', destinationId, lines: [{ partId, quantity }] };
  return { path: '/requests', json, acknowledge: 'orders.asked-before' };
};

const approve: Verb = async (hand) => {
  const row = await some(hand, '/requests?shelf=waiting', { name: 'requests' });
  return row === undefined ? null : { path: `/requests/${row.id}/approve`, json: {} };
};

const cancelRequest: Verb = async (hand) => {
  const row = await some(hand, '/requests?shelf=open', { name: 'requests' });
  return row === undefined ? null : { path: `/requests/${row.id}/cancel`, json: {} };
};

const order: Verb = async (hand) => {
  const destinationId = one(hand, hand.stock.destinations);
  const { partId, quantity } = fresh(hand, 5);
  const priority = 1 + hand.chance(4);
  return { path: '/orders', json: { destinationId, priority, lines: [{ partId, quantity }] } };
};

const allocate: Verb = async (hand) => {
  const row = await some(hand, '/orders?queue=waiting', { name: 'orders' });
  return row === undefined ? null : { path: `/orders/${row.orderId}/allocate`, json: {} };
};

const allocateWaiting: Verb = async () => ({ path: '/orders/allocate-waiting', json: {} });

const allocateByHand: Verb = async (hand) => {
  const where = ({ waiting }: Row) => Number(waiting) > 0;
  const found = await inside(hand, orders('waiting'), { name: 'lines', where });
  if (found === null) return null;
  const { orderId } = found.head;
  const json = { lineId: found.row.lineId, locationId: one(hand, hand.stock.bins), quantity: 1 };
  return { path: `/orders/${orderId}/allocate-by-hand`, json };
};

/** A promise that is held, of any order or of those that the query names. */
async function heldPromise(hand: Hand, query = ''): Promise<Row | null> {
  const path = `/orders?queue=held${query}`;
  const where = ({ allocated }: Row) => Number(allocated) > 0;
  const found = await inside(hand, { ...orders('held'), path }, { name: 'lines', where });
  const all = (found?.row.allocations ?? []) as readonly Row[];
  const held = all.filter(({ state }) => state === 'held');
  return one(hand, held) ?? null;
}

const release: Verb = async (hand) => {
  const promise = await heldPromise(hand);
  return promise && { path: `/allocations/${promise.allocationId}/release`, json: {} };
};

const takeOver: Verb = async (hand) => {
  const where = ({ waiting }: Row) => Number(waiting) > 0;
  const urgent = { ...orders('waiting'), path: '/orders?queue=waiting&priority=1' };
  const found = await inside(hand, urgent, { name: 'lines', where });
  if (found === null) return null;
  const less = `&partId=${found.row.partId}&priority=${2 + hand.chance(3)}`;
  const promise = await heldPromise(hand, less);
  if (promise === null) return null;
  const json = { allocationId: promise.allocationId, reason: 'more urgent' };
  const path = `/order-lines/${found.row.lineId}/take-over`;
  return { path, json, acknowledge: 'orders.take-from-other' };
};

const cancelOrder: Verb = async (hand) => {
  const row = await some(hand, '/orders?queue=open', { name: 'orders' });
  return row === undefined
    ? null
    : { path: `/orders/${row.orderId}/cancel`, json: { reason: 'not needed' } };
};

const pickRow = (hand: Hand) =>
  some(hand, `/pick-list?siteId=${hand.stock.depotId}&limit=200`, { name: 'rows' });

const pick: Verb = async (hand) => {
  const row = await pickRow(hand);
  if (row === undefined) return null;
  const { locationId, partId, quantity, serialNumber, lotNumber: lot, allocationId } = row;
  const scan = { locationId, partId, quantity, serialNumber, lotNumber: lot, allocationId };
  return { path: '/picks', json: { siteId: hand.stock.depotId, picks: [scan] } };
};

const pickShort: Verb = async (hand) => {
  const row = await pickRow(hand);
  if (row === undefined) return null;
  const found = hand.chance(Number(row.quantity));
  const { allocationId } = row;
  const json = { siteId: hand.stock.depotId, allocationId, found, reason: 'missing' };
  return { path: '/short-picks', json };
};

const pack: Verb = async (hand) => {
  const where = ({ isPacked }: Row) => isPacked === false;
  const found = await inside(hand, packing, { name: 'contents', where });
  if (found === null) return null;
  const quantity = 1 + hand.chance(Number(found.row.quantity));
  const items = [{ lineId: found.row.lineId, quantity }];
  return { path: `/shipments/${found.head.shipmentId}/pack`, json: { items } };
};

const putBack: Verb = async (hand) => {
  const where = ({ isPacked }: Row) => isPacked === false;
  const found = await inside(hand, packing, { name: 'contents', where });
  if (found === null) return null;
  const json = { lineIds: [found.row.lineId], staysPromised: hand.chance(2) === 0 };
  return { path: `/shipments/${found.head.shipmentId}/put-back`, json };
};

const packed = ({ state, lines }: Row) => state === 'packing' && Number(lines) > 0;

const dispatch: Verb = async (hand) => {
  const row = await some(hand, '/shipments', { name: 'shipments', where: packed });
  if (row === undefined) return null;
  const rest = one(hand, ['unboxed', 'next']);
  return { path: `/shipments/${row.shipmentId}/dispatch`, json: { rest } };
};

const cancelShipment: Verb = async (hand) => {
  const row = await some(hand, '/shipments', { name: 'shipments', where: packed });
  if (row === undefined) return null;
  const json = { goods: one(hand, ['put-back', 'leave']), reason: 'no lorry' };
  return { path: `/shipments/${row.shipmentId}/cancel`, json };
};

const lose: Verb = async (hand) => {
  const row = await some(hand, '/shipments?queue=in-transit', { name: 'shipments' });
  return row === undefined
    ? null
    : { path: `/shipments/${row.shipmentId}/lose`, json: { reason: 'stolen' } };
};

const receive: Verb = async (hand) => {
  const found = await inside(
    hand,
    {
      path: `/arrivals?siteId=${hand.stock.otherSiteId}`,
      name: 'arrivals',
      at: ({ shipmentId }) => `/arrivals/${shipmentId}`,
    },
    { name: 'lines', where: ({ missing }) => Number(missing) > 0 },
  );
  if (found === null) return null;
  const path = `/arrivals/${found.head.shipmentId}/receive`;
  if (hand.chance(2) === 0) return { path, json: {} };
  const { partId, serialNumber, lotNumber: lot } = found.row;
  const serialNumbers = serialNumber === null ? [] : [serialNumber];
  const isDamaged = hand.chance(3) === 0;
  const counted = [{ partId, quantity: 1, serialNumbers, lotNumber: lot, isDamaged }];
  return { path, json: { counted } };
};

/** Each verb by its name. */
export const orderVerbs: Readonly<Record<string, Verb>> = {
  ...{ request, approve, cancelRequest, order, allocate, allocateWaiting, allocateByHand },
  ...{ release, takeOver, cancelOrder, pick, pickShort, pack, putBack, dispatch, cancelShipment },
  ...{ lose, receive },
};
