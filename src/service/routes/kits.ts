/** Addresses of kits and bills of material. */
import {
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
} from '../../kits/index.ts';
import { type Operation, operation } from '../operation.ts';

export const kitsRoutes: readonly Operation[] = [
  operation('GET', '/kits', listKits),
  operation('POST', '/kits/demand', kitsDemand),
  operation('GET', '/kits/{partId}', getKit),
  operation('PUT', '/kits/{partId}', defineKit),
  operation('PUT', '/kits/{partId}/components/{componentId}', setComponent),
  operation('POST', '/kits/{partId}/components/{componentId}/remove', removeComponent),
  operation('GET', '/kits/{partId}/buildable', kitBuildable),
  operation('GET', '/kits/{partId}/explosion', explodeKit),
  operation('POST', '/kits/{partId}/build', buildKit, 201),
  operation('POST', '/kits/{partId}/break', breakKit, 201),
  operation('GET', '/kit-orders', listKitOrders),
  operation('GET', '/kit-orders/{orderId}', getKitOrder),
  operation('GET', '/model-bom', modelBom),
  operation('POST', '/model-bom', addModelBomLine, 201),
  operation('POST', '/model-bom/{lineId}/remove', removeModelBomLine),
];
