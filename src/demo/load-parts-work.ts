/**
 * Parts under way in the demo company, so that no desk is empty: requests in several states, an order
 * that waits, one to pick, a box on the road, goods at the dock, a discrepancy, a count. Each step is
 * done by the person whose work it is.
 */
import { createCount, requestAdjustment } from '../counts/index.ts';
import { listSites } from '../inventory/index.ts';
import { approveRequest, rejectRequest, submitRequest } from '../orders/index.ts';
import type { Actor } from '../platform/actor.ts';
import { systemActor } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';
import { receiveGoods } from '../receipts/index.ts';
import {
  dispatchShipment,
  getShipment,
  listShipments,
  packGoods,
  pickGoods,
  pickList,
} from '../shipments/index.ts';
import type { PlainPart } from './load-trade.ts';

interface Scene {
  readonly executor: Executor;
  readonly siteId: string;
  /** By login. */
  readonly people: ReadonlyMap<string, Actor>;
  /** Plain parts with stock at the depot. */
  readonly parts: readonly PlainPart[];
  /** A part nobody has. */
  readonly missing: PlainPart;
}

interface Wish {
  readonly by: string;
  readonly lines: readonly { readonly part: PlainPart | undefined; readonly quantity: number }[];
  readonly priority?: number;
  readonly documentNumber?: string;
}

function personOf({ people }: Scene, login: string): { actor: Actor } {
  return { actor: people.get(login) ?? systemActor };
}

async function ask(scene: Scene, { by, lines, ...wish }: Wish): Promise<string> {
  const known = lines.flatMap(({ part, quantity }) =>
    part === undefined ? [] : [{ partId: part.partId, quantity }],
  );
  const input = { ...wish, lines: known };
  const sent = await scene.executor.execute(submitRequest, input, personOf(scene, by));
  return sent.output.requestId;
}

async function approve(scene: Scene, requestId: string): Promise<string> {
  const as = personOf(scene, 'feng.tao');
  const { output } = await scene.executor.execute(approveRequest, { requestId }, as);
  return output.orderNumber ?? '';
}

/** A box for the van in Shanghai: picked, packed, handed to the courier. */
async function sendBox(scene: Scene, orderNumber: string): Promise<void> {
  const { executor, siteId } = scene;
  const clerk = personOf(scene, 'wu.fang');
  const asked = { siteId, search: orderNumber };
  const { rows } = await executor.ask(pickList, asked, clerk);
  const picks = rows.map(({ allocationId, locationId, partId, quantity }) => ({
    ...{ allocationId, locationId, partId, quantity },
  }));
  if (picks.length === 0) return;
  await executor.execute(pickGoods, { siteId, picks }, clerk);
  const { shipments } = await executor.ask(listShipments, { search: orderNumber }, clerk);
  const shipmentId = shipments[0]?.shipmentId;
  if (shipmentId === undefined) return;
  const { contents } = await executor.ask(getShipment, { shipmentId }, clerk);
  const items = contents.map(({ lineId }) => ({ lineId }));
  await executor.execute(packGoods, { shipmentId, items }, clerk);
  const parcel = { carrier: '顺丰速运', trackingNumber: 'SF1400020261122' };
  await executor.execute(dispatchShipment, { shipmentId, ...parcel }, clerk);
}

async function loadRequests(scene: Scene): Promise<void> {
  const { parts, missing } = scene;
  const van = await ask(scene, {
    by: 'zhou.kai',
    lines: [
      { part: parts[0], quantity: 2 },
      { part: parts[1], quantity: 1 },
    ],
    documentNumber: 'WO-20418',
  });
  await sendBox(scene, await approve(scene, van));
  const short = { by: 'zhou.kai', lines: [{ part: missing, quantity: 2 }], priority: 2 };
  await approve(scene, await ask(scene, short));
  const near = { by: 'he.jun', lines: [{ part: parts[2], quantity: 1 }], priority: 1 };
  await approve(scene, await ask(scene, near));
  const many = await ask(scene, { by: 'he.jun', lines: [{ part: parts[3], quantity: 4 }] });
  const reason = '车上还有库存 / there is stock in the van';
  const as = personOf(scene, 'feng.tao');
  await scene.executor.execute(rejectRequest, { requestId: many, reason }, as);
  await ask(scene, { by: 'he.jun', lines: [{ part: parts[4], quantity: 2 }] });
}

async function loadDock(scene: Scene): Promise<void> {
  const { executor, siteId, parts } = scene;
  const [good, bad] = [parts[5], parts[6]];
  if (good === undefined || bad === undefined) return;
  const clerk = personOf(scene, 'wu.fang');
  const sites = await executor.ask(listSites, {}, clerk);
  const places = sites.find(({ id }) => id === siteId)?.locations ?? [];
  const dock = places.find(({ kind }) => kind === 'dock');
  const bins = places.filter(({ kind }) => kind === 'storage').map(({ id }) => id);
  if (dock === undefined) return;
  const note = '外箱受潮 / the carton was wet';
  const came = { locationId: dock.id, sender: '海星电子', documentNumber: 'DN-88231' };
  const lines = [{ partId: good.partId, quantity: 6 }];
  const wrong = [{ partId: bad.partId, quantity: 1, kind: 'damaged' as const, note }];
  await executor.execute(receiveGoods, { ...came, lines, wrong }, clerk);
  const count = { siteId, kind: 'bins' as const, locationIds: bins.slice(-5, -1) };
  await executor.execute(createCount, { ...count, note: '月度抽盘 / monthly sample' }, clerk);
  const lost = { partId: good.partId, locationId: dock.id, quantity: 1 };
  const change = { ...lost, direction: 'down' as const, reasonCode: 'LOST', note: '少一件' };
  await executor.execute(requestAdjustment, change, clerk);
}

/** Loads what is under way. */
export async function loadPartsWork(scene: Scene): Promise<void> {
  await loadRequests(scene);
  await loadDock(scene);
}
