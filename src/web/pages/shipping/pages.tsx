/** The way back: pack the unit, hand it to the carrier, print the slip, confirm that it arrived. */
import type { LineView } from '../../../rma/contract.ts';
import { getRmaLine, listLines } from '../../../rma/index.ts';
import type { FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import type { PageRoutes } from '../../page-routes.ts';
import { type ActionSpec, Actions, actionName } from '../../ui/actions.tsx';
import { Facts, Pager, pageNumber } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { documentLinks } from '../documents/pages.ts';
import { lineActions } from '../rma/line-actions.tsx';
import { customerName, LineTable } from '../rma/line-table.tsx';
import { StateStrip } from '../rma/states.tsx';
import { sendLineEvent } from '../rma/take-action.ts';

const limit = 50;
const section = 'shipping';

async function showQueue(visit: Visit) {
  const { say } = visit;
  const [waiting, transit] = await Promise.all([
    visit.ask(listLines, { queue: 'to-ship', page: pageNumber(visit), limit }),
    visit.ask(listLines, { queue: 'in-transit', limit }),
  ]);
  const scan = { context: 'ship', hasFocus: true };
  return show(
    visit,
    { title: say('shipping.title'), section, floor: true, scan },
    <>
      <p>{say('shipping.hint')}</p>
      <h2>{say('shipping.waiting')}</h2>
      <LineTable
        visit={visit}
        caption={say('shipping.waiting')}
        lines={waiting.lines}
        to={links.ship}
      />
      <Pager visit={visit} total={waiting.total} limit={limit} />
      <h2>{say('shipping.transit')}</h2>
      <LineTable
        visit={visit}
        caption={say('shipping.transit')}
        lines={transit.lines}
        to={links.ship}
      />
    </>,
  );
}

function shippingSteps(visit: Visit, line: LineView): Record<string, ActionSpec> {
  const all = lineActions(visit, line);
  const wanted = ['pack', 'ship', 'confirm-delivery', 'unpack'];
  return Object.fromEntries(Object.entries(all).filter(([event]) => wanted.includes(event)));
}

function WhatAndWhere({ visit, line }: { visit: Visit; line: LineView }) {
  const { say } = visit;
  const { shipment } = line;
  return (
    <section class="panel">
      <Facts
        facts={[
          [say('rma.serial'), <span class="code">{line.arrivedSerial ?? line.serialNumber}</span>],
          [say('rma.model'), `${line.partNumber} ${nameIn(visit.locale, line)}`],
          [say('rma.customer'), customerName(visit, line)],
          [say('rma.ship-to'), line.shipTo],
          [say('rma.accessories'), line.accessories.join('\n')],
          [say('rma.box'), shipment?.boxNumber ?? null],
          [say('rma.carrier'), shipment?.carrier ?? null],
          [say('rma.tracking'), shipment?.trackingNumber ?? null],
          [say('rma.shipped-at'), momentText(shipment?.shippedAt ?? null)],
        ]}
      />
      {shipment === null || !visit.can('labels.print') ? null : (
        <p>
          <a class="button" href={documentLinks.slip(line.lineId)}>
            {say('shipping.slip')}
          </a>
        </p>
      )}
    </section>
  );
}

async function showShip(visit: Visit, refused?: { event: string; form: FormState }) {
  const { say } = visit;
  const line = await visit.ask(getRmaLine, { lineId: idStep(visit, 'lineId') });
  const frame = {
    title: say('shipping.line', { code: line.code }),
    section,
    floor: true,
    status: refused?.form.problem?.status,
    scan: { context: 'ship' },
  } as const;
  return show(
    visit,
    frame,
    <>
      <StateStrip visit={visit} line={line} />
      <Actions
        visit={visit}
        events={line.events}
        specs={shippingSteps(visit, line)}
        words="action.line"
        base={links.ship(line.lineId)}
        version={line.version}
        refused={refused}
      />
      <WhatAndWhere visit={visit} line={line} />
      <p>
        <a href={links.line(line.lineId)}>{say('rma.open-it', { code: line.code })}</a>
      </p>
    </>,
  );
}

/** `/shipping` and everything below. */
export function shippingPages(pages: PageRoutes): void {
  pages.get('/shipping', 'rma.ship', showQueue);
  pages.get('/shipping/:lineId', 'rma.ship', (visit) => showShip(visit));
  pages.post('/shipping/:lineId/:event', 'rma.ship', async (visit, form) => {
    const event = visit.step('event');
    const sent = await sendLineEvent(visit, form, event);
    if (!sent.ok) return showShip(visit, { event, form: sent.form });
    const action = actionName(visit, 'action.line', event);
    const { lineId, code } = sent.output;
    return visit.redirect(links.ship(lineId), 'rma.moved', { code, action });
  });
}
