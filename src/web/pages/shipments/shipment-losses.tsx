/** What of a shipment was written off, with the way back; and the word that a party has it. */
import type { ShipmentView } from '../../../shipments/contract.ts';
import { keyField } from '../../form.ts';
import { Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { shipmentLinks } from './addresses.ts';

interface Props {
  readonly visit: Visit;
  readonly shipment: ShipmentView;
}

function FindForm({ visit, shipment, entryId }: Props & { entryId: string }) {
  const { say, ports } = visit;
  const field = `reason-${entryId.slice(-12)}`;
  return (
    <details>
      <summary>{say('shipments.find')}</summary>
      <form
        method="post"
        action={`${shipmentLinks.shipment(shipment.shipmentId)}/find-again`}
        class="row"
      >
        <input type="hidden" name={keyField} value={ports.ids.newId()} />
        <input type="hidden" name="version" value={String(shipment.version)} />
        <input type="hidden" name="entryId" value={entryId} />
        <label for={field}>{say('shipments.reason')}</label>
        <input id={field} name="reason" required maxlength={400} />
        <button type="submit">{say('shipments.find')}</button>
      </form>
    </details>
  );
}

/** Losses, newest last. */
export function Losses({ visit, shipment }: Props) {
  const { say } = visit;
  if (shipment.losses.length === 0) return null;
  return (
    <>
      <h2>{say('shipments.losses')}</h2>
      <Table
        visit={visit}
        caption={say('shipments.losses')}
        rows={shipment.losses}
        columns={[
          { heading: say('shipments.when'), cell: (loss) => momentText(loss.lostAt) },
          {
            heading: say('shipments.box'),
            kind: 'code',
            cell: (loss) => loss.boxNumber ?? say('shipments.unboxed'),
          },
          { heading: say('shipments.pieces'), kind: 'number', cell: (loss) => loss.pieces },
          { heading: say('shipments.reason'), cell: (loss) => loss.reason },
          { heading: say('shipments.by'), cell: (loss) => loss.lostByName },
          {
            heading: say('shipments.found-again'),
            cell: (loss) => {
              if (loss.foundAt !== null) {
                return `${momentText(loss.foundAt)} ${loss.foundByName ?? ''}`;
              }
              if (!visit.can('shipments.work')) return '—';
              return <FindForm visit={visit} shipment={shipment} entryId={loss.entryId} />;
            },
          },
        ]}
      />
    </>
  );
}

/** A shipment to somebody outside is confirmed by whoever sent it. */
export function ConfirmDelivery({ visit, shipment }: Props) {
  const { say, ports } = visit;
  const isOut = shipment.toPartyCode !== null && shipment.onTheWay > 0;
  if (!isOut || !visit.can('shipments.work')) return null;
  return (
    <form
      method="post"
      action={`${shipmentLinks.shipment(shipment.shipmentId)}/confirm-delivery`}
      class="row"
    >
      <input type="hidden" name={keyField} value={ports.ids.newId()} />
      <input type="hidden" name="version" value={String(shipment.version)} />
      <button type="submit" class="main">
        {say('action.shipment.confirm-delivery')}
      </button>
    </form>
  );
}
