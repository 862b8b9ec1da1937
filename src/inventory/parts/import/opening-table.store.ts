/**
 * Opening balances as the rows of a table: what was posted as opening so far, and the postings that
 * bring in more. It knows part, place, lot and piece.
 */
import { sql } from 'drizzle-orm';
import { invariant } from '../../../platform/errors.ts';
import type { Read, Work } from '../../../platform/work.ts';
import { addLots, addPieces, lotKey, pieceKey } from '../../ledger/many-pieces.ts';
import { postEntry } from '../../ledger/post-entry.ts';
import type { Condition, Pile, PostingLine } from '../../ledger/posting.rules.ts';
import { ourCompany, place } from '../../places.ts';
import { withinScopes } from '../../sites/store.ts';
import { textArray } from './many-rows.store.ts';

/** Lines of one entry; a store of any size is posted in entries of this many. */
const linesPerEntry = 500;

/** Key of the advisory lock under which opening balances are imported. */
const openingLock = 7_301;

/** What was posted as opening into one pile, so far as nobody undid it. */
export interface StoredOpening extends Record<string, unknown> {
  readonly partNumber: string;
  readonly location: string;
  readonly condition: Condition;
  readonly lotNumber: string | null;
  readonly expiresOn: string | null;
  readonly serialNumbers: readonly string[];
  readonly quantity: number;
  /** In minor units; null where it does not come out even, or nothing is known. */
  readonly unitValueMinor: number | null;
}

/** Waits until nobody else imports opening balances: what is posted so far decides what is new. */
export async function lockOpenings(work: Work): Promise<void> {
  await work.db.execute(sql`select pg_advisory_xact_lock(${openingLock})`);
}

/** Opening balances of our own stock in the caller's sites. */
export async function storedOpenings(read: Read): Promise<readonly StoredOpening[]> {
  const rows = await read.db.execute<StoredOpening>(sql`
    select p.part_number as "partNumber", l.code as location, b.condition,
           lot.lot_number as "lotNumber", lot.expires_on as "expiresOn",
           coalesce(array_agg(u.serial_number order by u.serial_number)
                      filter (where u.id is not null), '{}') as "serialNumbers",
           sum(m.quantity)::bigint as quantity,
           case when sum(c.value_minor) % sum(m.quantity) = 0
             then (sum(c.value_minor) / sum(m.quantity))::bigint end as "unitValueMinor"
    from movement m
    join entry e on e.id = m.entry_id and e.kind = 'opening'
    join bucket f on f.id = m.from_bucket_id and f.location_id = ${place.opening}::uuid
    join bucket b on b.id = m.to_bucket_id and b.owner_id = ${ourCompany}::uuid
    join location l on l.id = b.location_id
    join part p on p.id = m.part_id
    left join lot on lot.id = b.lot_id
    left join serial_unit u on u.id = m.serial_id
    left join cost_entry c on c.entry_id = m.entry_id and c.line = m.line
    where ${withinScopes(read, sql`l.site_id`)}
      and not exists (select from entry r where r.reverses_id = e.id)
    group by p.part_number, l.code, b.condition, lot.lot_number, lot.expires_on
    order by l.code, p.part_number, b.condition, lot.lot_number`);
  return [...rows];
}

/** An opening balance to post. */
export interface Opening {
  readonly partId: string;
  readonly locationId: string;
  readonly condition: Condition;
  readonly lotNumber: string | null;
  readonly expiresOn: string | null;
  readonly serialNumbers: readonly string[];
  readonly quantity: number;
  readonly unitValueMinor: number | null;
}

/** The lots among the openings that the store has not seen get their rows in one statement. */
async function addNewLots(work: Work, lots: readonly object[]): Promise<void> {
  const rows = JSON.stringify(lots.map((lot) => ({ ...lot, id: work.newId() })));
  await work.db.execute(sql`
    insert into lot (id, part_id, lot_number, expires_on)
    select r.id, r."partId", r."lotNumber", r."expiresOn"
    from jsonb_to_recordset(${rows}::jsonb)
      as r (id uuid, "partId" uuid, "lotNumber" text, "expiresOn" text)
    order by r."partId", r."lotNumber"
    on conflict (part_id, lot_number) do nothing`);
}

function linesOf(opening: Opening, ids: Ids): PostingLine[] {
  const { partId, locationId, condition, lotNumber, quantity, unitValueMinor } = opening;
  const lotId = lotNumber === null ? null : ids.lots.get(lotKey({ partId, lotNumber }));
  invariant(lotId !== undefined, 'every lot has a row');
  const at = (where: string): Pile => ({
    ...{ partId, locationId: where, condition, ownerId: ourCompany, lotId, handlingUnitId: null },
  });
  const line = { from: at(place.opening), to: at(locationId), holdId: null };
  const worth = (count: number) =>
    unitValueMinor === null ? {} : { valueMinor: unitValueMinor * count };
  if (opening.serialNumbers.length === 0) {
    return [{ ...line, quantity, serialId: null, ...worth(quantity) }];
  }
  return opening.serialNumbers.map((serialNumber) => {
    const serialId = ids.pieces.get(pieceKey({ partId, serialNumber }));
    invariant(serialId, 'every piece has a row');
    return { ...line, quantity: 1, serialId, ...worth(1) };
  });
}

interface Ids {
  readonly lots: ReadonlyMap<string, string>;
  readonly pieces: ReadonlyMap<string, string>;
}

/**
 * Posts opening balances in entries of up to 500 lines.
 * @throws what postEntry throws; inventory.lot-expiry-differs
 */
export async function postOpenings(work: Work, openings: readonly Opening[]): Promise<void> {
  const lots = openings.flatMap(({ partId, lotNumber, expiresOn }) =>
    lotNumber === null ? [] : [{ partId, lotNumber, expiresOn }],
  );
  const named = openings.flatMap(({ partId, serialNumbers }) =>
    serialNumbers.map((serialNumber) => ({ partId, serialNumber })),
  );
  if (lots.length > 0) await addNewLots(work, lots);
  const ids = { lots: await addLots(work, lots), pieces: await addPieces(work, named) };
  const lines = openings.flatMap((opening) => linesOf(opening, ids));
  for (let start = 0; start < lines.length; start += linesPerEntry) {
    const some = lines.slice(start, start + linesPerEntry);
    await postEntry(work, { kind: 'opening', document: null, reason: null, lines: some });
  }
}

/** The day of expiry of every lot of these parts that has one, by `<part id>|<lot number>`. */
export async function knownLots(
  read: Read,
  partIds: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const rows = await read.db.execute<{ key: string; day: string }>(sql`
    select part_id || '|' || lot_number as key, expires_on as day from lot
    where expires_on is not null
      and part_id = any (${textArray([...new Set(partIds)])}::uuid[])`);
  return [...rows].map(({ key, day }) => [key, day] as const);
}
