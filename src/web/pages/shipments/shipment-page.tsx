/** One shipment: where it goes, what may be done now, its boxes and goods, losses and history. */
import type { ShipmentLineView, ShipmentView } from '../../../shipments/contract.ts';
import { getShipment } from '../../../shipments/index.ts';
import type { FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Actions } from '../../ui/actions.tsx';
import { ProblemNotice } from '../../ui/form-box.tsx';
import { Facts, Table } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';
import { shipmentLinks } from './addresses.ts';
import { shipmentActions } from './shipment-actions.tsx';
import { ConfirmDelivery, Losses } from './shipment-losses.tsx';
import { destinationText, StateChips } from './shipment-tables.tsx';

/** A step that was refused on the page. */
export interface RefusedShipmentStep {
  readonly event: string;
  readonly form: FormState;
}

interface Props {
  readonly visit: Visit;
  readonly shipment: ShipmentView;
}

function ShipmentFacts({ visit, shipment }: Props) {
  const { say } = visit;
  const travel = [shipment.mode, shipment.carrier].filter((word) => word !== null).join(' · ');
  return (
    <section class="panel">
      <Facts
        facts={[
          [say('shipments.kind'), say(`shipments.kind.${shipment.kind}`)],
          [say('shipments.from'), shipment.fromSiteCode],
          [say('shipments.to'), destinationText(visit, shipment)],
          [say('shipments.ship-to'), shipment.shipTo],
          [say('shipments.document'), shipment.documentNumber],
          [say('shipments.lane'), travel],
          [say('shipments.tracking'), shipment.trackingNumber],
          [say('shipments.promised'), momentText(shipment.promisedAt)],
          [say('shipments.created'), `${momentText(shipment.createdAt)} ${shipment.createdByName}`],
          [
            say('shipments.shipped'),
            `${momentText(shipment.shippedAt)} ${shipment.shippedByName ?? ''}`,
          ],
          [say('shipments.note'), shipment.note],
        ]}
      />
    </section>
  );
}

function Tools({ visit, shipment }: Props) {
  const { say } = visit;
  const { shipmentId, state } = shipment;
  const canPack = state === 'packing' && visit.can('shipments.work');
  return (
    <p class="row">
      {canPack ? (
        <a class="button main" href={shipmentLinks.pack(shipmentId)}>
          {say('shipments.pack')}
        </a>
      ) : null}
      {visit.can('labels.print') && shipment.contents.length > 0 ? (
        <a class="button" href={shipmentLinks.slip(shipmentId)}>
          {say('shipments.slip')}
        </a>
      ) : null}
    </p>
  );
}

function becameOf(visit: Visit, line: ShipmentLineView): string {
  const { say } = visit;
  const parts = [
    line.onTheWay > 0 ? say('shipments.n-on-the-way', { n: line.onTheWay }) : '',
    line.received > 0 ? say('shipments.n-received', { n: line.received }) : '',
    line.lost > 0 ? say('shipments.n-lost', { n: line.lost }) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ') || '—';
}

function Contents({ visit, shipment }: Props) {
  const { say } = visit;
  return (
    <Table
      visit={visit}
      caption={say('shipments.contents')}
      rows={shipment.contents}
      empty={say('shipments.is-empty')}
      columns={[
        {
          heading: say('shipments.part'),
          kind: 'code',
          cell: (line) => <a href={links.part(line.partId)}>{line.partNumber}</a>,
        },
        { heading: say('shipments.name'), cell: (line) => nameIn(visit.locale, line) },
        {
          heading: say('shipments.condition'),
          cell: (line) => wordOf(visit, 'condition', line.condition),
        },
        { heading: say('shipments.pieces'), kind: 'number', cell: (line) => line.quantity },
        {
          heading: say('shipments.piece'),
          kind: 'code',
          cell: (line) => line.serialNumber ?? line.lotNumber ?? '',
        },
        {
          heading: say('shipments.box'),
          kind: 'code',
          cell: (line) => line.boxNumber ?? (line.isUnboxed ? say('shipments.unboxed') : '—'),
        },
        { heading: say('shipments.order'), kind: 'code', cell: (line) => line.orderNumber ?? '—' },
        {
          heading: say('shipments.for'),
          kind: 'code',
          cell: (line) => line.destinationCode ?? '—',
        },
        { heading: say('shipments.became'), cell: (line) => becameOf(visit, line) },
      ]}
    />
  );
}

function Boxes({ visit, shipment }: Props) {
  const { say } = visit;
  if (shipment.boxList.length === 0) return null;
  const isPacking = shipment.state === 'packing' && visit.can('shipments.work');
  return (
    <>
      <h2>{say('shipments.boxes')}</h2>
      <Table
        visit={visit}
        caption={say('shipments.boxes')}
        rows={shipment.boxList}
        columns={[
          {
            heading: say('shipments.box'),
            kind: 'code',
            cell: ({ boxNumber }) =>
              isPacking ? (
                <a href={shipmentLinks.packBox(shipment.shipmentId, boxNumber)}>{boxNumber}</a>
              ) : (
                boxNumber
              ),
          },
          { heading: say('shipments.pieces'), kind: 'number', cell: ({ pieces }) => pieces },
          {
            heading: say('shipments.weight'),
            kind: 'number',
            cell: ({ weightGrams }) => weightGrams ?? '—',
          },
          {
            heading: say('shipments.box-label'),
            cell: ({ boxNumber }) =>
              visit.can('labels.print') ? (
                <a href={shipmentLinks.boxLabel(shipment.shipmentId, boxNumber)}>
                  {say('shipments.print')}
                </a>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </>
  );
}

function History({ visit, shipment }: Props) {
  const { say } = visit;
  return (
    <section class="panel">
      <h2>{say('shipments.history')}</h2>
      <ol class="timeline">
        {shipment.timeline.map(({ at, command, actorName }) => (
          <li>
            <time datetime={at}>{momentText(at)}</time>{' '}
            {wordOf(visit, 'shipments.did', command.replace(/^[a-z-]+\./, ''))} · {actorName}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `/shipments/:shipmentId`; `refused` is what was just refused there. */
export async function showShipment(visit: Visit, refused?: RefusedShipmentStep) {
  const { say } = visit;
  const shipment = await visit.ask(getShipment, { shipmentId: idStep(visit, 'shipmentId') });
  const specs = shipmentActions(visit, shipment);
  const isAction = refused !== undefined && Object.hasOwn(specs, refused.event);
  const loose = isAction ? null : (refused?.form.problem ?? null);
  const frame = {
    title: shipment.number,
    section: 'shipments',
    status: refused?.form.problem?.status,
    scan: { hasFocus: refused === undefined },
  } as const;
  return show(
    visit,
    frame,
    <>
      {loose === null ? null : <ProblemNotice visit={visit} problem={loose} />}
      <p>
        <StateChips visit={visit} shipment={shipment} />
      </p>
      <Tools visit={visit} shipment={shipment} />
      <Actions
        visit={visit}
        events={shipment.events}
        specs={specs}
        words="action.shipment"
        base={shipmentLinks.shipment(shipment.shipmentId)}
        version={shipment.version}
        refused={isAction ? refused : undefined}
      />
      <ConfirmDelivery visit={visit} shipment={shipment} />
      <ShipmentFacts visit={visit} shipment={shipment} />
      <h2>{say('shipments.contents')}</h2>
      <Contents visit={visit} shipment={shipment} />
      <Boxes visit={visit} shipment={shipment} />
      <Losses visit={visit} shipment={shipment} />
      <History visit={visit} shipment={shipment} />
    </>,
  );
}
