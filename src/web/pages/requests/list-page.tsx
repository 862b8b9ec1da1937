/** The shelves of requests: what waits for the reader's decision, his own, the open ones, all. */
import { listRequests, type RequestSummary } from '../../../orders/index.ts';
import { show } from '../../layout.tsx';
import { type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { chosenOf } from '../filter-choice.tsx';
import { PageLinks } from '../page-links.tsx';
import { searchParam } from '../stock/filters.ts';
import { dayText, Priority, partsText, RequestState, valueText } from './words.tsx';

const limit = 50;

const shelves = ['waiting', 'mine', 'open', 'all'] as const;
type Shelf = (typeof shelves)[number];

/** An approver comes to decide, everybody else to see what became of his own. */
function shelfOf(visit: Visit): Shelf {
  const asked = chosenOf(visit, 'shelf', shelves);
  return asked ?? (visit.can('requests.approve') ? 'waiting' : 'mine');
}

const askedFor = {
  waiting: { shelf: 'waiting', onlyOwn: false },
  mine: { shelf: 'all', onlyOwn: true },
  open: { shelf: 'open', onlyOwn: false },
  all: { shelf: 'all', onlyOwn: false },
} as const;

function Tabs({ visit, shelf }: { visit: Visit; shelf: Shelf }) {
  const { say } = visit;
  return (
    <nav class="tabs" aria-label={say('requests.shelves')}>
      {shelves.map((one) => (
        <a href={`/requests?shelf=${one}`} aria-current={one === shelf ? 'page' : undefined}>
          {say(`requests.shelf.${one}`)}
        </a>
      ))}
    </nav>
  );
}

function columnsOf(visit: Visit, shelf: Shelf): Column<RequestSummary>[] {
  const { say } = visit;
  const state: Column<RequestSummary> = {
    heading: say('requests.state'),
    cell: (row) => <RequestState visit={visit} state={row.state} />,
  };
  return [
    {
      heading: say('requests.number'),
      kind: 'code',
      cell: (row) => <a href={`/requests/${row.id}`}>{row.number}</a>,
    },
    {
      heading: say('requests.priority'),
      cell: (row) => <Priority visit={visit} priority={row.priority} />,
    },
    { heading: say('requests.needed-by'), kind: 'code', cell: (row) => dayText(row.neededBy) },
    // On the shelf of those that wait they all say the same.
    ...(shelf === 'waiting' ? [] : [state]),
    {
      heading: say('requests.parts'),
      cell: (row) => <span class="code">{partsText(visit, row)}</span>,
    },
    { heading: say('requests.pieces'), kind: 'number', cell: (row) => row.pieceCount },
    { heading: say('requests.value'), kind: 'number', cell: (row) => valueText(visit, row) },
    {
      heading: say('requests.to'),
      kind: 'code',
      cell: (row) => (
        <>
          {row.destinationCode}
          {row.documentNumber === null ? null : <div>{row.documentNumber}</div>}
        </>
      ),
    },
    {
      heading: say('requests.by'),
      cell: (row) => (
        <>
          {row.requestedByName}
          <div class="fine">{momentText(row.createdAt)}</div>
        </>
      ),
    },
  ];
}

/** `/requests` */
export async function showRequests(visit: Visit) {
  const { say } = visit;
  const shelf = shelfOf(visit);
  const search = searchParam(visit);
  const asked = { ...askedFor[shelf], search, page: pageNumber(visit), limit };
  const { total, requests } = await visit.ask(listRequests, asked);
  return show(
    visit,
    { title: say('requests.title'), section: 'requests' },
    <>
      <PageLinks
        visit={visit}
        links={[
          {
            href: '/requests/new',
            label: say('requests.new'),
            needs: 'requests.submit',
            isMain: true,
          },
        ]}
      />
      <Tabs visit={visit} shelf={shelf} />
      <SearchBox visit={visit} label={say('requests.search')} kept={{ shelf }} />
      <Table
        visit={visit}
        caption={say(`requests.shelf.${shelf}`)}
        columns={columnsOf(visit, shelf)}
        rows={requests}
        empty={say(`requests.none.${shelf}`)}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
