/**
 * A depot, a region with a technician's van and a hub, lanes between them, a person of each role, and
 * the worker: the ground of the stories of parts. Stories themselves speak REST alone.
 */

import { createLocation, listSites } from '../../src/inventory/index.ts';
import { factHandlers, jobHandlers } from '../../src/jobs/register.ts';
import { systemIds } from '../../src/platform/ids.ts';
import { makeWorker } from '../../src/platform/jobs/index.ts';
import { setReceivingRule } from '../../src/receipts/index.ts';
import { laneBetween } from '../network/network-world.ts';
import {
  type ApiAnswer,
  type ApiClient,
  apiClient,
  rowsOf,
  textOf,
} from '../support/api-client.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { mint } from '../support/world.ts';

type Row = Readonly<Record<string, unknown>>;

/** The first row of a list. @throws Error when there is none */
export function firstOf(answer: ApiAnswer, name: string): Row {
  const [row] = rowsOf(answer, name);
  if (row === undefined) throw new Error(`no ${name}: ${JSON.stringify(answer.body)}`);
  return row;
}

async function makePlaces({ world }: TestApp, custodianId: string) {
  const depotId = (await world.site()).siteId;
  const regionId = (await world.site()).siteId;
  const hubId = (await world.site()).siteId;
  const van = { siteId: regionId, code: mint('VAN'), kind: 'van' as const, custodianId };
  const { locationId: vanId } = await world.run(createLocation, van);
  await laneBetween(world, [depotId, regionId], { carrier: 'SF' });
  await laneBetween(world, [depotId, hubId], { autoReceiveAfter: 'lead-time' });
  const sites = await world.ask(listSites, {});
  const docks = sites.find(({ id }) => id === depotId)?.locations ?? [];
  const rule = { overPercent: 0, overPieces: 0, minimumShelfLifeDays: 0 };
  await world.run(setReceivingRule, { siteId: regionId, ...rule });
  return {
    ...{ depotId, regionId, hubId, vanId },
    binId: await world.bin(depotId),
    otherBinId: await world.bin(depotId),
    benchId: await world.bin(depotId, 'bench'),
    hubBinId: await world.bin(hubId),
    dockId: docks.find(({ kind }) => kind === 'dock')?.id ?? '',
  };
}

type Role = Parameters<TestApp['makeActorToken']>[0][number]['role'];

async function person(app: TestApp, role: Role) {
  const { token, personId } = await app.makeActorToken([{ role, siteId: null }]);
  return { personId, api: apiClient((path, request) => app.call(path, request), token) };
}

function makeSettle({ world }: TestApp) {
  const said: string[] = [];
  const note = (_: object, message: string) => said.push(message);
  const worker = makeWorker({
    connection: world.database.connection,
    executor: world.executor,
    clock: world.clock,
    ids: systemIds(world.clock),
    handlers: jobHandlers,
    factHandlers,
    log: { warn: note, error: note },
  });
  /** Lets the worker do everything that is due. @throws Error with what it complained about */
  return async () => {
    await worker.drain();
    if (said.length > 0) throw new Error(said.join('\n'));
  };
}

/** What the clerk does with an order, step by step. */
function clerkWork(clerk: ApiClient, places: Awaited<ReturnType<typeof makePlaces>>) {
  const pickOrder = async (orderId: string): Promise<string> => {
    const list = await clerk(`/pick-list?siteId=${places.depotId}&orderId=${orderId}`);
    const picks = rowsOf(list, 'rows').map((row) => {
      const { locationId, partId, quantity, serialNumber, lotNumber, allocationId } = row;
      return { locationId, partId, quantity, serialNumber, lotNumber, allocationId };
    });
    const done = await clerk('/picks', { json: { siteId: places.depotId, picks } });
    return String(firstOf(done, 'picked').shipmentId);
  };
  const send = async (shipmentId: string) => {
    const json = { rest: 'unboxed' };
    const answer = await clerk(`/shipments/${shipmentId}/dispatch`, { json });
    return { shipmentId, number: textOf(answer, 'number') };
  };
  return { pickOrder, send };
}

