/**
 * The line a scan belongs to: found or begun, moved into the present pass, and only in a bin that the
 * acting person counts. It knows no balance.
 */
import type { Pile } from '../inventory/index.ts';
import { advance, allowedEvents } from '../platform/flow.ts';
import { storedOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { countBinFlow } from './count-bin.machine.ts';
import { countLineFlow } from './count-line.machine.ts';
import { countsErrors } from './errors.ts';
import { addLine, findLine, type LineRow } from './lines.store.ts';
import { type BinRow, lockBin } from './store.ts';

/**
 * The bin of a scan, locked.
 * @throws counts.unknown-bin, counts.event-not-allowed, counts.bin-is-own, counts.other-part
 */
export async function binForScan(work: Work, binId: string, partId: string): Promise<BinRow> {
  const bin = await lockBin(work, binId);
  const isOwn = bin.countedById === work.actor.id;
  advance(countBinFlow, storedOf(bin), { type: 'scan', isOwn });
  if (bin.partId !== null && bin.partId !== partId) throw countsErrors.error('other-part');
  return bin;
}

/**
 * The line, with nothing counted yet when this is its first scan of the pass.
 * @throws counts.line-is-settled for what a recount does not ask for
 */
export async function lineForScan(
  work: Work,
  bin: BinRow,
  pile: Pile,
  bucketId: string | null,
): Promise<{ line: LineRow; isFirst: boolean }> {
  const known = await findLine(work, bin.id, bucketId ?? pile.partId);
  if (known === null) {
    const of = { countId: bin.countId, binId: bin.id, pass: bin.pass, pile, bucketId };
    return { line: await addLine(work, of), isFirst: true };
  }
  const events = allowedEvents(countLineFlow, storedOf(known));
  if (!events.some(({ event }) => event === 'scan')) throw countsErrors.error('line-is-settled');
  const isFirst = known.pass !== bin.pass;
  return { line: isFirst ? { ...known, pass: bin.pass, counted: 0 } : known, isFirst };
}
