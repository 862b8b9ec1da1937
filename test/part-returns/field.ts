/** Two sites, a van with stock and its technician, for the tests of returns of parts. */
import { createLocation, createPart, receiveStock } from '../../src/inventory/index.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { dockOfSite } from '../receipts/road.ts';
import { actorWith, mint, type World } from '../support/world.ts';

export interface Field {
  readonly siteId: string;
  readonly otherId: string;
  readonly vanId: string;
  readonly binId: string;
  readonly dockId: string;
  readonly technician: Actor;
  readonly clerk: Actor;
  /** A part with so many in the van; serial numbers are minted. */
  part(how: {
    readonly tracking?: 'none' | 'serial' | 'lot';
    readonly isRepairable?: boolean;
    readonly quantity: number;
  }): Promise<{ partId: string; partNumber: string; serials: string[] }>;
}

const rights = [
  'part-returns.view',
  'part-returns.view-all',
  'part-returns.send',
  'returns.view',
  'stock.view',
  'notices.manage-own',
];

/** Makes the field. */
export async function makeField(world: World): Promise<Field> {
  const { siteId } = await world.site();
  const { siteId: otherId } = await world.site();
  const technician = actorWith(rights, [siteId]);
  const clerk = actorWith(
    [
      ...rights,
      'part-returns.inspect',
      'part-returns.write-off',
      'returns.receive',
      'receipts.work',
    ],
    [siteId, otherId],
  );
  const { locationId: vanId } = await world.run(createLocation, {
    siteId,
    code: mint('VAN'),
    kind: 'van',
    custodianId: technician.id,
  });
  return {
    ...{ siteId, otherId, vanId, technician, clerk },
    binId: await world.bin(siteId),
    dockId: await dockOfSite(world, otherId),
    part: async ({ tracking = 'none', isRepairable = false, quantity }) => {
      const partNumber = mint('P');
      const named = { partNumber, nameEn: partNumber, nameZh: '备件', tracking, isRepairable };
      const { partId } = await world.run(createPart, { ...named, costMinor: 1000 });
      const serials =
        tracking === 'serial' ? Array.from({ length: quantity }, () => mint('SN')) : [];
      const lotNumber = tracking === 'lot' ? mint('LOT') : null;
      const goods = { partId, locationId: vanId, quantity, serialNumbers: serials, lotNumber };
      await world.run(receiveStock, goods);
      return { partId, partNumber, serials };
    },
  };
}
