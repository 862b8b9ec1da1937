/** What may be asked of sites and their locations, for the registry of the inventory. */
import type { AnyCommand } from '../../platform/command.ts';
import type { AnyQuery } from '../../platform/query.ts';
import { createLocation } from './commands/create-location.ts';
import { createSite } from './commands/create-site.ts';
import { editLocation } from './commands/edit-location.ts';
import { editSite } from './commands/edit-site.ts';
import { generateBins } from './commands/generate-bins.ts';
import { reopenLocation, retireLocation } from './commands/retire-location.ts';
import { reopenSite, retireSite } from './commands/retire-site.ts';
import { setCustodian } from './commands/set-custodian.ts';
import { getLocation } from './queries/get-location.ts';
import { getSiteDetail } from './queries/get-site.ts';
import { listConditions } from './queries/list-conditions.ts';
import { listLocations } from './queries/list-locations.ts';
import { listSites } from './queries/list-sites.ts';
import { previewBins } from './queries/preview-bins.ts';

export {
  createLocation,
  createSite,
  editLocation,
  editSite,
  generateBins,
  getLocation,
  getSiteDetail,
  listConditions,
  listLocations,
  listSites,
  previewBins,
  reopenLocation,
  reopenSite,
  retireLocation,
  retireSite,
  setCustodian,
};

export const siteCommands: readonly AnyCommand[] = [
  createSite,
  editSite,
  retireSite,
  reopenSite,
  createLocation,
  generateBins,
  editLocation,
  setCustodian,
  retireLocation,
  reopenLocation,
];

export const siteQueries: readonly AnyQuery[] = [
  listSites,
  getSiteDetail,
  listLocations,
  getLocation,
  previewBins,
  listConditions,
];
