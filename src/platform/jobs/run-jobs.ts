/**
 * Takes due jobs and brings each to an end: done, or put back with a complaint. A job's commands run
 * under the job's own key, so that dying between the effect and the mark leaves one effect.
 */
import { complaintOf } from './complaint.ts';
import { type JobTools, limits } from './contract.ts';
import { finishJob, type HeldJob, putBackJob, renewJob, takeJobs } from './job.store.ts';
import { runAsSystem, type WorkerPorts } from './ports.ts';
import { nextTry } from './retry.rules.ts';

/** Says every few seconds that the job is still in hand, until the returned function is called. */
function keepHold(ports: WorkerPorts, held: HeldJob): () => void {
  const renew = () => {
    renewJob(ports.connection.db, held, ports.clock.now()).catch((failure: unknown) => {
      ports.log.warn({ err: failure, job: held.id }, 'could not renew the hold on a job');
    });
  };
  const timer = setInterval(renew, limits.renewMs);
  timer.unref();
  return () => clearInterval(timer);
}

function toolsFor(ports: WorkerPorts, held: HeldJob): JobTools {
  const key = `job:${held.id}`;
  return {
    now: ports.clock.now(),
    run: runAsSystem(ports.executor, key),
    step: (name) => runAsSystem(ports.executor, `${key}:${name}`),
  };
}

async function runOne(ports: WorkerPorts, held: HeldJob): Promise<boolean> {
  const { connection, clock, handlers, log } = ports;
  const release = keepHold(ports, held);
  try {
    await handlers[held.kind]?.(held, toolsFor(ports, held));
  } catch (failure) {
    const now = clock.now();
    const again = nextTry(held.attempt, now);
    const complaint = complaintOf(failure);
    const about = { err: failure, job: held.id, kind: held.kind, attempt: held.attempt };
    if (again === null) log.error(about, 'a job failed for good');
    else log.warn(about, 'a job failed and will be tried again');
    await putBackJob(connection.db, held, { now, again, complaint });
    return false;
  } finally {
    release();
  }
  const mine = await finishJob(connection.db, held, clock.now());
  if (!mine) log.warn({ job: held.id, kind: held.kind }, 'a job was taken over while it ran');
  return mine;
}

/** Runs up to `atMost` due jobs side by side; zero of each means that nothing was due. */
export async function runJobs(
  ports: WorkerPorts,
  atMost: number,
): Promise<{ done: number; failed: number }> {
  const kinds = Object.keys(ports.handlers);
  if (kinds.length === 0) return { done: 0, failed: 0 };
  const want = { kinds, atMost };
  const held = await takeJobs(ports.connection.db, ports.clock.now(), want);
  // Every job is waited for even when settling one of them fails: none is left running unseen.
  const ends = await Promise.allSettled(held.map((one) => runOne(ports, one)));
  const broken = ends.find((end) => end.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  const done = ends.filter((end) => end.status === 'fulfilled' && end.value).length;
  return { done, failed: ends.length - done };
}
