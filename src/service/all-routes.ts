/** Every route of the REST desk, gathered from the tables. */
import type { Operation } from './operation.ts';
import { importRoutes } from './routes/imports.ts';
import { inventoryRoutes } from './routes/inventory.ts';
import { jobRoutes } from './routes/jobs.ts';
import { peopleRoutes } from './routes/people.ts';
import { planningRoutes } from './routes/planning.ts';
import { rmaRoutes } from './routes/rma.ts';

export const allRoutes: readonly Operation[] = [
  ...peopleRoutes,
  ...inventoryRoutes,
  ...rmaRoutes,
  ...planningRoutes,
  ...importRoutes,
  ...jobRoutes,
];
