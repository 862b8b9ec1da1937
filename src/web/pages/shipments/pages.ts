/** The addresses of picking, packing and shipping of parts and the right each needs. */
import { platformErrors } from '../../../platform/platform-errors.ts';
import { movedShipment } from '../../../shipments/contract.ts';
import { submit } from '../../form.ts';
import type { PageRoutes } from '../../page-routes.ts';
import { actionName } from '../../ui/actions.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { shipmentLinks } from './addresses.ts';
import { showHub } from './hub.tsx';
import { showPack } from './pack-page.tsx';
import { showBoxLabel, showPickList, showSlip } from './papers.ts';
import { choosePickSite, showPick } from './pick-page.tsx';
import { shipmentSteps } from './shipment-actions.tsx';
import { showShipment } from './shipment-page.tsx';
import { showShortPicks } from './short-picks-page.tsx';
import {
  takeBack,
  takeBoxOff,
  takeNewBox,
  takeOut,
  takePackForm,
  takePackScan,
  takeUnboxed,
  takeWeight,
} from './take-packs.ts';
import { takePickForm, takePickScan, takeShort } from './take-picks.ts';

async function takeStep(visit: Visit, form: FormData) {
  const shipmentId = idStep(visit, 'shipmentId');
  const event = visit.step('event');
  const command = Object.hasOwn(shipmentSteps, event) ? shipmentSteps[event] : undefined;
  if (command === undefined) throw platformErrors.error('not-found');
  const sent = await submit(visit, form, command, { fixed: { shipmentId } });
  if (!sent.ok) return showShipment(visit, { event, form: sent.form });
  const { number: code } = movedShipment.loose().parse(sent.output);
  const action = actionName(visit, 'action.shipment', event);
  return visit.redirect(shipmentLinks.shipment(shipmentId), 'shipments.moved', { code, action });
}

function pickPages(pages: PageRoutes): void {
  const at = '/shipments/pick/:siteId';
  pages.get('/shipments/pick', 'shipments.work', choosePickSite);
  pages.get(at, 'shipments.work', (visit) => showPick(visit));
  pages.post(`${at}/scan`, 'shipments.work', takePickScan);
  pages.get(`${at}/:binId`, 'shipments.work', (visit) => showPick(visit));
  pages.post(`${at}/:binId/scan`, 'shipments.work', takePickScan);
  pages.post(`${at}/:binId/take`, 'shipments.work', takePickForm);
  pages.post(`${at}/:binId/short`, 'shipments.work', takeShort);
}

function packPages(pages: PageRoutes): void {
  const at = '/shipments/:shipmentId/pack';
  pages.get(at, 'shipments.work', (visit) => showPack(visit));
  pages.post(`${at}/scan`, 'shipments.work', takePackScan);
  pages.post(`${at}/new-box`, 'shipments.work', takeNewBox);
  pages.post(`${at}/unboxed`, 'shipments.work', takeUnboxed);
  pages.post(`${at}/put-back`, 'shipments.work', takeBack);
  pages.get(`${at}/:boxNumber`, 'shipments.work', (visit) => showPack(visit));
  pages.post(`${at}/:boxNumber`, 'shipments.work', takePackForm);
  pages.post(`${at}/:boxNumber/scan`, 'shipments.work', takePackScan);
  pages.post(`${at}/:boxNumber/take-out`, 'shipments.work', takeOut);
  pages.post(`${at}/:boxNumber/weigh`, 'shipments.work', takeWeight);
  pages.post(`${at}/:boxNumber/remove`, 'shipments.work', takeBoxOff);
}

/** Papers stand where programs find them with a token. */
function paperPages(pages: PageRoutes): void {
  const at = '/documents/shipments/:shipmentId';
  pages.get(`${at}/packing-slip.pdf`, 'shipments.view', showSlip);
  pages.get(`${at}/boxes/:boxNumber/label.pdf`, 'shipments.view', showBoxLabel);
  pages.get('/documents/sites/:siteId/pick-list.pdf', 'shipments.view', showPickList);
}

/** Adds the pages of picking, packing and shipping of parts. */
export function shipmentsPages(pages: PageRoutes): void {
  pages.get('/shipments', 'shipments.view', showHub);
  pages.get('/shipments/short-picks', 'shipments.view', showShortPicks);
  pickPages(pages);
  packPages(pages);
  paperPages(pages);
  pages.get('/shipments/:shipmentId', 'shipments.view', (visit) => showShipment(visit));
  pages.post('/shipments/:shipmentId/:event', 'shipments.work', takeStep);
}
