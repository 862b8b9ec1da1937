/**
 * The packing bench: scan a box, then what goes into it. The page shows what is still loose and what
 * lies in the box; what travels without a box is said here too.
 */
import type { ShipmentLineView, ShipmentView } from '../../../shipments/contract.ts';
import { getShipment } from '../../../shipments/index.ts';
import { type FormState, keyField } from '../../form.ts';
import { show } from '../../layout.tsx';
import { ProblemNotice } from '../../ui/form-box.tsx';
import { Table } from '../../ui/table.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { shipmentLinks } from './addresses.ts';
import { destinationText, StateChips } from './shipment-tables.tsx';

interface Props {
  readonly visit: Visit;
  readonly shipment: ShipmentView;
}

function ButtonForm({
  visit,
  action,
  label,
  fields = {},
  isMain = false,
}: {
  visit: Visit;
  action: string;
  label: string;
  fields?: Readonly<Record<string, string>>;
  isMain?: boolean;
}) {
  return (
    <form method="post" action={action} class="row">
      <input type="hidden" name={keyField} value={visit.ports.ids.newId()} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={isMain ? 'main' : undefined}>
        {label}
      </button>
    </form>
  );
}

function what(visit: Visit, line: ShipmentLineView) {
  return (
    <>
      <span class="code">{line.partNumber}</span> {nameIn(visit.locale, line)}
      {line.serialNumber === null ? null : <b class="code"> {line.serialNumber}</b>}
      {line.lotNumber === null ? null : <span class="code"> {line.lotNumber}</span>}
    </>
  );
}

function PackForm({ visit, shipment, line }: Props & { line: ShipmentLineView }) {
  const { say, ports } = visit;
  const box = visit.step('boxNumber');
  const field = `pack-${line.lineId.slice(-12)}`;
  return (
    <form method="post" action={shipmentLinks.packBox(shipment.shipmentId, box)} class="row">
      <input type="hidden" name={keyField} value={ports.ids.newId()} />
      <input type="hidden" name="items.0.lineId" value={line.lineId} />
      <label for={field} class="unseen">
        {say('shipments.quantity')}
      </label>
      <input
        id={field}
        name="items.0.quantity"
        inputmode="numeric"
        required
        size={5}
        value={String(line.quantity)}
        autofocus={visit.param('line') === line.lineId}
      />
      <button type="submit" class="main">
        {say('shipments.pack-it')}
      </button>
    </form>
  );
}

function Loose({ visit, shipment }: Props) {
  const { say } = visit;
  const box = visit.step('boxNumber');
  const base = shipmentLinks.pack(shipment.shipmentId);
  const loose = shipment.contents.filter((line) => !line.isPacked);
  return (
    <Table
      visit={visit}
      caption={say('shipments.loose')}
      rows={loose}
      empty={say('shipments.nothing-loose')}
      columns={[
        { heading: say('shipments.part'), cell: (line) => what(visit, line) },
        { heading: say('shipments.pieces'), kind: 'number', cell: (line) => line.quantity },
        { heading: say('shipments.order'), kind: 'code', cell: (line) => line.orderNumber ?? '—' },
        {
          heading: say('shipments.into-box'),
          cell: (line) =>
            box === '' ? (
              say('shipments.scan-box-hint')
            ) : (
              <PackForm visit={visit} shipment={shipment} line={line} />
            ),
        },
        {
          heading: say('shipments.otherwise'),
          cell: (line) => (
            <details>
              <summary>{say('shipments.otherwise')}</summary>
              <ButtonForm
                visit={visit}
                action={`${base}/unboxed`}
                label={say('shipments.go-unboxed')}
                fields={{ lineIds: line.lineId, isUnboxed: 'true' }}
              />
              <ButtonForm
                visit={visit}
                action={`${base}/put-back`}
                label={say('shipments.put-back', { bin: line.pickedFromCode ?? '—' })}
                fields={{ lineIds: line.lineId }}
              />
            </details>
          ),
        },
      ]}
    />
  );
}

