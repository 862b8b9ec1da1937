/** A small company for tests of imports: sites, parts of every tracking, partners, a calendar. */

import { type ImportTable, importTables } from '../../src/imports/index.ts';
import { createPart, createParty, csvBytes } from '../../src/inventory/index.ts';
import { addCalendar } from '../../src/network/index.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { mint, type World } from '../support/world.ts';

/** The table of that name. */
export function tableNamed(name: string): ImportTable {
  const table = importTables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

export const base64Of = (csv: string) => Buffer.from(csvBytes(csv)).toString('base64');

/** Checks, applies and exports the files of one kind. */
export function deskOf(world: World, name: string, actor?: Actor) {
  const table = tableNamed(name);
  return {
    check: (csv: string) =>
      world.ask(table.check, { contentBase64: base64Of(csv), all: true }, actor),
    apply: (csv: string) => world.run(table.apply, { contentBase64: base64Of(csv) }, actor),
    exported: async (locale: 'en' | 'zh-CN' = 'en') =>
      (await world.ask(table.exported, { locale }, actor)).csv,
  };
}

/** The names of a fresh company. */
export interface Company {
  readonly sites: readonly string[];
  readonly siteIds: readonly string[];
  readonly bins: readonly string[];
  readonly plain: readonly string[];
  readonly byLot: readonly string[];
  readonly bySerial: readonly string[];
  readonly suppliers: readonly string[];
  readonly customer: string;
  readonly calendar: string;
}

async function parts(world: World, tracking: 'none' | 'lot' | 'serial', count: number) {
  const numbers = Array.from({ length: count }, () => mint('P'));
  for (const partNumber of numbers) {
    await world.run(createPart, { partNumber, nameEn: partNumber, tracking });
  }
  return numbers;
}

/** Founds a company with names of its own. */
export async function foundCompany(world: World): Promise<Company> {
  const sites = [await world.site(), await world.site()];
  const bins = Array.from({ length: 4 }, () => mint('B'));
  const { apply } = deskOf(world, 'locations');
  await apply(['Site,Code,Kind', ...bins.map((bin) => `${sites[0]?.code},${bin},bin`)].join('\n'));
  const suppliers = [mint('SUP'), mint('SUP')];
  for (const code of suppliers)
    await world.run(createParty, { code, kind: 'supplier', nameEn: code });
  const customer = mint('CUS');
  await world.run(createParty, { code: customer, kind: 'customer', nameEn: customer });
  const calendar = mint('CAL');
  await world.run(addCalendar, {
    code: calendar,
    nameEn: calendar,
    timeZone: 'Asia/Shanghai',
    weekdays: [1, 2, 3, 4, 5],
    opensMinute: 480,
    closesMinute: 1080,
  });
  return {
    sites: sites.map(({ code }) => code),
    siteIds: sites.map(({ siteId }) => siteId),
    bins,
    plain: await parts(world, 'none', 6),
    byLot: await parts(world, 'lot', 3),
    bySerial: await parts(world, 'serial', 3),
    suppliers,
    customer,
    calendar,
  };
}
