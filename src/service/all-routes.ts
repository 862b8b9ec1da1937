/** Every route of the REST desk, gathered from the tables. */
import type { Operation } from './operation.ts';
import { countsRoutes } from './routes/counts.ts';
import { importRoutes } from './routes/imports.ts';
import { inventoryRoutes } from './routes/inventory.ts';
import { jobRoutes } from './routes/jobs.ts';
import { kitsRoutes } from './routes/kits.ts';
import { networkRoutes } from './routes/network.ts';
import { ordersRoutes } from './routes/orders.ts';
import { partReturnsRoutes } from './routes/part-returns.ts';
import { peopleRoutes } from './routes/people.ts';
import { planningRoutes } from './routes/planning.ts';
import { purchasingRoutes } from './routes/purchasing.ts';
import { receiptsRoutes } from './routes/receipts.ts';
import { reportsRoutes } from './routes/reports.ts';
import { rmaRoutes } from './routes/rma.ts';
import { shipmentsRoutes } from './routes/shipments.ts';

export const allRoutes: readonly Operation[] = [
  ...peopleRoutes,
  ...inventoryRoutes,
  ...rmaRoutes,
  ...planningRoutes,
  ...importRoutes,
  ...jobRoutes,
  ...networkRoutes,
  ...kitsRoutes,
  ...ordersRoutes,
  ...shipmentsRoutes,
  ...receiptsRoutes,
  ...purchasingRoutes,
  ...partReturnsRoutes,
  ...countsRoutes,
  ...reportsRoutes,
];
