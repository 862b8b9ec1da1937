/**
 * The vans of the demo company, each with its keeper, by commands only.
 */
import { createLocation } from '../inventory/index.ts';
import { systemActor } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';
import type { DemoCompany } from './company.ts';

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
