/** What a command on a line or job answers: where the line now is, and its job. */
import type { Read } from '../platform/work.ts';
import type { Moved } from './contract.ts';
import { newestJob } from './repair/store.ts';
import { getLine } from './store.ts';

/** The line's present regions and job. */
export async function whereIs(read: Read, lineId: string): Promise<Moved> {
  const row = await getLine(read, lineId);
  const job = await newestJob(read, lineId);
  const { code, version, top, inbound, remedy, outbound, money, hold } = row;
  return {
    lineId,
    code,
    version,
    top,
    inbound,
    remedy,
    outbound,
    money,
    hold,
    jobId: job?.id ?? null,
    jobState: job?.state ?? null,
  };
}
