/**
 * Between a row's flow columns and the stored flow the platform advances. Knows column names, no
 * state of any machine.
 */
import { InvariantError } from './errors.ts';
import type { StoredFlow } from './flow.ts';

interface FlowRow {
  readonly machine: string;
  readonly machineVersion: number;
  readonly machineHash: string;
  readonly snapshot: unknown;
}

/** The stored flow of a row. */
export function storedOf(row: FlowRow): StoredFlow {
  const { machine, machineVersion, machineHash, snapshot } = row;
  return { machine, version: machineVersion, hash: machineHash, snapshot };
}

/** The columns of a stored flow. */
export function columnsOf(stored: StoredFlow): FlowRow {
  const { machine, version, hash, snapshot } = stored;
  return { machine, machineVersion: version, machineHash: hash, snapshot };
}

/** A named region's state. @throws InvariantError when the machine has no such region */
export function regionOf(regions: Readonly<Record<string, string>>, name: string): string {
  const state = regions[name];
  if (state === undefined) throw new InvariantError(`no region ${name}`);
  return state;
}
