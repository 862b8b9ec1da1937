/** The addresses of sites and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendLocation, sendSite, showSites } from './site-list.tsx';

/** Adds the site pages. */
export function sitePages(pages: PageRoutes): void {
  pages.get('/sites', 'sites.view', (visit) => showSites(visit));
  pages.post('/sites/new', 'sites.edit', sendSite);
  pages.post('/sites/new-location', 'sites.edit', sendLocation);
}
