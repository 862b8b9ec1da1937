/**
 * Writers who post receipts over HTTP, each with a key, while somebody kills the server; and the
 * judge who says afterwards what became of each.
 */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type ApiClient, textOf } from '../support/api-client.ts';

export interface Ground {
  readonly siteId: string;
  readonly locationId: string;
  readonly partId: string;
}

/** A site with a bin and a part. */
export async function makeGround(api: ApiClient, mark: string): Promise<Ground> {
  const site = { code: `S${mark}`, nameEn: 'Kill site', nameZh: '测试仓' };
  const siteId = textOf(await api('/sites', { json: site }), 'siteId');
  const bin = { code: `B${mark}`, kind: 'storage' };
  const place = await api(`/sites/${siteId}/locations`, { json: bin });
  const part = { partNumber: `P${mark}`, nameEn: 'Fan', nameZh: '风扇', tracking: 'none' };
  const partId = textOf(await api('/parts', { json: part }), 'partId');
  return { siteId, locationId: textOf(place, 'locationId'), partId };
}

/** What the writers know when the server is gone. */
export interface Posted {
  /** Entry by key. */
  readonly acknowledged: Map<string, string>;
  /** Keys whose answer never came. */
  readonly unknown: Set<string>;
}

/**
 * Posts with so many writers; `kill` runs once when `after` receipts are acknowledged, in the middle of
 * the others. Each writer ends with its first unanswered request.
 */
export async function postUntilKilled(
  api: ApiClient,
  { partId, locationId }: Ground,
  plan: { readonly writers: number; readonly after: number; kill(): Promise<void> },
): Promise<Posted> {
  const posted: Posted = { acknowledged: new Map(), unknown: new Set() };
  let killing: Promise<void> | null = null;
  const writer = async () => {
    for (;;) {
      const key = randomUUID();
      posted.unknown.add(key);
      try {
        const json = { partId, locationId, quantity: 1 };
        const answer = await api('/stock/receive', { json, key });
        if (answer.status !== 200) return;
        posted.acknowledged.set(key, textOf(answer, 'entryId'));
        posted.unknown.delete(key);
      } catch {
        return;
      }
      if (posted.acknowledged.size >= plan.after) killing ??= plan.kill();
    }
  };
  await Promise.all(Array.from({ length: plan.writers }, writer));
  await killing;
  return posted;
}

/** Replays every key: an acknowledged one answers the same entry, an unknown one gets its answer now. */
export async function expectNothingLost(
  api: ApiClient,
  { partId, locationId }: Ground,
  { acknowledged, unknown }: Posted,
): Promise<void> {
  const json = { partId, locationId, quantity: 1 };
  for (const [key, entryId] of acknowledged) {
    const again = await api('/stock/receive', { json, key });
    expect(again).toMatchObject({ status: 200, body: { entryId } });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  }
  for (const key of unknown) {
    expect(await api('/stock/receive', { json, key })).toMatchObject({ status: 200 });
  }
  const { body } = await api(`/stock?partId=${partId}`);
  expect(body).toMatchObject({ rows: [{ onHand: acknowledged.size + unknown.size }] });
}
