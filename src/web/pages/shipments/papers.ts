/** The papers of shipments: slip, box label, pick list. Made when asked for, shown in the browser. */
import { boxLabel, pickListPdf, shipmentSlipPdf } from '../../../documents/index.ts';
import { labelSizes, papers } from '../../../labels/index.ts';
import { idStep, type Visit } from '../../visit.ts';
import { answer, chosen, keysOf, localeAsked } from '../documents/pages.ts';
import { pickFilters } from './pick-page.tsx';

function paperOptions(visit: Visit) {
  const paper = chosen(visit, 'paper', keysOf(papers));
  const { publicUrl } = visit.ports.settings;
  const locale = localeAsked(visit) ?? visit.locale;
  return { publicUrl, locale, ...(paper === undefined ? {} : { paper }) };
}

/** The slip that travels with a shipment. */
export async function showSlip(visit: Visit) {
  const { executor } = visit.ports;
  const shipmentId = idStep(visit, 'shipmentId');
  return answer(
    visit,
    await shipmentSlipPdf(executor, visit.actor, shipmentId, paperOptions(visit)),
  );
}

/** The label of a box. */
export async function showBoxLabel(visit: Visit) {
  const size = chosen(visit, 'size', keysOf(labelSizes));
  const which = { shipmentId: idStep(visit, 'shipmentId'), boxNumber: visit.step('boxNumber') };
  const { publicUrl, locale } = paperOptions(visit);
  const choice = {
    publicUrl,
    locale,
    format: 'pdf' as const,
    ...(size === undefined ? {} : { size }),
  };
  const asking = { executor: visit.ports.executor, actor: visit.actor };
  return answer(visit, await boxLabel(asking, which, choice));
}

/** The pick list of a site. */
export async function showPickList(visit: Visit) {
  const { executor, clock } = visit.ports;
  const wish = { siteId: idStep(visit, 'siteId'), ...pickFilters(visit) };
  const options = { ...paperOptions(visit), now: clock.now() };
  return answer(visit, await pickListPdf({ executor, actor: visit.actor }, wish, options));
}
