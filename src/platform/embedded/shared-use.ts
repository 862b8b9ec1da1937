/**
 * Counts the programs that use one server, by a file for each: only the last to leave stops it. Files
 * are named after their process, so those of killed programs do not count.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSignature, signerLives } from './process-signature.ts';

export interface SharedUse {
  /** Whether another program is just stopping the server; what answers now will be gone soon. */
  isBeingStopped(): boolean;
  /** Ends this use without stopping anything. */
  leave(): void;
  /** Ends this use; runs `stop` if nobody else uses the server. Returns whether it did. */
  leaveLast(stop: () => Promise<void>): Promise<boolean>;
}

function living(folder: string, prefix: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith(prefix) && signerLives(name));
}

/**
 * Notes that this program uses the server of a data root. To be called before looking for the server:
 * who stops first announces that and then counts users, who adopts first counts itself and then looks
 * for announcements, so one of two always sees the other.
 */
export function joinUse(root: string): SharedUse {
  const folder = join(root, 'users');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!signerLives(name)) rmSync(join(folder, name), { force: true });
  }
  const signature = newSignature();
  const mine = join(folder, `user${signature}`);
  const announcement = join(folder, `stopping${signature}`);
  writeFileSync(mine, '');
  const leave = () => rmSync(mine, { force: true });
  return {
    isBeingStopped: () => living(folder, 'stopping.').length > 0,
    leave,
    leaveLast: async (stop) => {
      writeFileSync(announcement, '');
      try {
        leave();
        if (living(folder, 'user.').length > 0) return false;
        await stop();
        return true;
      } finally {
        rmSync(announcement, { force: true });
      }
    },
  };
}
