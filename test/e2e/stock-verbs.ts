/**
 * Every verb that touches stock, as programs send it: each looks at what is there now, chooses one
 * thing at random and says what to send about it. What comes of it is judged elsewhere.
 */
import { adjustmentReason, lotNumber, scrapReason } from './busy-stock.ts';
import { fresh, inside, lying, one, type Row, some, type Verb } from './hand.ts';
import { orderVerbs } from './order-verbs.ts';

const putAway: Verb = async (hand) => {
  const { depotId, bins } = hand.stock;
  const where = ({ free }: Row) => Number(free) > 0;
  const row = await some(hand, `/to-put-away?siteId=${depotId}`, { name: 'rows', where });
  if (row === undefined) return null;
  const serials = (row.serialNumbers ?? []) as readonly string[];
  const { partId, locationId: fromLocationId, lotNumber: lot, condition } = row;
  const what = { partId, quantity: 1, serialNumbers: serials.slice(0, 1), lotNumber: lot };
  const json = { ...what, condition, fromLocationId, toLocationId: one(hand, bins) };
  return { path: '/put-aways', json };
};

const receiveGoods: Verb = async (hand) => {
  const json = { locationId: hand.stock.dockId, lines: [fresh(hand)] };
  return { path: '/receipts', json };
};

const receiveStock: Verb = async (hand) => {
  return {
    path: '/stock/receive',
    json: { ...fresh(hand), locationId: one(hand, hand.stock.bins) },
  };
};

const move: Verb = async (hand) => {
  const { bins, shelfId } = hand.stock;
  const what = await lying(hand, [...bins, shelfId]);
  if (what === null) return null;
  const others = bins.filter((bin) => bin !== what.locationId);
  return { path: '/stock/move', json: { ...what, toLocationId: one(hand, others) } };
};

const adjustDown: Verb = async (hand) => {
  const what = await lying(hand, hand.stock.bins);
  return what && { path: '/stock/adjust', json: { ...what, direction: 'down', reason: 'gone' } };
};

const adjustUp: Verb = async (hand) => {
  const json = { ...fresh(hand), locationId: one(hand, hand.stock.bins) };
  return { path: '/stock/adjust', json: { ...json, direction: 'up', reason: 'found' } };
};

const reverse: Verb = async (hand) => {
  const entryId = one(hand, hand.entries);
  if (entryId === undefined) return null;
  return { path: `/stock/entries/${entryId}/reverse`, json: { reason: 'mistake' } };
};

const askAdjustment: Verb = async (hand) => {
  const what = await lying(hand, hand.stock.bins);
  const why = { direction: 'down', reasonCode: adjustmentReason };
  return what && { path: '/adjustments', json: { ...what, ...why } };
};

const askScrap: Verb = async (hand) => {
  const what = await lying(hand, hand.stock.bins);
  return what && { path: '/scrapping', json: { ...what, reasonCode: scrapReason } };
};

const decideChange: Verb = async (hand) => {
  const row = await some(hand, '/stock-changes', { name: 'changes' });
  if (row === undefined) return null;
  const room = row.kind === 'scrap' ? 'scrapping' : 'adjustments';
  const decision = one(hand, ['approve', 'approve', 'reject']);
  return { path: `/${room}/${row.changeId}/${decision}`, json: { note: 'looked at' } };
};

const openCount: Verb = async (hand) => {
  const { depotId: siteId, bins } = hand.stock;
  return { path: '/counts', json: { siteId, kind: 'bins', locationIds: [one(hand, bins)] } };
};

const counts = {
  path: '/counts?queue=live',
  name: 'counts',
  at: ({ countId }: Row) => `/counts/${countId}`,
};

/** Only whoever began a bin goes on with it. */
const counterOf = ({ countedByName }: Row) =>
  typeof countedByName === 'string' ? countedByName : undefined;

const openBin: Verb = async (hand) => {
  const where = ({ state }: Row) => state === 'waiting' || state === 'to-recount';
  const found = await inside(hand, counts, { name: 'binRows', where });
  return found && { path: `/count-bins/${found.row.binId}/open`, json: {} };
};

const scanBin: Verb = async (hand) => {
  const where = ({ state }: Row) => state === 'counting';
  const found = await inside(hand, counts, { name: 'binRows', where });
  if (found === null) return null;
  const { partNumber } = found.row;
  const wanted = hand.stock.parts.filter((part) => {
    return part.tracking !== 'serial' && (partNumber === null || part.partNumber === partNumber);
  });
  const part = one(hand, wanted);
  if (part === undefined) return null;
  const { partId, tracking } = part;
  const lot = tracking === 'lot' ? lotNumber : null;
  const json = {
    partId,
    quantity: 4 + hand.chance(4),
    lotNumber: lot,
    condition: 'new',
    mode: 'set',
  };
  return { path: `/count-bins/${found.row.binId}/parts`, json, by: counterOf(found.row) };
};

const finishBin: Verb = async (hand) => {
  const where = ({ state }: Row) => state === 'counting';
  const found = await inside(hand, counts, { name: 'binRows', where });
  const json = { isEmptyConfirmed: true };
  return found && { path: `/count-bins/${found.row.binId}/finish`, json, by: counterOf(found.row) };
};

const approveCount: Verb = async (hand) => {
  const row = await some(hand, '/counts?queue=to-approve', { name: 'counts' });
  if (row === undefined) return null;
  const path = `/counts/${row.countId}/approve`;
  return { path, json: {}, acknowledge: 'counts.corrected-since', isForAll: true };
};

/** Each verb by its name. */
export const stockVerbs: Readonly<Record<string, Verb>> = {
  ...orderVerbs,
  ...{ putAway, receiveGoods, receiveStock, move, adjustDown, adjustUp, reverse },
  ...{ askAdjustment, askScrap, decideChange, openCount, openBin, scanBin, finishBin },
  approveCount,
};
