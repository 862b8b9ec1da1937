/** The way to everything that is set up rather than done: only what the reader may open. */
import { show } from '../../layout.tsx';
import type { PageRoutes } from '../../page-routes.ts';
import type { Visit } from '../../visit.ts';
import { type PageLink, PageLinks } from '../page-links.tsx';

function showAdmin(visit: Visit) {
  const { say } = visit;
  const all = [
    { href: '/people', label: say('people.title'), needs: 'people.manage' },
    { href: '/sites', label: say('sites.title'), needs: 'sites.view' },
    { href: '/network', label: say('network.title'), needs: 'sites.view' },
    { href: '/conditions', label: say('conditions.title'), needs: 'sites.view' },
    { href: '/customers', label: say('customers.title'), needs: 'parties.view' },
    { href: '/units', label: say('units.title'), needs: 'rma.view' },
    { href: '/fault-codes', label: say('faults.title'), needs: 'repair.view' },
    { href: '/imports', label: say('imports.title'), needs: 'parts.import' },
    { href: '/approvals', label: say('approvals.title'), needs: 'approvals.set-limits' },
    { href: '/jobs', label: say('jobs.title'), needs: 'jobs.view' },
    { href: '/ledger-audit', label: say('audit.title'), needs: 'ledger.verify' },
  ] as const satisfies readonly PageLink[];
  const isEmpty = !all.some(({ needs }) => visit.can(needs));
  return show(
    visit,
    { title: say('admin.title'), section: 'admin' },
    isEmpty ? <p class="empty">{say('admin.none')}</p> : <PageLinks visit={visit} links={all} />,
  );
}

/** Adds `/admin`. */
export function adminPages(pages: PageRoutes): void {
  pages.get('/admin', 'signed-in', showAdmin);
}
