/** Reads and writes limits of approval. Columns only; which limit holds is said by the rule. */
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Read, Work } from '../../platform/work.ts';
import type { ApprovalKind } from './contract.ts';
import { approvalLimit } from './tables.ts';

export type LimitRow = typeof approvalLimit.$inferSelect;

/** The rows that may concern a person: his own and those of everybody. */
export function limitsFor(read: Pick<Read, 'db'>, personId: string): Promise<LimitRow[]> {
  return read.db
    .select()
    .from(approvalLimit)
    .where(or(isNull(approvalLimit.personId), eq(approvalLimit.personId, personId)));
}

/** Every limit, those of everybody first. */
export function everyLimit(read: Pick<Read, 'db'>): Promise<LimitRow[]> {
  return read.db
    .select()
    .from(approvalLimit)
    .orderBy(sql`${approvalLimit.personId} nulls first`, asc(approvalLimit.kind));
}

/** Writes the limit of a person, or of everybody when there is none. */
export async function putLimit(
  work: Work,
  limit: {
    readonly kind: ApprovalKind;
    readonly personId: string | null;
    readonly maxMinor: number;
  },
): Promise<void> {
  const made = { setByName: work.actor.name, setAt: work.now };
  await work.db
    .insert(approvalLimit)
    .values({ id: work.newId(), ...limit, ...made })
    .onConflictDoUpdate({
      target: [approvalLimit.kind, approvalLimit.personId],
      set: { maxMinor: limit.maxMinor, ...made },
    });
}

/** Takes a limit away; nothing happens when there is none. */
export async function dropLimit(
  work: Work,
  limit: { readonly kind: ApprovalKind; readonly personId: string | null },
): Promise<void> {
  const whose =
    limit.personId === null
      ? isNull(approvalLimit.personId)
      : eq(approvalLimit.personId, limit.personId);
  await work.db.delete(approvalLimit).where(and(eq(approvalLimit.kind, limit.kind), whose));
}
