/**
 * The loop that keeps jobs and facts moving. It decides when to look, not what to do; what it holds
 * when it is told to stop, it finishes. Any number of workers in any number of processes may run.
 */
import { type Counts, limits } from './contract.ts';
import type { WorkerPorts } from './ports.ts';
import { runJobs } from './run-jobs.ts';
import { tellFacts } from './tell-facts.ts';

/** Keeps jobs and facts moving. */
export interface Worker {
  /** Begins to look, twice a second and whenever nudged. */
  start(): void;
  /** Stops looking; resolves when everything in hand has come to its end. */
  stop(): Promise<void>;
  /** Looks at once: there is something new. */
  nudge(): void;
  /** Runs everything that is due now until nothing is left, and counts it. */
  drain(): Promise<Counts>;
}

/** A wait that can be cut short. */
function makeBell() {
  let ring: (() => void) | null = null;
  let rung = false;
  return {
    ring: () => {
      rung = true;
      ring?.();
    },
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => ring?.(), rung ? 0 : ms);
        ring = () => {
          clearTimeout(timer);
          ring = null;
          rung = false;
          resolve();
        };
      }),
  };
}

async function drainAll(ports: WorkerPorts, holder: string): Promise<Counts> {
  const sum = { jobsDone: 0, jobsFailed: 0, factsTold: 0, factsFailed: 0 };
  for (;;) {
    const facts = await tellFacts(ports, holder);
    const jobs = await runJobs(ports, limits.jobsAtOnce);
    sum.factsTold += facts.told;
    sum.factsFailed += facts.failed;
    sum.jobsDone += jobs.done;
    sum.jobsFailed += jobs.failed;
    if (facts.told + facts.failed + jobs.done + jobs.failed === 0) return sum;
  }
}

/** Makes a worker; it does nothing until it is started or drained. */
export function makeWorker(ports: WorkerPorts): Worker {
  const holder = ports.ids.newId();
  const factBell = makeBell();
  // Jobs run in lanes, one at a time in each, so that a long one does not hold up the short ones.
  const jobBells = Array.from({ length: limits.jobsAtOnce }, makeBell);
  let stopping = false;
  let running: Promise<unknown> | null = null;

  const nudgeJobs = () => {
    for (const bell of jobBells) bell.ring();
  };
  const nudge = () => {
    factBell.ring();
    nudgeJobs();
  };
  const loop = async (pass: () => Promise<number>, bell: ReturnType<typeof makeBell>) => {
    while (!stopping) {
      // Without its database a worker waits; it must outlive any failure of a single look.
      const did = await pass().catch((failure: unknown) => {
        ports.log.error({ err: failure }, 'the worker could not look for work');
        return 0;
      });
      if (did === 0 && !stopping) await bell.wait(limits.pollMs);
    }
  };
  const passJobs = async () => {
    const { done, failed } = await runJobs(ports, 1);
    return done + failed;
  };
  const passFacts = async () => {
    const { told, failed } = await tellFacts(ports, holder);
    // What was told may have made work for the lanes.
    if (told > 0) nudgeJobs();
    return told + failed;
  };
  return {
    start: () => {
      if (running !== null) return;
      stopping = false;
      const lanes = jobBells.map((bell) => loop(passJobs, bell));
      running = Promise.all([loop(passFacts, factBell), ...lanes]);
    },
    stop: async () => {
      stopping = true;
      nudge();
      await running;
      running = null;
    },
    nudge,
    drain: () => drainAll(ports, holder),
  };
}
