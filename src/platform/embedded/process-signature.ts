/**
 * Names that tell which process made a file, so that what a killed process left behind can be told
 * from what a living one is still using. Knows nothing of what the files mean.
 */
import { randomBytes } from 'node:crypto';
import { processBirth, processState } from './process-state.ts';

const SIGNATURE = /\.(\d+)\.(\d+)\.[0-9a-f]{12}$/;

/** A suffix unique to this call: process id, its time of birth, and chance for calls in one process. */
export function newSignature(): string {
  return `.${process.pid}.${processBirth(process.pid)}.${randomBytes(6).toString('hex')}`;
}

/** Whether a name bears a signature at all. */
export function isSigned(name: string): boolean {
  return SIGNATURE.test(name);
}

/** Whether the process which signed this name still runs. */
export function signerLives(name: string): boolean {
  const match = SIGNATURE.exec(name);
  if (match === null) return false;
  const pid = Number(match[1]);
  return processState(pid) === 'alive' && processBirth(pid) === match[2];
}
