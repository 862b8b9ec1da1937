/** The posting finds everything by key: no table is read through, however large, in any plan the server may choose. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postingStatement } from '../../../src/inventory/ledger/posting-statement.ts';
import {
  holdRow,
  releaseStatement,
  reserveStatement,
} from '../../../src/inventory/ledger/reserve.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { openWorld, type World } from '../../support/world.ts';
import { claim, line, moving, pileOf, place } from './raw-commands.ts';

const parts = 10_000;
let world: World;
const bins: string[] = [];

beforeAll(async () => {
  world = await openWorld({ max: 2 });
  const { siteId } = await world.site();
  bins.push(await world.bin(siteId), await world.bin(siteId));
  const { owner } = world.database;
  await owner`
    insert into part (id, part_number, name_en, unit_of_measure, tracking, is_repairable, currency,
                      created_at, updated_at)
    select gen_random_uuid(), 'PLAN-' || n, 'x', 'pcs', 'none', false, 'EUR', now(), now()
    from generate_series(1, ${parts}::int) n`;
  await owner`
    insert into bucket (id, part_id, tracking, location_id, neg_ok, condition, owner_id, on_hand,
                        reserved, version)
    select gen_random_uuid(), part.id, 'none', bin.id::uuid, false, 'new',
           (select id from party where kind = 'company'), 1, 1, 1
    from part cross join unnest(${bins}::text[]) as bin (id) where part_number like 'PLAN-%'`;
  await owner`
    insert into reservation (id, bucket_id, quantity, document, created_at, created_by)
    select gen_random_uuid(), id, 1, 'plan', now(), ${systemActor.id} from bucket`;
  await owner`
    insert into serial_unit (id, part_id, serial_number, created_at)
    select gen_random_uuid(), ${await world.part('serial')}, 'PLAN-' || n, now()
    from generate_series(1, ${parts}::int) n`;
  await owner`analyze`;
});
afterAll(() => world.close());

const poster = { actor: systemActor, now: new Date('2026-11-16T08:00:00Z') };
const someId = '00000000-0000-7000-8000-00000000abcd';

async function statements() {
  const [part] = await world.database.owner`select id from part where part_number = 'PLAN-77'`;
  const [from = '', to = ''] = bins;
  const { draft } = moving(
    line(part?.id, { from, to }),
    line(part?.id, { from: place.supplier, to }),
  );
  const [request] = claim(pileOf(part?.id, from), 1).requests;
  const rows = request === undefined ? [] : [holdRow(request, someId)];
  return {
    posting: postingStatement(poster, draft, someId),
    reserving: reserveStatement(poster, rows),
    releasing: releaseStatement([someId]),
  };
}
type Statement = keyof Awaited<ReturnType<typeof statements>>;

async function planOf(name: Statement, mode: string): Promise<string[]> {
  const { text, args: params } = (await statements())[name];
  return world.database.owner.begin(async (tx) => {
    await tx.unsafe(`set local plan_cache_mode = ${mode}`);
    await tx.unsafe(`prepare planned as ${text}`);
    const values = params.map((value) => (value === null ? 'null' : `'${String(value)}'`));
    const rows = await tx.unsafe(`explain execute planned(${values.join(', ')})`);
    await tx.unsafe('deallocate planned');
    return rows.map((row) => String(row['QUERY PLAN']));
  });
}

const modes = ['force_generic_plan', 'force_custom_plan'];
const names: Statement[] = ['posting', 'reserving', 'releasing'];

describe('the plan', () => {
  it.each(names.flatMap((name) => modes.map((mode) => [name, mode] as const)))(
    'of %s under %s reads by key only',
    async (name, mode) => {
      const plan = await planOf(name, mode);
      expect(plan.join('\n')).toMatch(/using bucket_/);
      const whole = /Seq Scan on (bucket|serial_unit|reservation|part|entry|movement)\b/;
      expect(plan.filter((row) => whole.test(row))).toEqual([]);
    },
  );

  it('of posting is made once and kept, not made again for every call', async () => {
    const { text, args: params } = (await statements()).posting;
    const partId = await world.part();
    const undone = new Error('only looked');
    let plans: unknown = null;
    const looking = world.database.connection.sql.begin(async (tx) => {
      for (let n = 0; n < 10; n += 1) {
        const draft = moving(line(partId, { from: place.supplier, to: bins[0] ?? '' })).draft;
        const put = postingStatement(poster, draft, `${someId.slice(0, -1)}${n}`);
        expect([put.text, put.args.length]).toEqual([text, params.length]);
        await tx.unsafe(put.text, put.args as never[], { prepare: true });
      }
      [plans] = await tx`
        select generic_plans::int as kept, custom_plans::int as made from pg_prepared_statements
        where statement like '%insert into movement%' and statement not like '%pg_prepared%'`;
      throw undone;
    });
    await expect(looking).rejects.toBe(undone);
    expect(plans).toEqual({ kept: 5, made: 5 });
  });
});
