/** The demo company loads by commands alone, and leaves something to do on every desk. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/demo/load.ts';
import { systemIds } from '../../src/platform/ids.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
const told: string[] = [];
let signIns: Awaited<ReturnType<typeof loadDemo>>;

beforeAll(async () => {
  world = await openWorld();
  const { executor, clock } = world;
  let last = performance.now();
  const tell = (line: string) => {
    const now = performance.now();
    if (process.env.DEMO_TIMES) console.log(Math.round(now - last), line);
    last = now;
    told.push(line);
  };
  signIns = await loadDemo({ executor, clock, ids: systemIds(clock), tell });
  tell('end');
}, 120_000);
afterAll(() => world.close());

describe('the loaded demo', () => {
  it('says how far it is and gives each person a password', () => {
    expect(told.length).toBeGreaterThan(5);
    expect(signIns.length).toBeGreaterThan(5);
  });

  it('leaves a clean ledger', async () => {
    await expectCleanLedger(world.database.connection);
  });
});
