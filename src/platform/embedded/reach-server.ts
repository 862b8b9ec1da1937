/**
 * Gets to an answering server of one place: adopts, or makes the data and launches, and begins again
 * when another start or a lost race for a port came between. Knows nothing of who will use it or when
 * it is stopped.
 */

import { DomainError } from '../errors.ts';
import { type Answering, adoptServer, askServer } from './adopt-server.ts';
import { type DataPlace, dataMajor, hasData } from './data-place.ts';
import { type Deadline, deadlineIn, nap } from './deadline.ts';
import { embeddedErrors } from './errors.ts';
import { findPrograms, type ProgramSearch } from './find-programs.ts';
import { initialise } from './initialise.ts';
import { type Launched, launchServer } from './launch-server.ts';
import { logFile, logTail } from './server-log.ts';
import type { SharedUse } from './shared-use.ts';
import { stopServer } from './stop-server.ts';

export interface Start {
  readonly place: DataPlace;
  readonly password: string;
  readonly durable: boolean;
  readonly use: SharedUse;
  readonly search: ProgramSearch;
  readonly log: (line: string) => void;
}

const READY_SECONDS = 60;

/** Ends of a launch that another start, a lost race for a port or dying backends explain. */
const PASSING = [
  /could not (bind|create any TCP\/IP sockets)/,
  /lock file "[^"]*" (already exists|is empty)/,
  /could not (open|create|remove|write) (old )?lock file/,
  /pre-existing shared memory block/,
];

/** Waits for a launched server; null if it ended for a passing reason and the start may be repeated. */
async function awaitLaunched(
  start: Start,
  launched: Launched,
  mayRepeat: boolean,
): Promise<Answering | null> {
  const { place, password } = start;
  const deadline = deadlineIn(READY_SECONDS);
  const tail = () => logTail(logFile(place.root), launched.logOffset);
  while (!deadline.passed()) {
    const answering = await askServer(place, password, launched.pid);
    if (answering !== null) return answering;
    const reason = launched.ended();
    if (reason !== null) {
      if (mayRepeat && PASSING.some((pattern) => pattern.test(tail()))) return null;
      const file = logFile(place.root);
      throw embeddedErrors.error('server-ended', { reason, logTail: tail(), logFile: file });
    }
    await nap(10);
  }
  // It is left running: it may be recovering, and killed now it would have to begin again.
  throw embeddedErrors.error('not-ready', { seconds: deadline.seconds, logTail: tail() });
}

async function launch(start: Start, deadline: Deadline): Promise<Answering | null> {
  const { place, password, durable, search } = start;
  const isNew = !hasData(place.data);
  const programs = await findPrograms(search, isNew ? null : dataMajor(place.data));
  if (isNew) await initialise(place, programs, password, durable);
  // Another first start may have finished before, with programs of another version.
  if (isNew && dataMajor(place.data) !== programs.major) return null;
  const launched = await launchServer(place, programs, durable);
  try {
    return await awaitLaunched(start, launched, !deadline.passed());
  } catch (error) {
    const isStuck = error instanceof DomainError && error.code === 'embedded.password-wrong';
    if (isStuck && launched.pid !== null) await stopServer(launched.pid, place.data);
    throw error;
  }
}

/**
 * The answering server of a place.
 * @throws embedded.not-ready, server-ended, initdb-failed, no-program, data-needs-version,
 *   password-wrong, not-durable
 */
export async function reachServer(
  start: Start,
): Promise<Answering & { readonly adopted: boolean }> {
  const { place, password, use, log } = start;
  const repeats = deadlineIn(READY_SECONDS);
  for (;;) {
    const running = await adoptServer({
      place,
      password,
      log,
      deadline: deadlineIn(READY_SECONDS),
      isBeingStopped: use.isBeingStopped,
    });
    if (running !== null) {
      if (start.durable && !running.isDurable) {
        throw embeddedErrors.error('not-durable', { folder: place.data });
      }
      log(`PostgreSQL ${running.version} was running, process ${running.pid}`);
      return { ...running, adopted: true };
    }
    const launched = await launch(start, repeats);
    if (launched !== null) {
      log(`PostgreSQL ${launched.version} started, process ${launched.pid}`);
      return { ...launched, adopted: false };
    }
    await nap(50);
  }
}
