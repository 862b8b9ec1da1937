/**
 * Takes over a server of our data that runs already: left by a killed program, or brought up by another
 * one at this moment. Clears away a lock file that stands for no server. Starts nothing.
 */
import type { DataPlace } from './data-place.ts';
import { type Deadline, deadlineIn, nap } from './deadline.ts';
import { embeddedErrors } from './errors.ts';
import { passwordFile } from './owner-password.ts';
import { discardPidFile, judgePidFile, readPidFile } from './pid-file.ts';
import { probeServer } from './probe-server.ts';
import { logFile, logTail } from './server-log.ts';

export interface Answering {
  readonly pid: number;
  readonly port: number;
  readonly version: string;
  readonly isDurable: boolean;
}

export interface Adoption {
  readonly place: DataPlace;
  readonly password: string;
  readonly deadline: Deadline;
  /** Whether the server is just being stopped by another program. */
  readonly isBeingStopped: () => boolean;
  readonly log: (line: string) => void;
}

/** PostgreSQL writes its lock file in one go; if it stays empty this long, a crash left it so. */
const UNREADABLE_SECONDS = 2;

/**
 * Asks the server of a lock file once; null if it does not answer yet.
 * @throws embedded.password-wrong
 */
export async function askServer(
  place: DataPlace,
  password: string,
  pid: number | null,
): Promise<Answering | null> {
  const file = readPidFile(place.data);
  // Only a port that our own server has reported as its own gets to see a log-in.
  if (file === null || !file.isReady || (pid !== null && file.pid !== pid)) return null;
  const answer = await probeServer(file.port, password, place.data);
  if (answer.kind === 'wrong-password') {
    throw embeddedErrors.error('password-wrong', { file: passwordFile(place.root) });
  }
  if (answer.kind === 'not-yet') return null;
  return { pid: file.pid, port: file.port, version: answer.version, isDurable: answer.isDurable };
}

/**
 * The running server of a place, or null if there is none and one may be started. Waits for a server
 * that is starting, recovering or stopping.
 * @throws embedded.not-ready, embedded.password-wrong
 */
export async function adoptServer(adoption: Adoption): Promise<Answering | null> {
  const { place, password, deadline, log } = adoption;
  const patience = deadlineIn(UNREADABLE_SECONDS);
  while (!deadline.passed()) {
    const file = readPidFile(place.data);
    const verdict = judgePidFile(file, place.data);
    if (file === null || verdict === 'absent' || verdict === 'dead') return null;
    if (verdict === 'misleading' || (verdict === 'unreadable' && patience.passed())) {
      log(`put away a lock file of no server (process ${file.pid})`);
      discardPidFile(place.data, file);
      return null;
    }
    if (verdict === 'alive') {
      const answering = await askServer(place, password, file.pid);
      if (answering !== null && !adoption.isBeingStopped()) return answering;
    }
    await nap(20);
  }
  const tail = logTail(logFile(place.root), 0);
  throw embeddedErrors.error('not-ready', { seconds: deadline.seconds, logTail: tail });
}
