/** What processes have used of the processor; Linux only, null elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second that Linux reports to user space. */
const ticks = 100;

function statOf(pid: string): { parent: number; ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}

/** Seconds of processor time of the living children of the server. */
export function serverCpuSeconds(serverPid: number): number | null {
  if (process.platform !== 'linux') return null;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf);
  const used = children.filter((child) => child?.parent === serverPid);
  return used.reduce((sum, child) => sum + (child?.ticks ?? 0), 0) / ticks;
}

/** Seconds of processor time of one process, without its children; null where nobody can say. */
export function processCpuSeconds(pid: number): number | null {
  const own = process.platform === 'linux' ? statOf(String(pid)) : null;
  return own === null ? null : own.ticks / ticks;
}

/** The process id of the database server that one of its children belongs to; 0 where nobody can say. */
export function parentOf(pid: number): number {
  return statOf(String(pid))?.parent ?? 0;
}
