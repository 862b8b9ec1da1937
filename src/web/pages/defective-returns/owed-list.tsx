/** Defective parts that are owed back, the most overdue first, with the way to take one in. */
import type { DefectiveReturnView } from '../../../inventory/contract.ts';
import { listDefectiveReturns } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Chip, type Column, Pager, pageNumber, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { documentMovements } from '../movements/movement-table.tsx';

const limit = 50;
const states = ['owed', 'returned', 'cancelled'] as const;

function DueCell({ visit, row }: { visit: Visit; row: DefectiveReturnView }) {
  return (
    <>
      {row.dueOn} {row.isOverdue ? <Chip tone="bad">{visit.say('owed.is-overdue')}</Chip> : null}
    </>
  );
}

function columnsOf(visit: Visit): Column<DefectiveReturnView>[] {
  const { say, locale } = visit;
  const receive: Column<DefectiveReturnView> = {
    heading: say('owed.receive'),
    cell: (row) =>
      row.state === 'owed' ? (
        <a class="button" href={`/defective-returns/${row.id}/receive?number=${row.number}`}>
          {say('owed.receive')}
        </a>
      ) : null,
  };
  return [
    { heading: say('owed.number'), kind: 'code', cell: (row) => row.number },
    { heading: say('owed.due'), cell: (row) => <DueCell visit={visit} row={row} /> },
    {
      heading: say('stock.part'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.partId)}>{row.partNumber}</a>,
    },
    { heading: say('stock.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('stock.quantity'), kind: 'number', cell: (row) => row.quantity },
    {
      heading: say('moves.document'),
      kind: 'code',
      cell: (row) => <a href={documentMovements(row.document)}>{row.document}</a>,
    },
    { heading: say('owed.fault'), kind: 'code', cell: (row) => row.faultCode ?? '' },
    { heading: say('owed.by'), cell: (row) => row.owedByName },
    { heading: say('owed.lies-at'), kind: 'code', cell: (row) => row.locationCode ?? '' },
    ...(visit.can('returns.receive') ? [receive] : []),
  ];
}

/** Shows the list; what is owed unless the address asks for another state. */
export async function showOwed(visit: Visit) {
  const { say } = visit;
  const state = chosenOf(visit, 'state', states) ?? 'owed';
  const asked = { state, page: pageNumber(visit), limit };
  const { total, returns } = await visit.ask(listDefectiveReturns, asked);
  const options = states.map((value) => ({ value, label: say(`owed.state.${value}`) }));
  return show(
    visit,
    { title: say('owed.title'), section: 'stock' },
    <>
      <form method="get" class="filter">
        <FilterChoice visit={visit} name="state" label={say('owed.state')} options={options} />
        <button type="submit">{say('form.show')}</button>
      </form>
      <Table
        visit={visit}
        caption={say('owed.title')}
        columns={columnsOf(visit)}
        rows={returns}
        empty={say('owed.none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
