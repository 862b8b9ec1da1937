/**
 * The door of the worker: how to make one, what its handlers are handed, and what may be seen of it.
 */
import type { AnyQuery } from '../query.ts';
import { listJobs } from './queries/list-jobs.ts';
import { listUntoldFacts } from './queries/list-untold-facts.ts';

export type {
  Fact,
  FactHandler,
  JobHandler,
} from './contract.ts';
export { makeWorker, type Worker } from './worker.ts';
export { listJobs, listUntoldFacts };

export const jobQueries: readonly AnyQuery[] = [listJobs, listUntoldFacts];
