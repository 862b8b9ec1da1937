/**
 * How the sites of the demo company hang together: lanes with their calendar, where defective parts go,
 * and the vans, each with its keeper. By commands only.
 */
import { createLocation } from '../inventory/index.ts';
import { addCalendar, addHolidays, addLane, addReturnRoute } from '../network/index.ts';
import { systemActor } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';
import type { DemoCompany } from './company.ts';
import { demoCalendar, demoHolidays, demoLanes } from './company-network.ts';

/** Gives every van to the person whose stock it is. */
export async function loadVans(
  executor: Executor,
  company: DemoCompany,
  known: {
    readonly siteIds: ReadonlyMap<string, string>;
    readonly personIds: ReadonlyMap<string, string>;
  },
): Promise<void> {
  for (const site of company.sites) {
    const siteId = known.siteIds.get(site.code);
    for (const { code, kind, custodian } of site.locations) {
      if (kind !== 'van' || custodian === null || siteId === undefined) continue;
      const custodianId = known.personIds.get(custodian) ?? null;
      const input = { siteId, code, kind, custodianId };
      await executor.execute(createLocation, input, { actor: systemActor });
    }
  }
}

/** Connects the sites; holidays are those of this year and the next. */
export async function loadNetwork(
  executor: Executor,
  siteIds: ReadonlyMap<string, string>,
  year: number,
): Promise<void> {
  const as = { actor: systemActor };
  const { calendarId } = (await executor.execute(addCalendar, demoCalendar, as)).output;
  const lines = [year, year + 1].map(demoHolidays).join('\n');
  await executor.execute(addHolidays, { calendarId, lines }, as);
  for (const { from, to, ...lane } of demoLanes) {
    const [fromSiteId, toSiteId] = [siteIds.get(from), siteIds.get(to)];
    if (fromSiteId === undefined || toSiteId === undefined) continue;
    const wish = { ...lane, fromSiteId, toSiteId, calendarId, currency: 'CNY' };
    await executor.execute(addLane, wish, as);
  }
  const [fromSiteId, toSiteId] = [siteIds.get('SH'), siteIds.get('SZ')];
  if (fromSiteId === undefined || toSiteId === undefined) return;
  const route = { fromSiteId, toSiteId, partClass: 'repairable', condition: 'defective' } as const;
  await executor.execute(addReturnRoute, route, as);
}
