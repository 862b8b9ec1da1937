/** Counts how often a task gets done in a while, and what it costs this process. */

export interface Rate {
  readonly perSecond: number;
  /** Processor time of this process for one task, in microseconds. */
  readonly nodeMicros: number;
}

/** Runs the task in `clients` lanes for `seconds`; `n` counts the tasks over all lanes. */
export async function rateOf(
  clients: number,
  seconds: number,
  task: (n: number, lane: number) => Promise<unknown>,
): Promise<Rate> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const end = start + seconds * 1000;
  let started = 0;
  const lane = async (which: number) => {
    while (performance.now() < end) {
      started += 1;
      await task(started, which);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, which) => lane(which)));
  const elapsed = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: started / elapsed, nodeMicros: (user + system) / started };
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
