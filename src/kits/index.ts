/** The door of kits and bills of material. */
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';
import { addModelBomLine } from './commands/add-bom-line.ts';
import { breakKit } from './commands/break-kits.ts';
import { buildKit } from './commands/build-kits.ts';
import { defineKit } from './commands/define-kit.ts';
import { removeModelBomLine } from './commands/remove-bom-line.ts';
import { removeComponent } from './commands/remove-component.ts';
import { setComponent } from './commands/set-component.ts';
import { explodeKit } from './queries/explode-kit.ts';
import { getKit } from './queries/get-kit.ts';
import { getKitOrder } from './queries/get-order.ts';
import { kitBuildable } from './queries/kit-buildable.ts';
import { kitsDemand } from './queries/kits-demand.ts';
import { listKits } from './queries/list-kits.ts';
import { listKitOrders } from './queries/list-orders.ts';
import { modelBom } from './queries/model-bom.ts';

export { kitsErrors } from './errors.ts';
export {
  addModelBomLine,
  breakKit,
  buildKit,
  defineKit,
  explodeKit,
  getKit,
  getKitOrder,
  kitBuildable,
  kitsDemand,
  listKitOrders,
  listKits,
  modelBom,
  removeComponent,
  removeModelBomLine,
  setComponent,
};

export const kitsCommands: readonly AnyCommand[] = [
  defineKit,
  setComponent,
  removeComponent,
  addModelBomLine,
  removeModelBomLine,
  buildKit,
  breakKit,
];
/** Sent by the product itself; no route and no button. */
export const kitsOwnCommands: readonly AnyCommand[] = [];
export const kitsQueries: readonly AnyQuery[] = [
  listKits,
  getKit,
  kitBuildable,
  explodeKit,
  kitsDemand,
  listKitOrders,
  getKitOrder,
  modelBom,
];
