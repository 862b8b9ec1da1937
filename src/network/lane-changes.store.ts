/** Writes lanes, and says what a broken promise of the table means. */
import { eq, sql } from 'drizzle-orm';
import { platformErrors } from '../platform/platform-errors.ts';
import type { Work } from '../platform/work.ts';
import { networkErrors } from './errors.ts';
import { lane } from './tables.ts';

export type LaneRow = typeof lane.$inferSelect;
type LaneValues = Omit<typeof lane.$inferInsert, 'id' | 'createdAt' | 'version'>;

/** Says what it means when the two ends of a lane are one. */
export function refuseOneSite(work: Work): void {
  work.refuseAs('lane_two_sites', async () => networkErrors.error('lane-to-itself'));
}

/**
 * Locks a lane that leads to a site of the caller's.
 * @throws network.unknown-lane, network.lane-retired, platform.stale-version
 */
export async function lockLane(work: Work, laneId: string, version: number): Promise<LaneRow> {
  const [row] = await work.db.select().from(lane).where(eq(lane.id, laneId)).for('no key update');
  if (row === undefined) throw networkErrors.error('unknown-lane');
  work.requireScope(row.toSiteId, networkErrors.error('unknown-lane'));
  if (row.version !== version) throw platformErrors.error('stale-version');
  if (row.retiredAt !== null) throw networkErrors.error('lane-retired');
  return row;
}

/** Adds a lane and answers its id. */
export async function addLaneRow(work: Work, values: LaneValues): Promise<string> {
  const laneId = work.newId();
  await work.db.insert(lane).values({ ...values, id: laneId, createdAt: work.now });
  return laneId;
}

/** Changes a lane that is locked. */
export async function changeLaneRow(
  work: Work,
  laneId: string,
  values: Partial<LaneValues>,
): Promise<void> {
  await work.db
    .update(lane)
    .set({ ...values, version: sql`${lane.version} + 1` })
    .where(eq(lane.id, laneId));
}
