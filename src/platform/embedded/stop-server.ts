/**
 * Ends a server: politely, then firmly. Every signal is preceded by a look whether the process id is
 * still that of our server, for ids are reused.
 */
import { deadlineIn, nap } from './deadline.ts';
import { errorCode } from './error-code.ts';
import { type Programs, programIn } from './find-programs.ts';
import { servesData } from './process-state.ts';
import { runProgram } from './run-program.ts';

/** Fast shutdown writes all pages first; the later ones leave recovery to the next start. */
const STEPS = [
  { signal: 'SIGINT', seconds: 30 },
  { signal: 'SIGQUIT', seconds: 5 },
  { signal: 'SIGKILL', seconds: 5 },
] as const;

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** Stops the server of the folder `data` and waits until it has ended. Harmless if it has already. */
export async function stopServer(pid: number, data: string): Promise<void> {
  for (const { signal, seconds } of STEPS) {
    if (!servesData(pid, data)) return;
    send(pid, signal);
    const deadline = deadlineIn(seconds);
    while (servesData(pid, data) && !deadline.passed()) await nap(10);
  }
}

/** Windows has no signals; pg_ctl asks the server through its own channel. Not tried on a real machine. */
export async function stopOnWindows(programs: Programs, data: string): Promise<void> {
  await runProgram(
    programIn(programs, 'pg_ctl'),
    ['stop', '-D', data, '-m', 'fast', '-t', '60'],
    null,
  );
}
