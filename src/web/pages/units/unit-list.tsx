/** The installed base with the warranty each unit has today. */
import type { UnitView } from '../../../rma/contract.ts';
import { listUnits } from '../../../rma/index.ts';
import { show } from '../../layout.tsx';
import { type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { coverageTitle } from '../rma/states.tsx';
import { idParam, searchParam } from '../stock/filters.ts';

const limit = 50;

function OpenReturn({ code }: { code: string | null }) {
  return code === null ? null : (
    <a href={`/rmas?${new URLSearchParams({ search: code })}`}>{code}</a>
  );
}

function columnsOf(visit: Visit): Column<UnitView>[] {
  const { say, locale } = visit;
  const customer = ({ customerNameEn: nameEn, customerNameZh: nameZh }: UnitView) =>
    nameIn(locale, { nameEn, nameZh });
  return [
    { heading: say('units.serial'), kind: 'code', cell: (row) => row.serialNumber },
    {
      heading: say('units.model'),
      cell: (row) => `${row.partNumber} ${nameIn(locale, row)}`,
    },
    { heading: say('units.customer'), cell: customer },
    { heading: say('units.sold'), kind: 'code', cell: (row) => row.soldOn ?? '' },
    { heading: say('units.accepted'), kind: 'code', cell: (row) => row.acceptedOn ?? '' },
    { heading: say('units.repaired'), kind: 'code', cell: (row) => row.lastRepairedOn ?? '' },
    { heading: say('units.coverage'), cell: (row) => coverageTitle(visit, row.coverage) },
    { heading: say('units.open-return'), cell: (row) => <OpenReturn code={row.openLineCode} /> },
  ];
}

/** Shows the units; of one customer when the address names him. */
export async function showUnits(visit: Visit) {
  const { say } = visit;
  const customerId = idParam(visit, 'customerId');
  const asked = { search: searchParam(visit), customerId, page: pageNumber(visit), limit };
  const { total, units } = await visit.ask(listUnits, asked);
  return show(
    visit,
    { title: say('units.title'), section: 'units' },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: '/units/new', label: say('units.new'), needs: 'rma.register-unit' },
          { href: '/customers', label: say('customers.title'), needs: 'parties.view' },
        ]}
      />
      <SearchBox
        visit={visit}
        label={say('units.search')}
        kept={customerId === null ? {} : { customerId }}
      />
      <Table
        visit={visit}
        caption={say('units.title')}
        columns={columnsOf(visit)}
        rows={units}
        empty={say('units.none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