function InBox({ visit, shipment }: Props) {
  const { say } = visit;
  const box = visit.step('boxNumber');
  const inside = shipment.contents.filter((line) => line.boxNumber === box);
  const weight = shipment.boxList.find(({ boxNumber }) => boxNumber === box)?.weightGrams ?? null;
  const base = shipmentLinks.packBox(shipment.shipmentId, box);
  return (
    <section class="panel">
      <h2>{say('shipments.in-box', { box })}</h2>
      <Table
        visit={visit}
        caption={say('shipments.in-box', { box })}
        rows={inside}
        empty={say('shipments.box-is-empty')}
        columns={[
          { heading: say('shipments.part'), cell: (line) => what(visit, line) },
          { heading: say('shipments.pieces'), kind: 'number', cell: (line) => line.quantity },
          {
            heading: say('shipments.take-out'),
            cell: (line) => (
              <ButtonForm
                visit={visit}
                action={`${base}/take-out`}
                label={say('shipments.take-out')}
                fields={{ lineIds: line.lineId }}
              />
            ),
          },
        ]}
      />
      <div class="row">
        <form method="post" action={`${base}/weigh`} class="row">
          <input type="hidden" name={keyField} value={visit.ports.ids.newId()} />
          <label for="weight">{say('shipments.weight')}</label>
          <input
            id="weight"
            name="weightGrams"
            inputmode="numeric"
            size={8}
            value={weight === null ? '' : String(weight)}
          />
          <button type="submit">{say('shipments.weigh')}</button>
        </form>
        {visit.can('labels.print') ? (
          <a class="button" href={shipmentLinks.boxLabel(shipment.shipmentId, box)}>
            {say('shipments.box-label')}
          </a>
        ) : null}
        {inside.length > 0 ? null : (
          <ButtonForm visit={visit} action={`${base}/remove`} label={say('shipments.remove-box')} />
        )}
      </div>
    </section>
  );
}

function Boxes({ visit, shipment }: Props) {
  const { say } = visit;
  const box = visit.step('boxNumber');
  return (
    <>
      <nav class="tabs" aria-label={say('shipments.boxes')}>
        {shipment.boxList.map(({ boxNumber, pieces }) => (
          <a
            href={shipmentLinks.packBox(shipment.shipmentId, boxNumber)}
            aria-current={boxNumber === box ? 'page' : undefined}
          >
            {`${boxNumber} (${pieces})`}
          </a>
        ))}
      </nav>
      <ButtonForm
        visit={visit}
        action={`${shipmentLinks.pack(shipment.shipmentId)}/new-box`}
        label={say('shipments.new-box')}
        isMain={box === ''}
      />
    </>
  );
}

/** `/shipments/:shipmentId/pack` and `/shipments/:shipmentId/pack/:boxNumber`. */
export async function showPack(visit: Visit, refused?: FormState) {
  const { say } = visit;
  const shipmentId = idStep(visit, 'shipmentId');
  const shipment = await visit.ask(getShipment, { shipmentId });
  const box = visit.step('boxNumber');
  const path = box === '' ? shipmentLinks.pack(shipmentId) : shipmentLinks.packBox(shipmentId, box);
  const frame = {
    title: say('shipments.pack-title', { code: shipment.number }),
    section: 'shipments',
    floor: true,
    status: refused?.problem?.status,
    scan: {
      context: 'pack',
      acts: true,
      action: `${path}/scan`,
      label: box === '' ? say('shipments.scan-box') : say('shipments.scan-into', { box }),
      hasFocus: refused === undefined && visit.param('line') === '',
    },
  } as const;
  return show(
    visit,
    frame,
    <>
      {refused?.problem == null ? null : <ProblemNotice visit={visit} problem={refused.problem} />}
      <p>
        <StateChips visit={visit} shipment={shipment} />{' '}
        {say('shipments.goes-to', { to: destinationText(visit, shipment) })}
      </p>
      <Boxes visit={visit} shipment={shipment} />
      {box === '' ? null : <InBox visit={visit} shipment={shipment} />}
      <h2>{say('shipments.loose')}</h2>
      <Loose visit={visit} shipment={shipment} />
      <p>
        <a class="button" href={shipmentLinks.shipment(shipmentId)}>
          {say('shipments.open-it', { code: shipment.number })}
        </a>
      </p>
    </>,
  );
}
