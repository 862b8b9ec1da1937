/** Addresses for whoever looks after the installation. */
import { listJobs, listUntoldFacts } from '../../platform/jobs/index.ts';
import { type Operation, operation } from '../operation.ts';

export const jobRoutes: readonly Operation[] = [
  operation('GET', '/jobs', listJobs),
  operation('GET', '/jobs/untold-facts', listUntoldFacts),
];
