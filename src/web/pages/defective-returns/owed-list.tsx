/** Defective parts that are owed back, the most overdue first: how late, where they go, what to do. */
import type { DefectiveReturnView } from '../../../inventory/contract.ts';
import {
  ageBuckets,
  countOwedReturns,
  listDefectiveReturns,
  owedStates,
} from '../../../inventory/index.ts';
import { routeOwedReturns } from '../../../part-returns/index.ts';
import { id } from '../../../platform/scalars.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Chip, type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { documentMovements } from '../movements/movement-table.tsx';
import { PageLinks } from '../page-links.tsx';
import { moneyText } from '../parts/money-text.ts';

const limit = 50;

interface Row extends DefectiveReturnView {
  readonly goal: string;
}

function DueCell({ visit, row }: { visit: Visit; row: Row }) {
  return (
    <>
      {row.dueOn}{' '}
      {row.isOverdue ? (
        <Chip tone="bad">{visit.say('owed.days-late', { days: row.daysLate })}</Chip>
      ) : null}
    </>
  );
}

function Steps({ visit, row }: { visit: Visit; row: Row }) {
  const { say } = visit;
  const owed = row.state === 'owed';
  const at = `/defective-returns/${row.id}`;
  const number = `?number=${row.number}`;
  const send = new URLSearchParams({ person: row.owedById, owed: row.id });
  const steps = [
    {
      href: `${at}/receive${number}`,
      label: say('owed.receive'),
      isOffered: owed && visit.can('returns.receive'),
    },
    {
      href: `/part-returns/new?${send}`,
      label: say('owed.send'),
      isOffered: owed && visit.can('part-returns.send'),
    },
    {
      href: `${at}/write-off${number}`,
      label: say('owed.write-off'),
      isOffered: owed && visit.can('part-returns.write-off'),
    },
    {
      href: `${at}/close${number}`,
      label: say('owed.close'),
      isOffered: row.state === 'returned' && visit.can('part-returns.inspect'),
    },
    {
      href: `${at}/credit${number}`,
      label: say('owed.credit'),
      isOffered: row.state === 'closed' && visit.can('part-returns.inspect'),
    },
  ];
  return (
    <>
      {steps
        .filter(({ isOffered }) => isOffered)
        .map(({ href, label }) => (
          <>
            <a class="button" href={href}>
              {label}
            </a>{' '}
          </>
        ))}
    </>
  );
}

function columnsOf(visit: Visit): Column<Row>[] {
  const { say, locale } = visit;
  return [
    { heading: say('owed.number'), kind: 'code', cell: (row) => row.number },
    { heading: say('owed.due'), cell: (row) => <DueCell visit={visit} row={row} /> },
    {
      heading: say('stock.part'),
      cell: (row) => (
        <>
          <a class="code" href={links.part(row.partId)}>
            {row.partNumber}
          </a>{' '}
          {nameIn(locale, row)}
        </>
      ),
    },
    { heading: say('part-returns.serial'), kind: 'code', cell: (row) => row.serialNumber ?? '' },
    { heading: say('stock.quantity'), kind: 'number', cell: (row) => row.quantity },
    {
      heading: say('moves.document'),
      kind: 'code',
      cell: (row) => <a href={documentMovements(row.document)}>{row.document}</a>,
    },
    { heading: say('owed.fault'), kind: 'code', cell: (row) => row.faultCode ?? '' },
    { heading: say('owed.by'), cell: (row) => row.owedByName },
    { heading: say('owed.lies-at'), kind: 'code', cell: (row) => row.locationCode ?? '' },
    {
      heading: say('owed.goes-to'),
      kind: 'code',
      cell: (row) =>
        row.creditMinor === null
          ? row.goal
          : `${moneyText(row.creditMinor, row.creditCurrency ?? '')} ${row.creditReference ?? ''}`,
    },
    { heading: '', cell: (row) => <Steps visit={visit} row={row} /> },
  ];
}

/** How much is how late, each a way to the list of just that. */
async function Ages({ visit }: { visit: Visit }) {
  const { say } = visit;
  const { ages } = await visit.ask(countOwedReturns, {});
  return (
    <PageLinks
      visit={visit}
      links={ages.map(({ age, returns }) => ({
        href: `/defective-returns?age=${age}`,
        label: `${say(`owed.age.${age}`)}: ${returns}`,
      }))}
    />
  );
}

/** Shows the list; what is owed unless the address asks for another state. */
export async function showOwed(visit: Visit) {
  const { say } = visit;
  const state = chosenOf(visit, 'state', owedStates) ?? 'owed';
  const { total, returns } = await visit.ask(listDefectiveReturns, {
    state,
    age: chosenOf(visit, 'age', ageBuckets),
    personId: id.safeParse(visit.param('person')).data ?? null,
    search: visit.param('search').slice(0, 100),
    page: pageNumber(visit),
    limit,
  });
  const owedReturnIds = state === 'owed' ? returns.map((row) => row.id) : [];
  const { routes } = await visit.ask(routeOwedReturns, { owedReturnIds });
  const goals = new Map(routes.map((route) => [route.owedReturnId, route.code]));
  return show(
    visit,
    { title: say('owed.title'), section: 'part-returns' },
    <>
      <Ages visit={visit} />
      <SearchBox visit={visit} label={say('owed.search')}>
        <FilterChoice
          visit={visit}
          name="state"
          label={say('owed.state')}
          options={owedStates.map((value) => ({ value, label: say(`owed.state.${value}`) }))}
        />
        <FilterChoice
          visit={visit}
          name="age"
          label={say('owed.age')}
          all={say('owed.age-all')}
          options={ageBuckets.map((value) => ({ value, label: say(`owed.age.${value}`) }))}
        />
      </SearchBox>
      <Table
        visit={visit}
        caption={say('owed.title')}
        columns={columnsOf(visit)}
        rows={returns.map((row) => ({ ...row, goal: goals.get(row.id) ?? '' }))}
        empty={say('owed.none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
