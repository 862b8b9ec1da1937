/**
 * What the books say of a bin at this moment, and what they said when a pass began. What is packed in a
 * box belongs to its shipment and is not counted.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { Condition, Pile } from '../inventory/index.ts';
import type { Read, Work } from '../platform/work.ts';
import type { BinRow } from './store.ts';
import { countSeen } from './tables.ts';

/** One pile of a bin. */
export interface Balance {
  readonly bucketId: string;
  readonly partId: string;
  readonly isSerial: boolean;
  readonly lotId: string | null;
  readonly condition: Condition;
  readonly ownerId: string;
  readonly onHand: number;
  readonly version: number;
  readonly serialIds: readonly string[];
}

type Row = Record<string, unknown> & Balance;

/** The piles of the bin that hold something, of one part where only that is counted. */
export async function balancesOf(
  read: Pick<Read, 'db'>,
  { locationId, partId }: Pick<BinRow, 'locationId' | 'partId'>,
): Promise<Balance[]> {
  const rows = await read.db.execute<Row>(sql`
    select b.id as "bucketId", b.part_id as "partId", b.tracking = 'serial' as "isSerial",
           b.lot_id as "lotId", b.condition, b.owner_id as "ownerId", b.on_hand as "onHand", b.version,
           case when b.tracking = 'serial'
             then array(select s.id from serial_unit s where s.bucket_id = b.id order by 1)
             else '{}' end as "serialIds"
    from bucket b
    where b.location_id = ${locationId}::uuid and b.handling_unit_id is null and b.on_hand > 0
      and (${partId}::uuid is null or b.part_id = ${partId}::uuid)
    order by b.id`);
  return [...rows];
}

/** Balance and version of one pile; nothing of a pile that was never used. */
export async function balanceOf(
  read: Pick<Read, 'db'>,
  bucketId: string,
): Promise<{ onHand: number; version: number }> {
  const rows = await read.db.execute<{ onHand: number; version: number }>(sql`
    select on_hand as "onHand", version from bucket where id = ${bucketId}::uuid`);
  return rows[0] ?? { onHand: 0, version: 0 };
}

/** Keeps what the books say as a pass begins. */
export async function keepSeen(
  work: Work,
  bin: Pick<BinRow, 'id'>,
  pass: number,
  balances: readonly Balance[],
): Promise<void> {
  if (balances.length === 0) return;
  await work.db.insert(countSeen).values(
    balances.map(({ bucketId, onHand, version, serialIds }) => {
      return { binId: bin.id, pass, bucketId, onHand, version, serialIds: [...serialIds] };
    }),
  );
}

/** What the books said as the present pass of the bin began, by pile. */
export async function seenAtStart(
  read: Pick<Read, 'db'>,
  { id, pass }: Pick<BinRow, 'id' | 'pass'>,
): Promise<ReadonlyMap<string, { onHand: number; serialIds: readonly string[] }>> {
  const rows = await read.db
    .select()
    .from(countSeen)
    .where(and(eq(countSeen.binId, id), eq(countSeen.pass, pass)));
  return new Map(rows.map((row) => [row.bucketId, row]));
}

/** Where the books have a piece: its pile, and whether it stands open in this place. */
export async function whereIsPiece(
  read: Pick<Read, 'db'>,
  {
    partId,
    serialNumber,
    locationId,
  }: { readonly partId: string; readonly serialNumber: string; readonly locationId: string },
): Promise<{ serialId: string; bucketId: string | null; isHere: boolean } | null> {
  const rows = await read.db.execute<{
    serialId: string;
    bucketId: string | null;
    isHere: boolean;
  }>(sql`
    select s.id as "serialId", s.bucket_id as "bucketId",
           coalesce(b.location_id = ${locationId}::uuid and b.handling_unit_id is null, false)
             as "isHere"
    from serial_unit s left join bucket b on b.id = s.bucket_id
    where s.part_id = ${partId}::uuid and s.serial_number = ${serialNumber}`);
  return rows[0] ?? null;
}

/** Piles and numbers of pieces by id, for what shall be posted now. */
export async function pilesOfPieces(
  read: Pick<Read, 'db'>,
  serialIds: readonly string[],
): Promise<ReadonlyMap<string, { bucketId: string; pile: Pile; serialNumber: string }>> {
  const rows = await read.db.execute<
    Record<string, unknown> & Pile & { id: string; bucketId: string; serialNumber: string }
  >(sql`
    select s.id, s.serial_number as "serialNumber", b.id as "bucketId", b.part_id as "partId",
           b.location_id as "locationId", b.condition, b.owner_id as "ownerId", b.lot_id as "lotId",
           b.handling_unit_id as "handlingUnitId"
    from serial_unit s join bucket b on b.id = s.bucket_id
    where s.id in (select jsonb_array_elements_text(${JSON.stringify(serialIds)}::jsonb)::uuid)`);
  return new Map(
    [...rows].map(({ id, bucketId, serialNumber, ...pile }) => [
      id,
      { bucketId, serialNumber, pile },
    ]),
  );
}
