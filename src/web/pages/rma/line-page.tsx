/** One return: everything known of it, and what may be done now. */
import type { LineView } from '../../../rma/contract.ts';
import { getRmaLine } from '../../../rma/index.ts';
import type { FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Actions } from '../../ui/actions.tsx';
import { Facts } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { documentLinks } from '../documents/pages.ts';
import { lineActions } from './line-actions.tsx';
import { LineHistory, UsedParts } from './line-history.tsx';
import { customerName } from './line-table.tsx';
import { Coverage, StateStrip, stateWord } from './states.tsx';

/** An amount in minor units as people read it. */
function amountText(minor: number | null, currency: string | null): string {
  if (minor === null) return '—';
  const text = String(minor).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)} ${currency ?? ''}`.trim();
}

function LineFacts({ visit, line }: { visit: Visit; line: LineView }) {
  const { say } = visit;
  const facts = [
    [say('rma.serial'), <span class="code">{line.serialNumber}</span>],
    [say('rma.model'), `${line.partNumber} ${nameIn(visit.locale, line)}`],
    [say('rma.customer'), customerName(visit, line)],
    [say('rma.contact-name'), [line.contactName, line.contactPhone].filter(Boolean).join(' · ')],
    [say('rma.ship-to'), line.shipTo],
    [say('rma.site'), line.siteCode],
    [say('rma.fault'), line.faultDescription],
    [say('rma.accessories'), line.accessories.join('\n')],
    [say('rma.valid-until'), line.validUntil],
    [say('rma.received'), momentText(line.receivedAt)],
    [say('rma.promised'), line.promisedOn],
    [say('rma.charge'), amountText(line.chargeMinor, line.chargeCurrency)],
    [say('rma.charge-reference'), line.chargeReference],
  ] as const;
  const arrived =
    line.arrivedSerial === null ? [] : [[say('rma.arrived-serial'), line.arrivedSerial] as const];
  return (
    <section class="panel">
      <h2>{say('rma.facts')}</h2>
      <Facts facts={[...facts, ...arrived]} />
    </section>
  );
}

function JobAndShipment({ visit, line }: { visit: Visit; line: LineView }) {
  const { say } = visit;
  const { shipment, jobId, jobNumber, jobState } = line;
  return (
    <section class="panel">
      <h2>{say('rma.coverage')}</h2>
      <Coverage visit={visit} coverage={line.coverage} />
      {jobId === null ? null : (
        <p>
          {`${say('rma.job')}: `}
          <a href={links.job(jobId)}>{jobNumber}</a>
          {` ${stateWord(visit, 'job', jobState ?? '')}`}
        </p>
      )}
      {shipment === null ? null : (
        <Facts
          facts={[
            [say('rma.shipment'), shipment.number],
            [say('rma.box'), shipment.boxNumber],
            [say('rma.carrier'), shipment.carrier],
            [say('rma.tracking'), shipment.trackingNumber],
            [say('rma.packed-at'), momentText(shipment.packedAt)],
            [say('rma.shipped-at'), momentText(shipment.shippedAt)],
            [say('rma.delivered-at'), momentText(shipment.deliveredAt)],
          ]}
        />
      )}
    </section>
  );
}

/** Links to the papers that exist now. */
function Papers({ visit, line }: { visit: Visit; line: LineView }) {
  const { say } = visit;
  if (!visit.can('labels.print')) return null;
  const { lineId } = line;
  return (
    <section class="panel">
      <h2>{say('rma.papers')}</h2>
      <p class="row">
        <a href={documentLinks.form(lineId)}>{say('rma.paper.form')}</a>
        <a href={documentLinks.parcelLabel(lineId, 'pdf')}>{say('rma.paper.label')}</a>
        {line.receivedAt === null ? null : (
          <a href={documentLinks.unitLabel(lineId, 'pdf')}>{say('rma.paper.traveller')}</a>
        )}
        {line.shipment === null ? null : (
          <a href={documentLinks.slip(lineId)}>{say('rma.paper.slip')}</a>
        )}
      </p>
    </section>
  );
}

/** `/rmas/:lineId`; `refused` is the step that was just refused there. */
export async function showLine(visit: Visit, refused?: { event: string; form: FormState }) {
  const lineId = idStep(visit, 'lineId');
  const line = await visit.ask(getRmaLine, { lineId });
  const status = refused?.form.problem?.status;
  return show(
    visit,
    { title: line.code, section: 'rmas', status },
    <>
      <StateStrip visit={visit} line={line} />
      <Actions
        visit={visit}
        events={line.events}
        specs={lineActions(visit, line)}
        words="action.line"
        base={`/rmas/${lineId}`}
        version={line.version}
        refused={refused}
      />
      <div class="columns">
        <LineFacts visit={visit} line={line} />
        <JobAndShipment visit={visit} line={line} />
      </div>
      <Papers visit={visit} line={line} />
      <UsedParts visit={visit} line={line} />
      <LineHistory visit={visit} line={line} />
    </>,
  );
}
