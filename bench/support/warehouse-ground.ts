/**
 * A company of the size the measurements speak of: five sites with twenty bins, so many parts, ten
 * piles of each, and as many moves again. Everything is posted through the ledger's own door, so the
 * auditor can be asked afterwards.
 */
import {
  createLocation,
  createSite,
  ourCompany,
  type Pile,
  type PostingLine,
  place,
} from '../../src/inventory/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { type Executor, makeExecutor } from '../../src/platform/execute.ts';
import { systemIds } from '../../src/platform/ids.ts';
import type { Ground } from './ground.ts';
import { postDraft } from './stock-ground.ts';

/** What was built. */
export interface Warehouse {
  readonly executor: Executor;
  readonly siteIds: readonly string[];
  /** Four bins a site, site by site. */
  readonly binIds: readonly string[];
  readonly partIds: readonly string[];
}

const sites = 5;
const binsPerSite = 4;
const pilesPerPart = 10;
const linesPerEntry = 500;
const call = { actor: systemActor };

async function addPlaces(executor: Executor) {
  const siteIds: string[] = [];
  const binIds: string[] = [];
  for (let s = 1; s <= sites; s += 1) {
    const named = { code: `W${s}`, nameEn: `Warehouse ${s}`, nameZh: `仓库${s}` };
    const { siteId } = (await executor.execute(createSite, named, call)).output;
    siteIds.push(siteId);
    for (let b = 1; b <= binsPerSite; b += 1) {
      const bin = { siteId, code: `W${s}-${b}`, kind: 'storage' as const };
      binIds.push((await executor.execute(createLocation, bin, call)).output.locationId);
    }
    const bench = { siteId, code: `W${s}-BENCH`, kind: 'bench' as const };
    await executor.execute(createLocation, bench, call);
  }
  return { siteIds, binIds };
}

function pile(partId: string, locationId: string): Pile {
  const plain = {
    condition: 'new',
    ownerId: ourCompany,
    lotId: null,
    handlingUnitId: null,
  } as const;
  return { partId, locationId, ...plain };
}

/** The bins of a part: ten of the twenty, not the same for every part. */
function binsOf(warehouse: Pick<Warehouse, 'binIds'>, part: number): readonly string[] {
  const { binIds } = warehouse;
  return Array.from({ length: pilesPerPart }, (_, k) => {
    return binIds[(part + k * 2) % binIds.length] ?? '';
  });
}

async function postAll(executor: Executor, kind: 'opening' | 'move', lines: PostingLine[]) {
  for (let start = 0; start < lines.length; start += linesPerEntry) {
    const some = lines.slice(start, start + linesPerEntry);
    const draft = { kind, document: null, reason: null, lines: some };
    await executor.execute(postDraft, { draft }, call);
  }
}

/** Fills the database with so many parts, ten piles each of `perPile` pieces, and one move a pile. */
export async function fillWarehouse(
  ground: Ground,
  { parts, perPile }: { readonly parts: number; readonly perPile: number },
): Promise<Warehouse> {
  const { connection, owner } = ground;
  const executor = makeExecutor({ connection, clock: systemClock, ids: systemIds(systemClock) });
  const { siteIds, binIds } = await addPlaces(executor);
  const rows = await owner<{ id: string }[]>`
    insert into part (id, part_number, name_en, name_zh, unit_of_measure, tracking, is_repairable,
                      cost_minor, currency, created_at, updated_at)
    select gen_random_uuid(), 'BENCH-' || lpad(n::text, 5, '0'), 'Bench part ' || n, '测试备件' || n,
           'pcs', 'none', false, 100 + n, 'EUR', now(), now()
    from generate_series(1, ${parts}::int) n returning id`;
  const partIds = rows.map((row) => row.id);
  const warehouse = { executor, siteIds, binIds, partIds };
  const line = (from: Pile, to: Pile, quantity: number): PostingLine => {
    return { from, to, quantity, serialId: null, holdId: null };
  };
  const opening = partIds.flatMap((partId, n) =>
    binsOf(warehouse, n).map((bin) =>
      line(pile(partId, place.opening), pile(partId, bin), perPile),
    ),
  );
  await postAll(executor, 'opening', opening);
  await owner`vacuum analyze`;
  const moves = partIds.flatMap((partId, n) => {
    const bins = binsOf(warehouse, n);
    return bins.map((bin, k) => {
      return line(pile(partId, bin), pile(partId, bins[(k + 1) % bins.length] ?? ''), 1);
    });
  });
  await postAll(executor, 'move', moves);
  await owner`vacuum analyze`;
  return warehouse;
}
