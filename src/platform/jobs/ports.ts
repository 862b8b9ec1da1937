/**
 * What a worker is made of: the database, the executor, the clock, and who handles what.
 */
import { systemActor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../db/connect.ts';
import type { Executor } from '../execute.ts';
import type { Ids } from '../ids.ts';
import type { FactHandler, JobHandler, RunKeyed, WorkerLog } from './contract.ts';

/** The parts of a worker. */
export interface WorkerPorts {
  readonly connection: Connection;
  readonly executor: Executor;
  readonly clock: Clock;
  /** Gives the worker the name under which it holds jobs. */
  readonly ids: Pick<Ids, 'newId'>;
  /** Kind of job to its handler; kinds that are missing here are left for another process. */
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly factHandlers: readonly FactHandler[];
  readonly log: WorkerLog;
}

/** Runs commands as the system, under the key if there is one. */
export function runAsSystem(executor: Executor, key: string | null): RunKeyed {
  return async (command, input) => {
    const call = { actor: systemActor, idempotencyKey: key };
    const { output } = await executor.execute(command, input, call);
    return output;
  };
}
