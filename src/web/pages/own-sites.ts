/** The sites in which the reader holds a right, for choices on forms and filters. */
import { listSites } from '../../inventory/index.ts';
import type { Permission } from '../../people/index.ts';
import { covers, scopesOf } from '../../platform/actor.ts';
import type { Option } from '../ui/fields.tsx';
import { nameIn, type Visit } from '../visit.ts';

/** Sites as options: code and name, the id behind them. */
export async function siteOptions(visit: Visit, permission: Permission): Promise<Option[]> {
  const scopes = scopesOf(visit.actor, permission);
  if (scopes === null || !visit.can('sites.view')) return [];
  const sites = await visit.ask(listSites, {});
  return sites
    .filter(({ id }) => covers(scopes, id))
    .map((site) => ({ value: site.id, label: `${site.code} · ${nameIn(visit.locale, site)}` }));
}