/** Opens everything. */
export async function openSupplyChain() {
  const app = await openTestApp();
  const { world } = app;
  const technicianAs = await person(app, 'technician');
  const technician = technicianAs.api;
  const places = await makePlaces(app, technicianAs.personId);
  const clerk = (await person(app, 'clerk')).api;
  const otherClerk = (await person(app, 'clerk')).api;
  const approver = (await person(app, 'approver')).api;
  const lead = (await person(app, 'administrator')).api;
  const { pickOrder, send } = clerkWork(clerk, places);
  const orderOf = async (requestId: string) =>
    textOf(await lead(`/requests/${requestId}`), 'orderId');
  const newPart = () => world.part();
  const stock = (json: object) => clerk('/stock/receive', { json });
  const shipmentOf = async (requestId: string) => {
    const number = textOf(await lead(`/requests/${requestId}`), 'orderNumber');
    return String(firstOf(await lead(`/shipments?search=${number}`), 'shipments').shipmentId);
  };
  return {
    ...{ app, technician, clerk, otherClerk, approver, lead, ...places, newPart, shipmentOf },
    settle: makeSettle(app),
    /** So many plain pieces of a new part in the bin. */
    stocked: async (quantity: number) => {
      const partId = await newPart();
      await stock({ partId, locationId: places.binId, quantity });
      return partId;
    },
    stockedPieces: async (serialNumbers: readonly string[]) => {
      const partId = await world.part('serial');
      const quantity = serialNumbers.length;
      await stock({ partId, locationId: places.binId, quantity, serialNumbers });
      return partId;
    },
    /** A request of the technician that is approved as asked. */
    approved: async (partId: string, quantity: number) => {
      const headers = { acknowledge: 'orders.asked-before' };
      const json = { lines: [{ partId, quantity }] };
      const requestId = textOf(await technician('/requests', { json, headers }), 'requestId');
      const answer = await approver(`/requests/${requestId}/approve`, { json: {} });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return { requestId, orderId: await orderOf(requestId) };
    },
    /** Picked, in one box for each number of pieces. */
    pickedInBoxes: async (requestId: string, sizes: readonly number[]) => {
      const shipmentId = await pickOrder(await orderOf(requestId));
      const boxes: string[] = [];
      for (const quantity of sizes) {
        const contents = rowsOf(await clerk(`/shipments/${shipmentId}`), 'contents');
        const lineId = contents.find(({ isPacked }) => isPacked === false)?.lineId;
        const json = { items: [{ lineId, quantity }] };
        boxes.push(textOf(await clerk(`/shipments/${shipmentId}/pack`, { json }), 'boxNumber'));
      }
      const number = textOf(await clerk(`/shipments/${shipmentId}`), 'number');
      return { shipmentId, number, boxes };
    },
    picked: async (requestId: string) => pickOrder(await orderOf(requestId)),
    sent: async (requestId: string) => send(await pickOrder(await orderOf(requestId))),
    sentOrder: async (orderId: string) => send(await pickOrder(orderId)),
    /** Where the pieces of the only line of a request are now. */
    progress: async (requestId: string) => firstOf(await lead(`/requests/${requestId}`), 'lines'),
    /** What the technician has been told, by key. */
    notices: async () => rowsOf(await technician('/notices'), 'notices').map(({ key }) => key),
    /** Pieces of a part in the technician's van. */
    inVan: async (partId: string) => {
      const answer = await lead(`/stock?partId=${partId}&locationId=${places.vanId}`);
      return rowsOf(answer, 'rows').reduce((sum, { onHand }) => sum + Number(onHand), 0);
    },
  };
}

export type SupplyChain = Awaited<ReturnType<typeof openSupplyChain>>;
