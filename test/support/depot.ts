/**
 * A depot ready for the standard mail-in story: a site with bench stock, a customer with an
 * installed unit, a fault code, a test plan, levels. Made through commands only.
 */
import { createParty, listSites, receiveStock } from '../../src/inventory/index.ts';
import { setLevel } from '../../src/planning/index.ts';
import { addFaultCode, addTestStep, authorizeRma, registerUnit } from '../../src/rma/index.ts';
import { mint, type World } from './world.ts';

export interface Depot {
  readonly siteId: string;
  readonly benchId: string;
  readonly dockId: string;
  readonly customerId: string;
  readonly modelId: string;
  readonly boardId: string;
  readonly stepId: string;
  readonly faultCode: string;
  /** Registers a unit sold so many days ago and answers its serial number. */
  unit(soldDaysAgo?: number | null): Promise<string>;
  /** Authorises the return of a unit and answers its line. */
  authorized(serialNumber: string): Promise<{ lineId: string; code: string; number: string }>;
}

/** Builds the depot in the given world. */
export async function makeDepot(world: World): Promise<Depot> {
  const { siteId } = await world.site();
  const benchId = await world.bin(siteId, 'bench');
  const sites = await world.ask(listSites, {});
  const places = sites.find((site) => site.id === siteId)?.locations ?? [];
  const dockId = places.find((place) => place.kind === 'dock')?.id ?? '';
  const { partyId: customerId } = await world.run(createParty, {
    code: mint('CUST'),
    kind: 'customer',
    nameEn: 'Harbour Clinic',
    nameZh: '海港诊所',
    contactName: '王芳',
    phone: '0755-555-0100',
    address: '深圳市南山区示例路 1 号',
  });
  const modelId = await world.part('serial');
  const boardId = await world.part('none');
  await world.run(receiveStock, { partId: boardId, locationId: benchId, quantity: 3 });
  await world.run(setLevel, { siteId, partId: boardId, minQuantity: 2, maxQuantity: 6 });
  const faultCode = mint('F');
  const named = { nameEn: 'Mainboard short circuit', nameZh: '主板短路' };
  await world.run(addFaultCode, { code: faultCode, kind: 'cause', ...named });
  const { stepId } = await world.run(addTestStep, {
    partId: modelId,
    position: 1,
    nameEn: 'Power-on self-test',
    nameZh: '上电自检',
    isMandatory: true,
  });
  return {
    ...{ siteId, benchId, dockId, customerId, modelId, boardId, stepId, faultCode },
    unit: async (soldDaysAgo = 200) => {
      const serialNumber = mint('SN');
      const sold = new Date(world.clock.now().getTime() - (soldDaysAgo ?? 0) * 86_400_000);
      const soldOn = soldDaysAgo === null ? null : sold.toISOString().slice(0, 10);
      await world.run(registerUnit, { partId: modelId, serialNumber, customerId, soldOn });
      return serialNumber;
    },
    authorized: async (serialNumber) => {
      const faultDescription = 'does not start 无法开机';
      return world.run(authorizeRma, { serialNumber, siteId, faultDescription });
    },
  };
}
