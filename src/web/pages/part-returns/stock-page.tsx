/** What a person keeps: the sums by part that add up to what he holds, the piles, the movements behind. */
import { countOwedReturns, csvBytes } from '../../../inventory/index.ts';
import type { KeptPart, KeptPile } from '../../../part-returns/contract.ts';
import {
  listKeepers,
  listKeptMovements,
  listKeptPiles,
  listKeptPlaces,
  listKeptStock,
  listOwnKeptMovements,
  listOwnKeptPiles,
  listOwnKeptPlaces,
  listOwnKeptStock,
  valueKeptStock,
} from '../../../part-returns/index.ts';
import { day } from '../../../platform/scalars.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { type Column, Facts, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { countLinks } from '../counts/links.ts';
import { FilterChoice } from '../filter-choice.tsx';
import { PageLinks } from '../page-links.tsx';
import { moneyText } from '../parts/money-text.ts';
import { about, returnLinks } from './links.ts';
import { personOf } from './person.ts';

const limit = 50;
const sums = ['opening', 'issued', 'removed', 'used', 'returned', 'adjusted', 'held'] as const;

const dayOf = (visit: Visit, name: string) => day.safeParse(visit.param(name)).data ?? null;

function stockOf(visit: Visit, page: number, rows: number) {
  const personId = personOf(visit);
  const asked = {
    from: dayOf(visit, 'from'),
    to: dayOf(visit, 'to'),
    search: visit.param('search').slice(0, 100),
    page,
    limit: rows,
  };
  if (personId === null) return visit.ask(listOwnKeptStock, asked);
  return visit.ask(listKeptStock, { personId, ...asked });
}

function placesOf(visit: Visit) {
  const personId = personOf(visit);
  if (personId === null) return visit.ask(listOwnKeptPlaces, {});
  return visit.ask(listKeptPlaces, { personId });
}

async function owedOf(visit: Visit) {
  if (!visit.can('returns.view')) return null;
  const personId = personOf(visit) ?? visit.actor.id;
  const { people } = await visit.ask(countOwedReturns, { personId });
  return { owed: people[0]?.returns ?? 0, overdue: people[0]?.overdue ?? 0 };
}

async function valueText(visit: Visit): Promise<string | null> {
  if (!visit.can('costs.view')) return null;
  const personId = personOf(visit) ?? visit.actor.id;
  const { valueMinor, currency } = await visit.ask(valueKeptStock, { personId });
  return currency === null ? null : moneyText(valueMinor, currency);
}

function columns(visit: Visit): Column<KeptPart>[] {
  const { say, locale } = visit;
  return [
    {
      heading: say('stock.part'),
      cell: (row) => (
        <>
          <a class="code" href={about(returnLinks.stockPart(row.partId), personOf(visit))}>
            {row.partNumber}
          </a>{' '}
          {nameIn(locale, row)}
        </>
      ),
    },
    ...sums.map(
      (name): Column<KeptPart> => ({
        heading: say(`part-returns.sum.${name}`),
        kind: 'number',
        cell: (row) => (name === 'held' ? <strong>{row.held}</strong> : row[name]),
      }),
    ),
  ];
}

async function Filters({ visit }: { visit: Visit }) {
  const { say } = visit;
  const { people } = visit.can('part-returns.view-all')
    ? await visit.ask(listKeepers, {})
    : { people: [] };
  return (
    <SearchBox visit={visit} label={say('part-returns.search-part')}>
      {people.length === 0 ? null : (
        <FilterChoice
          visit={visit}
          name="person"
          label={say('part-returns.person')}
          all={say('part-returns.myself')}
          options={people.map(({ personId: value, name: label }) => ({ value, label }))}
        />
      )}
      <label>
        {say('part-returns.from-day')}{' '}
        <input type="date" name="from" value={dayOf(visit, 'from') ?? ''} />
      </label>
      <label>
        {say('part-returns.to-day')}{' '}
        <input type="date" name="to" value={dayOf(visit, 'to') ?? ''} />
      </label>
    </SearchBox>
  );
}

