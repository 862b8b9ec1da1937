/**
 * Serialised pieces and lots by the dozen, in a few statements however many there are: where each
 * named piece is, and rows for those nobody has seen. Where a piece is changes only by postings.
 */
import { sql } from 'drizzle-orm';
import { invariant } from '../../platform/errors.ts';
import type { Read, Work } from '../../platform/work.ts';
import { few } from './few-rows.ts';
import { addLot, type LotStatement } from './lots.ts';
import type { Condition, Pile } from './posting.rules.ts';

/** A piece as its plate says it. */
export interface NamedPiece {
  readonly partId: string;
  readonly serialNumber: string;
}

/** A piece the system knows, and the pile it is in; null until it first entered the ledger. */
export interface FoundPiece extends NamedPiece {
  readonly id: string;
  readonly pile: Pile | null;
  readonly locationCode: string | null;
  readonly locationKind: string | null;
  readonly siteId: string | null;
}

/** The key under which a named piece stands in the answers below. */
export const pieceKey = (piece: NamedPiece): string => `${piece.partId}|${piece.serialNumber}`;

/** The key under which a lot stands in the answer of `addLots`. */
export const lotKey = (lot: Pick<LotStatement, 'partId' | 'lotNumber'>): string =>
  `${lot.partId}|${lot.lotNumber}`;

interface PieceRow extends Record<string, unknown> {
  id: string;
  partId: string;
  serialNumber: string;
  locationId: string | null;
  condition: Condition;
  ownerId: string;
  lotId: string | null;
  handlingUnitId: string | null;
  locationCode: string | null;
  locationKind: string | null;
  siteId: string | null;
}

const namedRows = (named: readonly NamedPiece[]) =>
  sql`(select * from jsonb_to_recordset(${JSON.stringify(named)}::jsonb)
         as n ("partId" uuid, "serialNumber" text) limit ${few(named)}) n`;

/** The named pieces the system knows, by `pieceKey`. */
export async function findPieces(
  read: Read,
  named: readonly NamedPiece[],
): Promise<Map<string, FoundPiece>> {
  if (named.length === 0) return new Map();
  const rows = await read.db.execute<PieceRow>(sql`
    select s.id, s.part_id as "partId", s.serial_number as "serialNumber",
           b.location_id as "locationId", b.condition, b.owner_id as "ownerId",
           b.lot_id as "lotId", b.handling_unit_id as "handlingUnitId",
           l.code as "locationCode", l.kind as "locationKind", l.site_id as "siteId"
    from ${namedRows(named)}
    join serial_unit s on s.part_id = n."partId" and s.serial_number = n."serialNumber"
    left join bucket b on b.id = s.bucket_id
    left join location l on l.id = b.location_id`);
  return new Map(rows.map((row) => [pieceKey(row), found(row)]));
}

function found(row: PieceRow): FoundPiece {
  const { id, partId, serialNumber, locationId, locationCode, locationKind, siteId } = row;
  const { condition, ownerId, lotId, handlingUnitId } = row;
  const pile: Pile | null =
    locationId === null ? null : { partId, locationId, condition, ownerId, lotId, handlingUnitId };
  return { id, partId, serialNumber, pile, locationCode, locationKind, siteId };
}

/** Makes the rows of pieces that are new to the system, and answers the ids of all, by `pieceKey`. */
export async function addPieces(
  work: Work,
  named: readonly NamedPiece[],
): Promise<Map<string, string>> {
  if (named.length === 0) return new Map();
  const rows = named.map(({ partId, serialNumber }) => ({
    id: work.newId(),
    partId,
    serialNumber,
  }));
  await work.db.execute(sql`
    insert into serial_unit (id, part_id, serial_number, created_at)
    select n.id, n."partId", n."serialNumber", ${work.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n (id uuid, "partId" uuid, "serialNumber" text)
    order by n."partId", n."serialNumber"
    on conflict (part_id, serial_number) do nothing`);
  const known = await work.db.execute<NamedPiece & { id: string } & Record<string, unknown>>(sql`
    select s.id, s.part_id as "partId", s.serial_number as "serialNumber"
    from ${namedRows(named)}
    join serial_unit s on s.part_id = n."partId" and s.serial_number = n."serialNumber"`);
  return new Map(known.map((row) => [pieceKey(row), row.id]));
}

interface KnownLot extends Record<string, unknown> {
  id: string;
  partId: string;
  lotNumber: string;
  expiresOn: string | null;
}

/**
 * The ids of lots by `lotKey`, made where nobody has seen them.
 * @throws inventory.lot-expiry-differs when a lot is known with another expiry
 */
export async function addLots(
  work: Work,
  said: readonly LotStatement[],
): Promise<Map<string, string>> {
  const asked = new Map(said.map((lot) => [lotKey(lot), lot]));
  const ids = new Map<string, string>();
  if (asked.size === 0) return ids;
  const names = JSON.stringify([...asked.values()]);
  const known = await work.db.execute<KnownLot>(sql`
    select lot.id, lot.part_id as "partId", lot.lot_number as "lotNumber",
           lot.expires_on as "expiresOn"
    from jsonb_to_recordset(${names}::jsonb) as n ("partId" uuid, "lotNumber" text)
    join lot on lot.part_id = n."partId" and lot.lot_number = n."lotNumber"`);
  for (const row of known) {
    const given = asked.get(lotKey(row))?.expiresOn ?? null;
    if (given === null || given === row.expiresOn) ids.set(lotKey(row), row.id);
  }
  // What is new, or has to be held against another day, is looked at one by one, in one order.
  const rest = [...asked].filter(([key]) => !ids.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, lot] of rest) ids.set(key, await addLot(work, lot));
  invariant(ids.size === asked.size, 'every lot has a row');
  return ids;
}
