/** What was found when the pieces of a return were looked at. */
import type { ReturnLineView, ReturnView } from '../../../part-returns/contract.ts';
import { Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';

/** The list; nothing before anybody has looked. */
export function Inspections({ visit, one }: { visit: Visit; one: ReturnView }) {
  const { say } = visit;
  if (one.inspections.length === 0) return null;
  return (
    <>
      <h2>{say('part-returns.inspections')}</h2>
      <Table
        visit={visit}
        caption={say('part-returns.inspections')}
        rows={one.inspections}
        columns={[
          { heading: say('part-returns.at'), cell: (row) => momentText(row.inspectedAt) },
          {
            heading: say('stock.part'),
            kind: 'code',
            cell: (row) => [row.partNumber, row.serialNumber].filter(Boolean).join(' · '),
          },
          { heading: say('stock.quantity'), kind: 'number', cell: (row) => row.quantity },
          {
            heading: say('part-returns.found'),
            cell: (row) => say(`condition.${row.found as ReturnLineView['condition']}`),
          },
          { heading: say('stock.location'), kind: 'code', cell: (row) => row.locationCode ?? '' },
          { heading: say('part-returns.note'), cell: (row) => row.note ?? '' },
          { heading: say('part-returns.by'), cell: (row) => row.inspectedByName },
        ]}
      />
    </>
  );
}
