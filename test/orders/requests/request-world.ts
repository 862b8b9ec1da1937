/** A field office for requests: a depot with stock, a van, a technician, two approvers. */
import { createLocation } from '../../../src/inventory/index.ts';
import { submitRequest } from '../../../src/orders/index.ts';
import type { RequestMoved } from '../../../src/orders/requests/contract.ts';
import type { Actor } from '../../../src/platform/actor.ts';
import { actorWith, mint, type World } from '../../support/world.ts';

/** What everybody in the office may do. */
const own = ['requests.view', 'notices.manage-own', 'parts.view', 'sites.view', 'stock.view'];

export interface Office {
  readonly siteId: string;
  readonly binId: string;
  readonly vanId: string;
  readonly technician: Actor;
  readonly approver: Actor;
  readonly otherApprover: Actor;
  /** The technician asks for so many of each part. */
  ask(
    lines: readonly { partId: string; quantity: number }[],
    more?: { priority?: number; neededBy?: string | null; documentNumber?: string },
  ): Promise<RequestMoved>;
}

/** Builds the office in the given world. */
export async function makeOffice(world: World): Promise<Office> {
  const { siteId } = await world.site();
  const binId = await world.bin(siteId, 'storage');
  const technician = actorWith([...own, 'requests.submit'], [siteId]);
  const custodianId = technician.id;
  const { locationId: vanId } = await world.run(createLocation, {
    siteId,
    code: mint('VAN'),
    kind: 'van',
    custodianId,
  });
  const approver = actorWith([...own, 'requests.approve'], [siteId]);
  const otherApprover = actorWith([...own, 'requests.approve'], [siteId]);
  return {
    ...{ siteId, binId, vanId, technician, approver, otherApprover },
    ask: (lines, more = {}) => world.run(submitRequest, { lines: [...lines], ...more }, technician),
  };
}
