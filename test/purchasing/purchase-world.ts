/** What the tests of purchasing share: a depot, suppliers, offers, and orders that wait. */
import { createParty, getPart, listSites, setSupplierPart } from '../../src/inventory/index.ts';
import { createOrder } from '../../src/orders/index.ts';
import {
  getPurchaseOrder,
  listPurchaseDemand,
  makePurchaseOrders,
  sendPurchaseOrder,
} from '../../src/purchasing/index.ts';
import { mint, type World } from '../support/world.ts';

export interface Depot {
  readonly siteId: string;
  readonly bench: string;
  readonly bin: string;
  readonly dock: string;
}

export async function depot(world: World): Promise<Depot> {
  const { siteId } = await world.site();
  const bin = await world.bin(siteId);
  const bench = await world.bin(siteId, 'bench');
  const sites = await world.ask(listSites, {});
  const places = sites.find((site) => site.id === siteId)?.locations ?? [];
  const dock = places.find(({ kind }) => kind === 'dock')?.id ?? '';
  return { siteId, bin, bench, dock };
}

export async function supplier(world: World, locale: 'en' | 'zh-CN' = 'en') {
  const code = mint('SUP');
  const { partyId } = await world.run(createParty, {
    code,
    kind: 'supplier',
    nameEn: `Supplier ${code}`,
    nameZh: `供应商 ${code}`,
    contactName: 'Li Wei',
    phone: '+86 755 1234',
    email: 'orders@supplier.example',
    address: 'Keji Road 1\nShenzhen',
    locale,
  });
  return { supplierId: partyId, code };
}

interface Terms {
  readonly packSize?: number;
  readonly minimumOrder?: number;
  readonly leadTimeDays?: number;
  readonly currency?: string;
  readonly isPreferred?: boolean;
  readonly priceBreaks?: { fromQuantity: number; priceMinor: number }[];
}

export async function sells(
  world: World,
  supplierId: string,
  partId: string,
  terms: Terms = {},
): Promise<void> {
  await world.run(setSupplierPart, {
    partId,
    supplierId,
    supplierPartNumber: mint('SPN'),
    priceBreaks: [{ fromQuantity: 1, priceMinor: 1000 }],
    leadTimeDays: 10,
    isPreferred: true,
    ...terms,
  });
}

/** An order that waits for parts. */
export function waits(world: World, { bench }: Depot, partId: string, quantity: number) {
  return world.run(createOrder, { destinationId: bench, lines: [{ partId, quantity }] });
}

export async function partNumberOf(world: World, partId: string): Promise<string> {
  return (await world.ask(getPart, { partId })).partNumber;
}

/** The demand of one part, wherever. */
export async function demandOf(world: World, partId: string) {
  const search = await partNumberOf(world, partId);
  const { rows } = await world.ask(listPurchaseDemand, { search, withCovered: true });
  return rows.filter((row) => row.partId === partId);
}

export function buy(world: World, { siteId }: Depot, ...partIds: readonly string[]) {
  return world.run(makePurchaseOrders, { picks: partIds.map((partId) => ({ partId, siteId })) });
}

/** A sent order for so many of a part that somebody waits for. */
export async function sentOrder(world: World, at: Depot, partId: string, quantity: number) {
  await waits(world, at, partId, quantity);
  const { orders } = await buy(world, at, partId);
  const purchaseOrderId = orders[0]?.purchaseOrderId ?? '';
  await world.run(sendPurchaseOrder, { purchaseOrderId });
  return { purchaseOrderId, view: await world.ask(getPurchaseOrder, { purchaseOrderId }) };
}
