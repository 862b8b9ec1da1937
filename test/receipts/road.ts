/**
 * Puts goods on the road for the tests of receiving: two sites, stock at the first, and shipments that
 * left it. Shipments are opened through their door, as other rooms do.
 */
import { z } from 'zod';
import {
  addHandlingUnit,
  findSerial,
  listSites,
  ourCompany,
  postEntry,
} from '../../src/inventory/index.ts';
import { defineCommand } from '../../src/platform/command.ts';
import { openShipment } from '../../src/shipments/index.ts';
import { linesOf } from '../../src/shipments/lines.store.ts';
import { sendToShipment } from '../../src/shipments/send.ts';
import { lockShipment } from '../../src/shipments/store.ts';
import { mint, type World } from '../support/world.ts';

const goods = z.strictObject({
  partId: z.uuid(),
  quantity: z.int(),
  serialNumber: z.string().nullable(),
  destinationId: z.uuid().nullable(),
});

/** Opens a shipment with goods from one place, packs them in a new box and sends it off. */
const sendOff = defineCommand({
  name: 'test.send-off',
  permission: null,
  summary: 'Sends goods off.',
  input: z.strictObject({
    fromSiteId: z.uuid(),
    toSiteId: z.uuid(),
    fromLocationId: z.uuid(),
    toLocationId: z.uuid().nullable(),
    boxes: z.array(z.array(goods)),
  }),
  output: z.strictObject({ shipmentId: z.uuid(), number: z.string(), boxIds: z.array(z.uuid()) }),
  errors: ['*'],
  run: async (work, { fromSiteId, toSiteId, fromLocationId, toLocationId, boxes }) => {
    const boxIds: string[] = [];
    const wishes = [];
    for (const inside of boxes) {
      const box = await addHandlingUnit(work);
      boxIds.push(box.id);
      for (const one of inside) {
        const pile = {
          partId: one.partId,
          locationId: fromLocationId,
          condition: 'new' as const,
          ownerId: ourCompany,
          lotId: null,
          handlingUnitId: null,
        };
        const piece =
          one.serialNumber === null
            ? null
            : await findSerial(work.db, one.partId, one.serialNumber);
        const serialId = piece?.id ?? null;
        const boxed = { ...pile, handlingUnitId: box.id };
        const line = { from: pile, to: boxed, quantity: one.quantity, serialId, holdId: null };
        await postEntry(work, { kind: 'pack', document: null, reason: null, lines: [line] });
        wishes.push({
          source: `test:${mint('SRC')}`,
          pile: boxed,
          quantity: one.quantity,
          serialId,
          destinationId: one.destinationId,
        });
      }
    }
    const { shipment } = await openShipment(work, {
      kind: 'transfer',
      ...{ fromSiteId, toSiteId, toLocationId, toPartyId: null, shipTo: null },
      goods: wishes,
    });
    const row = await lockShipment(work, shipment.id);
    await sendToShipment(work, row, { type: 'dispatch' });
    await linesOf(work, row.id);
    return { shipmentId: row.id, number: row.number, boxIds };
  },
});

export interface Road {
  readonly fromSiteId: string;
  readonly toSiteId: string;
  readonly toCode: string;
  readonly stockId: string;
  readonly dockId: string;
  /** Sends boxes from the first site to the second, or to the given one. */
  send(
    boxes: readonly (readonly (Partial<z.infer<typeof goods>> & {
      readonly partId: string;
      readonly quantity: number;
    })[])[],
    to?: { readonly siteId?: string; readonly locationId?: string },
  ): Promise<{ shipmentId: string; number: string; boxIds: string[] }>;
}

/** The dock of a site. */
export async function dockOfSite(world: World, siteId: string): Promise<string> {
  const sites = await world.ask(listSites, {});
  const places = sites.find((site) => site.id === siteId)?.locations ?? [];
  return places.find((place) => place.kind === 'dock')?.id ?? '';
}

/** Two sites and a road between them. */
export async function makeRoad(world: World): Promise<Road> {
  const { siteId: fromSiteId } = await world.site();
  const { siteId: toSiteId, code: toCode } = await world.site();
  const stockId = await world.bin(fromSiteId);
  const dockId = await dockOfSite(world, toSiteId);
  return {
    ...{ fromSiteId, toSiteId, toCode, stockId, dockId },
    send: (boxes, to = {}) =>
      world.run(sendOff, {
        fromSiteId,
        toSiteId: to.siteId ?? toSiteId,
        fromLocationId: stockId,
        toLocationId: to.locationId ?? null,
        boxes: boxes.map((inside) =>
          inside.map((one) => ({ serialNumber: null, destinationId: null, ...one })),
        ),
      }),
  };
}
