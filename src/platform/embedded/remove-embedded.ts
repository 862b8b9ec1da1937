/**
 * Takes a private database away for good: the server, the data wherever it lies, and the data root. For
 * throw-away databases; asks nobody.
 */
import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { homeOf } from './data-place.ts';
import { readPidFile } from './pid-file.ts';
import { stopServer } from './stop-server.ts';

/** Stops the server of a data root, if one runs, and deletes all data. */
export async function removeEmbedded(dataRoot: string): Promise<void> {
  const home = homeOf(dataRoot);
  const data = join(home, 'pgdata');
  if (existsSync(data)) {
    const file = readPidFile(data);
    if (file !== null) await stopServer(file.pid, realpathSync(data));
  }
  rmSync(home, { recursive: true, force: true });
  rmSync(dataRoot, { recursive: true, force: true });
}
