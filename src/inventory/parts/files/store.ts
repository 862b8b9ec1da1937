/** Reads and writes the files of parts. Lists never read the bytes; one file does. */
import { createHash } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../../platform/db/connect.ts';
import type { Read, Work } from '../../../platform/work.ts';
import { inventoryErrors } from '../../errors.ts';
import { partFile } from './tables.ts';

const listed = {
  id: partFile.id,
  partId: partFile.partId,
  name: partFile.name,
  mediaType: partFile.mediaType,
  sizeBytes: partFile.sizeBytes,
  sha256: partFile.sha256,
  addedByName: partFile.addedByName,
  addedAt: partFile.addedAt,
};

/** The files of parts that are not retired, the oldest first. */
export async function filesOf(read: Pick<Read, 'db'>, partIds: readonly string[]) {
  if (partIds.length === 0) return [];
  return read.db
    .select(listed)
    .from(partFile)
    .where(and(inArray(partFile.partId, [...partIds]), isNull(partFile.retiredAt)))
    .orderBy(partFile.addedAt, partFile.id);
}

/** One file with its bytes. @throws inventory.unknown-part-file */
export async function getFile(db: Database, partId: string, fileId: string) {
  const [row] = await db
    .select()
    .from(partFile)
    .where(and(eq(partFile.id, fileId), eq(partFile.partId, partId), isNull(partFile.retiredAt)));
  if (row === undefined) throw inventoryErrors.error('unknown-part-file');
  return row;
}

/** SHA-256 of a content, hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The name under which a part keeps a content already; null when it does not. */
export async function nameOfContent(
  read: Pick<Read, 'db'>,
  partId: string,
  sha256: string,
): Promise<string | null> {
  const [row] = await read.db
    .select({ name: partFile.name })
    .from(partFile)
    .where(
      and(eq(partFile.partId, partId), eq(partFile.sha256, sha256), isNull(partFile.retiredAt)),
    );
  return row?.name ?? null;
}

/** Adds a file to a part and answers its id. */
export async function insertFile(
  work: Work,
  values: {
    readonly partId: string;
    readonly name: string;
    readonly mediaType: string;
    readonly sha256: string;
    readonly bytes: Buffer;
  },
): Promise<string> {
  const id = work.newId();
  const made = { addedAt: work.now, addedByName: work.actor.name };
  const sizeBytes = values.bytes.byteLength;
  await work.db.insert(partFile).values({ ...values, ...made, sizeBytes, id });
  return id;
}

/** Retires a file; whether there was one in use. */
export async function retireFile(work: Work, partId: string, fileId: string): Promise<boolean> {
  const gone = await work.db
    .update(partFile)
    .set({ retiredAt: work.now, retiredByName: work.actor.name })
    .where(
      and(eq(partFile.id, fileId), eq(partFile.partId, partId), sql`${partFile.retiredAt} is null`),
    )
    .returning({ id: partFile.id });
  return gone.length > 0;
}
