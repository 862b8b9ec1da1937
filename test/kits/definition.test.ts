/** What a kit is made of changes component by component; a model's bill of material line by line. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPartModel } from '../../src/inventory/index.ts';
import {
  addModelBomLine,
  getKit,
  modelBom,
  removeComponent,
  removeModelBomLine,
  setComponent,
} from '../../src/kits/index.ts';
import { mint } from '../support/world.ts';
import { type KitWorld, openKitWorld, refusalOf } from './kit-world.ts';

let kits: KitWorld;
beforeAll(async () => {
  kits = await openKitWorld();
});
afterAll(() => kits.world.close());

describe('components of a kit', () => {
  it('are added, changed and taken out, each a revision; the last one stays', async () => {
    const { world } = kits;
    const [kit, screw, nut] = [await kits.part(), await kits.part(), await kits.part()];
    const set = (componentId: string, quantity: number) =>
      world.run(setComponent, { partId: kit, componentId, quantity });
    expect(await set(screw, 4)).toEqual({ partId: kit, revision: 1 });
    expect(await set(nut, 4)).toEqual({ partId: kit, revision: 2 });
    expect(await set(screw, 6)).toEqual({ partId: kit, revision: 3 });
    const { components } = await world.ask(getKit, { partId: kit });
    expect(components.map(({ partId, quantity }) => [partId, quantity])).toEqual(
      expect.arrayContaining([
        [screw, 6],
        [nut, 4],
      ]),
    );
    const out = (componentId: string) => world.run(removeComponent, { partId: kit, componentId });
    expect(await out(nut)).toEqual({ partId: kit, revision: 4 });
    expect((await refusalOf(out(nut))).code).toBe('kits.unknown-component');
    expect((await refusalOf(out(screw))).code).toBe('kits.last-component');
    expect((await refusalOf(set(kit, 1))).code).toBe('kits.kit-circle');
  });

  it('are not changed by somebody who saw an older revision', async () => {
    const [kit, screw] = [await kits.part(), await kits.part()];
    const change = { partId: kit, componentId: screw, quantity: 1 };
    await kits.world.run(setComponent, change);
    const late = kits.world.run(setComponent, { ...change, quantity: 2, revision: 0 });
    expect((await refusalOf(late)).code).toBe('kits.revision-changed');
  });
});

describe('the bill of material of a model', () => {
  it('takes parts that fit it, one a position, and gives them up again', async () => {
    const { world } = kits;
    const [model, partId] = [mint('MODEL'), await kits.part()];
    const line = { model, partId, position: 'A1', quantity: 2 };
    const early = world.run(addModelBomLine, line);
    expect((await refusalOf(early)).code).toBe('kits.part-not-for-model');
    await world.run(addPartModel, { partId, model });
    const { lineId } = await world.run(addModelBomLine, line);
    const twice = world.run(addModelBomLine, line);
    expect((await refusalOf(twice)).code).toBe('kits.position-taken');
    expect(await world.ask(modelBom, { model })).toMatchObject({
      total: 1,
      lines: [{ partId, position: 'A1', quantity: 2 }],
    });
    expect(await world.run(removeModelBomLine, { lineId })).toEqual({ lineId });
    const again = world.run(removeModelBomLine, { lineId });
    expect((await refusalOf(again)).code).toBe('kits.unknown-bom-line');
  });
});