/** `/part-returns/my-stock`. */
export async function showStock(visit: Visit) {
  const { say } = visit;
  const personId = personOf(visit);
  const [{ total, parts }, { places, inTransit }, owed, value] = await Promise.all([
    stockOf(visit, pageNumber(visit), limit),
    placesOf(visit),
    owedOf(visit),
    valueText(visit),
  ]);
  const codes = places.map(({ code }) => code).join(', ');
  const owedText = owed === null ? null : say('part-returns.owed-count', owed);
  const csv = visit.c.req.url.split('?')[1];
  return show(
    visit,
    { title: say('part-returns.my-stock'), section: 'part-returns' },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: returnLinks.use, label: say('part-returns.use'), needs: 'part-returns.send' },
          {
            href: about(returnLinks.new, personId),
            label: say('part-returns.new'),
            needs: 'part-returns.send',
          },
          {
            href: csv === undefined ? returnLinks.csv : `${returnLinks.csv}?${csv}`,
            label: say('part-returns.csv'),
          },
          { href: countLinks.new, label: say('part-returns.count-van'), needs: 'counts.manage' },
          { href: '/requests', label: say('part-returns.requests'), needs: 'requests.view' },
        ]}
      />
      <Facts
        facts={[
          [say('part-returns.places'), codes === '' ? say('part-returns.no-place') : codes],
          [
            say('owed.title'),
            owedText === null ? null : (
              <a href={`${returnLinks.owed}?person=${personId ?? visit.actor.id}`}>{owedText}</a>
            ),
          ],
          [say('part-returns.value'), value],
        ]}
      />
      <Filters visit={visit} />
      <Table
        visit={visit}
        caption={say('part-returns.my-stock')}
        columns={columns(visit)}
        rows={parts}
        empty={say('part-returns.stock-none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
      <p class="hint">{say('part-returns.adds-up')}</p>
      <h2>{say('part-returns.coming')}</h2>
      <Table
        visit={visit}
        caption={say('part-returns.coming')}
        rows={inTransit}
        empty={say('part-returns.coming-none')}
        columns={[
          {
            heading: say('part-returns.shipment'),
            kind: 'code',
            cell: (row) => <a href={links.shipment(row.shipmentId)}>{row.shipmentNumber}</a>,
          },
          { heading: say('stock.part'), kind: 'code', cell: (row) => row.partNumber },
          { heading: say('stock.quantity'), kind: 'number', cell: (row) => row.quantity },
          { heading: say('part-returns.promised'), cell: (row) => momentText(row.promisedAt) },
        ]}
      />
    </>,
  );
}

function PileTable({ visit, piles }: { visit: Visit; piles: readonly KeptPile[] }) {
  const { say } = visit;
  return (
    <Table
      visit={visit}
      caption={say('part-returns.sum.held')}
      rows={piles}
      empty={say('part-returns.stock-none')}
      columns={[
        { heading: say('stock.condition'), cell: (row) => say(`condition.${row.condition}`) },
        { heading: say('stock.location'), kind: 'code', cell: (row) => row.locationCode },
        { heading: say('stock.lot'), kind: 'code', cell: (row) => row.lotNumber ?? '' },
        {
          heading: say('part-returns.serial'),
          kind: 'code',
          cell: (row) => row.serialNumbers.join(', '),
        },
        { heading: say('part-returns.sum.held'), kind: 'number', cell: (row) => row.onHand },
        { heading: say('part-returns.reserved'), kind: 'number', cell: (row) => row.held },
      ]}
    />
  );
}

/** `/part-returns/my-stock/:partId`. */
export async function showStockPart(visit: Visit) {
  const { say } = visit;
  const personId = personOf(visit);
  const partId = idStep(visit, 'partId');
  const asked = { partId, page: pageNumber(visit), limit };
  const [{ total, movements }, { piles }] = await Promise.all([
    personId === null
      ? visit.ask(listOwnKeptMovements, asked)
      : visit.ask(listKeptMovements, { personId, ...asked }),
    personId === null
      ? visit.ask(listOwnKeptPiles, { partId, limit: 200 })
      : visit.ask(listKeptPiles, { personId, partId, limit: 200 }),
  ]);
  const number = piles[0]?.partNumber ?? '';
  return show(
    visit,
    { title: say('part-returns.stock-part', { number }), section: 'part-returns' },
    <>
      <PileTable visit={visit} piles={piles} />
      <h2>{say('part-returns.movements')}</h2>
      <Table
        visit={visit}
        caption={say('part-returns.movements')}
        rows={movements}
        columns={[
          { heading: say('part-returns.at'), cell: (row) => momentText(row.at) },
          {
            heading: say('part-returns.counts-as'),
            cell: (row) => say(`part-returns.sum.${row.countsAs}`),
          },
          { heading: say('part-returns.change'), kind: 'number', cell: (row) => row.change },
          {
            heading: say('stock.condition'),
            cell: (row) => say(`condition.${row.condition as KeptPile['condition']}`),
          },
          {
            heading: say('part-returns.serial'),
            kind: 'code',
            cell: (row) => row.serialNumber ?? '',
          },
          { heading: say('stock.location'), kind: 'code', cell: (row) => row.locationCode },
          { heading: say('moves.document'), kind: 'code', cell: (row) => row.document ?? '' },
          { heading: say('part-returns.by'), cell: (row) => row.byName },
        ]}
      />
      <Pager visit={visit} total={total} limit={limit} />
      <PageLinks
        visit={visit}
        links={[
          {
            href: about(returnLinks.stock, personId),
            label: say('part-returns.my-stock'),
          },
        ]}
      />
    </>,
  );
}

const quoted = (text: string | number) => `"${String(text).replaceAll('"', '""')}"`;

/** The list as a file for a spreadsheet. */
export async function sendStockCsv(visit: Visit) {
  const { say, locale } = visit;
  const heads = [say('stock.part'), say('stock.name')];
  const rows = [[...heads, ...sums.map((name) => say(`part-returns.sum.${name}`))]];
  for (let page = 1; ; page += 1) {
    const { total, parts } = await stockOf(visit, page, 200);
    for (const part of parts) {
      const numbers = sums.map((name) => String(part[name]));
      rows.push([part.partNumber, nameIn(locale, part) ?? '', ...numbers]);
    }
    if (parts.length === 0 || page * 200 >= total) break;
  }
  const csv = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
  return visit.c.body(new Uint8Array(csvBytes(csv)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="kept-stock.csv"',
    'Cache-Control': 'no-store',
  });
}
