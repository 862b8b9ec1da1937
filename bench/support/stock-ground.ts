/** Ten thousand parts with stock in one bin and room in another, so that a posting can go either way. */

import { z } from 'zod';
import {
  createLocation,
  createSite,
  type EntryDraft,
  ourCompany,
  type Pile,
  type PostingLine,
  place,
  postEntry,
} from '../../src/inventory/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { defineCommand } from '../../src/platform/command.ts';
import { type Executor, makeExecutor } from '../../src/platform/execute.ts';
import { systemIds } from '../../src/platform/ids.ts';
import type { Ground } from './ground.ts';

export const postDraft = defineCommand({
  name: 'bench.post',
  permission: null,
  summary: 'Posts a draft.',
  input: z.strictObject({ draft: z.custom<EntryDraft>((value) => typeof value === 'object') }),
  output: z.strictObject({ entryId: z.uuid() }),
  errors: [],
  run: async (work, { draft }) => ({ entryId: await postEntry(work, draft) }),
});

export interface StockGround {
  readonly executor: Executor;
  readonly partIds: readonly string[];
  /** One unit of a part from the first bin to the second, or back when `n` is odd. */
  move(partId: string, n: number): EntryDraft;
}

const entryLines = 500;

/** Fills the database; `perPart` units of each part lie in each of the two bins. */
export async function fillStock(
  ground: Ground,
  parts: number,
  perPart: number,
): Promise<StockGround> {
  const { connection, owner } = ground;
  const executor = makeExecutor({ connection, clock: systemClock, ids: systemIds(systemClock) });
  const call = { actor: systemActor };
  const named = { code: 'BENCH', nameEn: 'Bench', nameZh: '测试' };
  const { siteId } = (await executor.execute(createSite, named, call)).output;
  const bins: string[] = [];
  for (const code of ['A', 'B']) {
    const location = { siteId, code, kind: 'storage' as const };
    bins.push((await executor.execute(createLocation, location, call)).output.locationId);
  }
  const rows = await owner<{ id: string }[]>`
    insert into part (id, part_number, name_en, unit_of_measure, tracking, is_repairable, currency,
                      created_at, updated_at)
    select gen_random_uuid(), 'BENCH-' || n, 'x', 'pcs', 'none', false, 'EUR', now(), now()
    from generate_series(1, ${parts}::int) n returning id`;
  const partIds = rows.map((row) => row.id);
  const pile = (partId: string, locationId: string): Pile => ({
    partId,
    locationId,
    condition: 'new',
    ownerId: ourCompany,
    lotId: null,
    handlingUnitId: null,
  });
  const line = (partId: string, places: readonly string[], quantity: number): PostingLine => {
    const [from = '', to = ''] = places;
    const piles = { from: pile(partId, from), to: pile(partId, to) };
    return { ...piles, quantity, serialId: null, holdId: null };
  };
  for (let start = 0; start < parts; start += entryLines) {
    const some = partIds.slice(start, start + entryLines);
    const lines = bins.flatMap((bin) => some.map((id) => line(id, [place.opening, bin], perPart)));
    const draft: EntryDraft = { kind: 'opening', document: null, reason: null, lines };
    await executor.execute(postDraft, { draft }, call);
  }
  await owner`vacuum analyze`;
  const move = (partId: string, n: number): EntryDraft => {
    const places = n % 2 === 0 ? bins : [...bins].reverse();
    return { kind: 'move', document: null, reason: null, lines: [line(partId, places, 1)] };
  };
  return { executor, partIds, move };
}
