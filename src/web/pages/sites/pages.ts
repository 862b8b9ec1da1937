/** The addresses of sites, locations and conditions, and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendBins, sendPreview, showBins } from './bins-page.tsx';
import { showConditions } from './conditions-page.tsx';
import { sendLocationStep, showLocation } from './location-page.tsx';
import { sendNewLocation, showNewLocation } from './new-location.tsx';
import { sendSiteEdit, sendSiteReopen, sendSiteRetire } from './send-site.ts';
import { sendSite, showSites } from './site-list.tsx';
import { showSite } from './site-page.tsx';

/** Adds the site pages. */
export function sitePages(pages: PageRoutes): void {
  pages.get('/sites', 'sites.view', (visit) => showSites(visit));
  pages.post('/sites/new', 'sites.edit', sendSite);
  pages.get('/sites/:id', 'sites.view', (visit) => showSite(visit));
  pages.post('/sites/:id/edit', 'sites.edit', sendSiteEdit);
  pages.post('/sites/:id/retire', 'sites.edit', sendSiteRetire);
  pages.post('/sites/:id/reopen', 'sites.edit', sendSiteReopen);
  pages.get('/sites/:id/new-location', 'sites.edit', (visit) => showNewLocation(visit));
  pages.post('/sites/:id/new-location', 'sites.edit', sendNewLocation);
  pages.get('/sites/:id/bins', 'sites.edit', (visit) => showBins(visit));
  pages.post('/sites/:id/bins', 'sites.edit', sendBins);
  pages.post('/sites/:id/bins/preview', 'sites.edit', sendPreview);
  pages.get('/locations/:id', 'sites.view', (visit) => showLocation(visit));
  for (const which of ['edit', 'keeper', 'retire', 'reopen'] as const) {
    pages.post(`/locations/:id/${which}`, 'sites.edit', sendLocationStep(which));
  }
  pages.get('/conditions', 'sites.view', showConditions);
}
