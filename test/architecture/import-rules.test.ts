/**
 * The import rules hold in the house, they look at every file of it, and each of them is able to
 * fail: with a TypeScript it cannot use, the cruiser sees nothing and calls that success.
 */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cruised, cruise, root } from './cruise.ts';
import { sourceFiles } from './source-files.ts';
import { breaches, buildToyHouse } from './toy-house.ts';

describe('import rules of the house', () => {
  let house: Cruised;
  beforeAll(async () => {
    house = await cruise(root);
  });

  it('see every source file', () => {
    const files = sourceFiles('src').filter((path) => /\.tsx?$/.test(path));
    expect(house.modules.length).toBeGreaterThan(250);
    expect([...house.modules].sort()).toEqual([...files].sort());
  });

  it('are broken nowhere', () => {
    expect(house.breaches).toEqual([]);
  });
});

describe('import rules of a toy house', () => {
  const folders: string[] = [];
  const toy = async (kind: 'sound' | 'breached'): Promise<Cruised> => {
    const folder = buildToyHouse(kind);
    folders.push(folder);
    return cruise(folder);
  };
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('allow what the house is built of', async () => {
    const { breaches: found, modules } = await toy('sound');
    expect(modules.length).toBeGreaterThan(30);
    expect(found).toEqual([]);
  });

  it('report each planted breach, and there is one for every rule', async () => {
    const { breaches: found, rules } = await toy('breached');
    const planted = Object.entries(breaches).map(([rule, { file }]) => `${rule}: ${file}`);
    expect(planted.filter((breach) => !found.includes(breach))).toEqual([]);
    expect([...rules].sort()).toEqual(Object.keys(breaches).sort());
  });
});
