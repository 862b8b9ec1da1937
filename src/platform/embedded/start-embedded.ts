/**
 * The private PostgreSQL of an installation that has no database of its own: finds the running one or
 * brings one up, whatever the last end was, and stops it with its last user. This room puts the steps
 * in order; each step has its own file. Knows nothing of what is stored.
 */
import { resolve } from 'node:path';
import { dataMajor, hasData, settleDataPlace } from './data-place.ts';
import { findPrograms, type ProgramPlaces, usualPlaces } from './find-programs.ts';
import { OWNER, ownerPassword } from './owner-password.ts';
import { reachServer, type Start } from './reach-server.ts';
import { joinUse } from './shared-use.ts';
import { stopOnWindows, stopServer } from './stop-server.ts';

export interface EmbeddedOptions {
  /** Folder for data, password, log and marks; made if absent. */
  readonly dataRoot: string;
  /** Folder for a copy of the bundled programs, should one be needed. */
  readonly cacheRoot: string;
  /** False for tests only: a power cut may then destroy the data. */
  readonly durable: boolean;
  readonly log?: (line: string) => void;
  /** Where to look for programs; the usual places of the machine if absent. */
  readonly programs?: ProgramPlaces;
}

export interface EmbeddedServer {
  /** Address of the maintenance database `postgres`, with the owner's password: never print it. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Version of the server, as `18.4`. */
  readonly version: string;
  /** Whether the server was running before this call. */
  readonly adopted: boolean;
  /** Ends this use; the last living user shuts the server down. May be called again. */
  stop(): Promise<void>;
}

async function shutDown(start: Start, pid: number): Promise<void> {
  const { place, search } = start;
  if (process.platform !== 'win32') return stopServer(pid, place.data);
  await stopOnWindows(await findPrograms(search, dataMajor(place.data)), place.data);
}

/**
 * Starts the private PostgreSQL of a data root, or takes over the one that runs. Ready for connections
 * when it returns. A killed program leaves the server running, and the next start takes it over.
 * @throws DomainError of the catalogue `embedded`; not-ready after 60 seconds
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => {});
  const place = await settleDataPlace(options.dataRoot, log);
  const use = joinUse(place.root);
  try {
    const start: Start = {
      place,
      password: ownerPassword(place.root, hasData(place.data)),
      durable: options.durable,
      use,
      log,
      search: {
        places: options.programs ?? usualPlaces(),
        cacheRoot: resolve(options.cacheRoot),
        account: place.account,
        log,
      },
    };
    const { pid, port, version, adopted } = await reachServer(start);
    let stopping: Promise<boolean> | null = null;
    return {
      url: `postgres://${OWNER}:${start.password}@127.0.0.1:${port}/postgres`,
      pid,
      port,
      version,
      adopted,
      stop: async () => {
        stopping ??= use.leaveLast(() => shutDown(start, pid));
        await stopping;
      },
    };
  } catch (error) {
    use.leave();
    throw error;
  }
}
