/** Customers, suppliers and repairers: the list with search and kind. */
import type { PartyView } from '../../../inventory/contract.ts';
import { partyKinds } from '../../../inventory/contract.ts';
import { listParties } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { PageLinks } from '../page-links.tsx';
import { searchParam } from '../stock/filters.ts';
import { wordOf } from '../word-of.ts';

const limit = 50;

function columnsOf(visit: Visit): Column<PartyView>[] {
  const { say, locale } = visit;
  const units: Column<PartyView> = {
    heading: say('customers.units'),
    cell: (row) =>
      row.kind === 'customer' ? (
        <a href={`/units?customerId=${row.id}`}>{say('customers.units')}</a>
      ) : null,
  };
  return [
    { heading: say('customers.code'), kind: 'code', cell: (row) => row.code },
    { heading: say('customers.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('customers.kind'), cell: (row) => wordOf(visit, 'customers.kind', row.kind) },
    { heading: say('customers.contact'), cell: (row) => row.contactName ?? '' },
    { heading: say('customers.phone'), cell: (row) => row.phone ?? '' },
    { heading: say('customers.address'), cell: (row) => row.address ?? '' },
    { heading: say('customers.locale'), cell: (row) => say(`locale.${row.locale}`) },
    ...(visit.can('rma.view') ? [units] : []),
  ];
}

/** Shows the list. */
export async function showCustomers(visit: Visit) {
  const { say } = visit;
  const kind = chosenOf(visit, 'kind', partyKinds);
  const asked = { search: searchParam(visit), kind, page: pageNumber(visit), limit };
  const { total, parties } = await visit.ask(listParties, asked);
  const options = partyKinds.map((value) => ({ value, label: say(`customers.kind.${value}`) }));
  return show(
    visit,
    { title: say('customers.title'), section: 'customers' },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: '/customers/new', label: say('customers.new'), needs: 'parties.edit' },
          { href: '/units', label: say('units.title'), needs: 'rma.view' },
        ]}
      />
      <SearchBox visit={visit} label={say('customers.search')}>
        <FilterChoice
          visit={visit}
          name="kind"
          label={say('customers.kind')}
          all={say('customers.all-kinds')}
          options={options}
        />
      </SearchBox>
      <Table
        visit={visit}
        caption={say('customers.title')}
        columns={columnsOf(visit)}
        rows={parties}
        empty={say('customers.none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
