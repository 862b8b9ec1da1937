/**
 * The tiles of the first page: for each pile of work how much waits there for the reader, and the list
 * that shows exactly what was counted. Each room is asked once; what nobody here works with is left out.
 */
import { countCountWork } from '../../../counts/index.ts';
import type { PageKey } from '../../../i18n/pages.en.ts';
import { countOrderWork, countRequests } from '../../../orders/index.ts';
import type { Permission } from '../../../people/index.ts';
import { listPurchaseOrders } from '../../../purchasing/index.ts';
import { countReceiptWork } from '../../../receipts/index.ts';
import { countQueues } from '../../../rma/index.ts';
import { countShipmentWork } from '../../../shipments/index.ts';
import type { Visit } from '../../visit.ts';
import { countLinks } from '../counts/links.ts';
import { purchaseLinks } from '../purchasing/links.ts';
import { receiptLinks } from '../receipts/links.ts';
import { shipmentLinks } from '../shipments/addresses.ts';

export interface Tile {
  readonly key: PageKey;
  readonly count: number;
  readonly href: string;
  /** Any of these rights shows it; without it every reader of the room sees it. */
  readonly needs?: readonly Permission[];
  /** What is late is marked as soon as there is one. */
  readonly isLate?: true;
}

export interface TileGroup {
  readonly heading: PageKey;
  readonly tiles: readonly Tile[];
}

async function repair(visit: Visit): Promise<Tile[]> {
  if (!visit.can('rma.view')) return [];
  const counts = await visit.ask(countQueues, {});
  const receive = visit.can('rma.receive') ? '/receiving' : '/rmas?queue=to-receive';
  const bench = visit.can('repair.work') ? '/bench' : '/rmas?queue=on-bench';
  const ship = visit.can('rma.ship') ? '/shipping' : '/rmas?queue=to-ship';
  const queue = (name: string) => `/rmas?queue=${name}`;
  return [
    { key: 'home.tile.to-receive', count: counts.toReceive, href: receive },
    {
      ...{ key: 'home.tile.in-quarantine', count: counts.inQuarantine },
      href: queue('in-quarantine'),
    },
    { key: 'home.tile.to-decide', count: counts.toDecide, href: queue('to-decide') },
    { key: 'home.tile.on-bench', count: counts.onBench, href: bench },
    { key: 'home.tile.to-ship', count: counts.toShip, href: ship },
    { key: 'home.tile.in-transit', count: counts.inTransit, href: queue('in-transit') },
    { key: 'home.tile.overdue', count: counts.overdue, href: queue('overdue'), isLate: true },
  ];
}

async function requests(visit: Visit): Promise<Tile[]> {
  if (!visit.can('requests.view')) return [];
  const { toApprove, ownOpen } = await visit.ask(countRequests, {});
  return [
    {
      ...{ key: 'home.tile.requests-to-approve', count: toApprove },
      ...{ href: '/requests?shelf=waiting', needs: ['requests.approve'] },
    },
    {
      ...{ key: 'home.tile.own-requests', count: ownOpen },
      ...{ href: '/requests?shelf=mine', needs: ['requests.submit'] },
    },
  ];
}

async function orders(visit: Visit): Promise<Tile[]> {
  if (!visit.can('orders.manage')) return [];
  const { waiting } = await visit.ask(countOrderWork, {});
  return [{ key: 'home.tile.orders-waiting', count: waiting, href: '/orders?queue=waiting' }];
}

async function goodsOut(visit: Visit): Promise<Tile[]> {
  if (!visit.can('shipments.work')) return [];
  const { toPick, toPack, toShip } = await visit.ask(countShipmentWork, {});
  return [
    { key: 'home.tile.to-pick', count: toPick, href: '/shipments/pick' },
    { key: 'home.tile.to-pack', count: toPack, href: shipmentLinks.hub('to-pack') },
    { key: 'home.tile.to-send', count: toShip, href: shipmentLinks.hub('to-ship') },
  ];
}

async function goodsIn(visit: Visit): Promise<Tile[]> {
  if (!visit.can('receipts.work') && !visit.can('receipts.resolve')) return [];
  const counts = await visit.ask(countReceiptWork, {});
  const late = `${receiptLinks.arrivals}?overdue=true`;
  const works = { needs: ['receipts.work'] } as const;
  return [
    { key: 'home.tile.arrivals', count: counts.expected, href: receiptLinks.arrivals, ...works },
    {
      ...{ key: 'home.tile.arrivals-overdue', count: counts.overdue, href: late },
      ...{ isLate: true, ...works },
    },
    { key: 'home.tile.put-away', count: counts.toPutAway, href: receiptLinks.putAway, ...works },
    {
      ...{ key: 'home.tile.discrepancies', count: counts.discrepancies },
      ...{ href: receiptLinks.discrepancies, needs: ['receipts.resolve'] },
    },
  ];
}

async function counting(visit: Visit): Promise<Tile[]> {
  if (!visit.can('counts.work') && !visit.can('counts.approve')) return [];
  const counts = await visit.ask(countCountWork, {});
  const queue = (name: string) => `${countLinks.hub}?queue=${name}`;
  const works = { needs: ['counts.work'] } as const;
  return [
    { key: 'home.tile.to-count', count: counts.toCount, href: queue('to-count'), ...works },
    { key: 'home.tile.to-recount', count: counts.toRecount, href: queue('to-recount'), ...works },
    {
      ...{ key: 'home.tile.counts-to-approve', count: counts.toApprove },
      ...{ href: queue('to-approve'), needs: ['counts.approve'] },
    },
    {
      ...{ key: 'home.tile.changes-to-approve', count: counts.changes },
      ...{ href: countLinks.changes, needs: ['adjustments.approve', 'scrap.approve'] },
    },
  ];
}

async function bought(visit: Visit): Promise<Tile[]> {
  if (!visit.can('purchasing.manage')) return [];
  const { total: count } = await visit.ask(listPurchaseOrders, { queue: 'overdue', limit: 1 });
  const href = purchaseLinks.queue('overdue');
  return [{ key: 'home.tile.purchases-overdue', count, href, isLate: true }];
}

/** What waits for the reader, by area; areas without a tile are left out. */
export async function tileGroups(visit: Visit): Promise<TileGroup[]> {
  const [back, asked, ordered, out, coming, counted, late] = await Promise.all([
    repair(visit),
    requests(visit),
    orders(visit),
    goodsOut(visit),
    goodsIn(visit),
    counting(visit),
    bought(visit),
  ]);
  const groups: TileGroup[] = [
    { heading: 'nav.group.repair', tiles: back },
    { heading: 'home.group.out', tiles: [...asked, ...ordered, ...out] },
    { heading: 'home.group.in', tiles: coming },
    { heading: 'nav.counts', tiles: counted },
    { heading: 'nav.purchasing', tiles: late },
  ];
  return groups
    .map(({ heading, tiles }) => ({
      heading,
      tiles: tiles.filter(({ needs }) => needs === undefined || needs.some(visit.can)),
    }))
    .filter(({ tiles }) => tiles.length > 0);
}
