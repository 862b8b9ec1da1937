/** What the network tells other rooms: arrivals over stored lanes, the lane of a shipment, return routes. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrivalFrom } from '../../src/network/index.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('starts', async () => {
  expect(arrivalFrom).toBeTypeOf('function');
  await world.site();
});
