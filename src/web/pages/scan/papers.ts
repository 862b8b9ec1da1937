/**
 * Where the number of a paper leads: orders, requests, receipts, discrepancies, purchases, returns of
 * parts, kits, counts and changes of stock. The letters before the number tell which room is asked.
 */
import { findCountByScan } from '../../../counts/index.ts';
import { listKitOrders } from '../../../kits/index.ts';
import { findOrderByScan } from '../../../orders/index.ts';
import { findPartReturn } from '../../../part-returns/index.ts';
import { findPurchaseByScan } from '../../../purchasing/index.ts';
import { findReceiptByScan } from '../../../receipts/index.ts';
import type { Visit } from '../../visit.ts';
import { countLinks } from '../counts/links.ts';
import { returnLinks } from '../part-returns/links.ts';
import { purchaseLinks } from '../purchasing/links.ts';
import { receiptLinks } from '../receipts/links.ts';
import type { Choice } from './choice.ts';
import { arrivalOfOrder } from './shipments.ts';

type Find = (visit: Visit, code: string) => Promise<readonly Choice[]>;

const orders: Find = async (visit, code) => {
  if (!visit.can('orders.view')) return [];
  const found = await visit.ask(findOrderByScan, { code });
  const pages = { order: '/orders', request: '/requests' } as const;
  const choices = found.map((one) => ({ ...one, href: `${pages[one.kind]}/${one.id}` }));
  const isOrder = found.some(({ kind }) => kind === 'order');
  const arrival = isOrder ? await arrivalOfOrder(visit, code) : null;
  return arrival === null ? choices : [arrival, ...choices];
};

const receipts: Find = async (visit, code) => {
  if (!visit.can('receipts.view')) return [];
  const found = await visit.ask(findReceiptByScan, { code });
  return found.map((one) => ({ ...one, href: receiptLinks[one.kind](one.id) }));
};

const counts: Find = async (visit, code) => {
  if (!visit.can('counts.view')) return [];
  const found = await visit.ask(findCountByScan, { code });
  return found.flatMap(({ kind, ...one }) =>
    kind === 'bin' ? [] : [{ kind, code: one.code, href: countLinks[kind](one.id) }],
  );
};

const purchases: Find = async (visit, code) => {
  if (!visit.can('purchasing.view')) return [];
  const found = await visit.ask(findPurchaseByScan, { code });
  return found.map((one) => ({ ...one, href: purchaseLinks.order(one.id) }));
};

const returns: Find = async (visit, code) => {
  if (!visit.can('part-returns.view')) return [];
  const { returnId } = await visit.ask(findPartReturn, { code: code.slice(0, 100) });
  if (returnId === null) return [];
  return [{ kind: 'part-return', code: code.toUpperCase(), href: returnLinks.one(returnId) }];
};

const kits: Find = async (visit, code) => {
  if (!visit.can('stock.view')) return [];
  const { orders: built } = await visit.ask(listKitOrders, { search: code.slice(0, 100) });
  const own = built.find(({ number }) => number === code.toUpperCase());
  if (own === undefined) return [];
  return [{ kind: 'kit-order', code: own.number, href: `/kits/orders/${own.orderId}` }];
};

const rooms: Readonly<Record<string, Find>> = {
  ORD: orders,
  REQ: orders,
  RCV: receipts,
  DSC: receipts,
  CNT: counts,
  ADJ: counts,
  SCR: counts,
  PO: purchases,
  RET: returns,
  DR: returns,
  KIT: kits,
};

/** The papers of this number; none when the letters before it are not ours. */
export async function papersOf(visit: Visit, code: string): Promise<readonly Choice[]> {
  const letters = /^([A-Z]{2,4})-\d+$/.exec(code.toUpperCase())?.[1] ?? '';
  const find = Object.hasOwn(rooms, letters) ? rooms[letters] : undefined;
  return find === undefined ? [] : find(visit, code);
}
