/**
 * Ends a pass: what was scanned is compared with the books, what nobody found is named, and each line
 * goes where its verdict leads. It decides no verdict; the rules do.
 */
import { ourCompany, type Pile } from '../inventory/index.ts';
import { advance, allowedEvents } from '../platform/flow.ts';
import { storedOf } from '../platform/flow-row.ts';
import type { Work } from '../platform/work.ts';
import { type Balance, balancesOf, pilesOfPieces, seenAtStart } from './balances.store.ts';
import { countLineFlow } from './count-line.machine.ts';
import type { Verdict } from './counting.vocabulary.ts';
import {
  addLine,
  addPieces,
  addScan,
  type LineChanges,
  type LineRow,
  lockLinesOfBin,
  notJudged,
  piecesOf,
  saveLine,
} from './lines.store.ts';
import type { BinRow } from './store.ts';
import { valueAtCost } from './value.ts';
import {
  differenceOf,
  hasMoved,
  pieceDifference,
  type Tolerance,
  verdictOn,
  verdictOnPieces,
} from './verdict.rules.ts';

/** One pass being ended: the bin, and what the books said at its start and say now. */
interface Pass {
  readonly bin: BinRow;
  readonly tolerance: Tolerance;
  readonly now: readonly Balance[];
  readonly start: Awaited<ReturnType<typeof seenAtStart>>;
}

function judged(work: Work, row: LineRow, verdict: Verdict, changes: LineChanges) {
  const { stored } = advance(countLineFlow, storedOf(row), { type: 'judge', verdict });
  return saveLine(work, row, changes, stored);
}

const byNow = ({ actor, now }: Work) => {
  return { countedById: actor.id, countedByName: actor.name, countedAt: now };
};

/** A pile that nobody scanned counts as nothing; whether stock moved since the start is seen too. */
async function missPile(work: Work, row: LineRow, { bin, now, start }: Pass): Promise<LineRow> {
  const there = now.find(({ bucketId }) => bucketId === row.bucketId);
  const { onHand = 0, version = 0 } = there ?? {};
  const { pass } = bin;
  await addScan(work, { id: row.id, pass }, { kind: 'not-found', quantity: 0, onHand, version });
  const firstOnHand = start.get(row.bucketId ?? '')?.onHand ?? 0;
  const seen = { counted: 0, firstOnHand, seenOnHand: onHand, seenVersion: version };
  return saveLine(work, row, { ...seen, ...byNow(work), ...notJudged, pass });
}

async function judgePile(work: Work, row: LineRow, pass: Pass): Promise<LineRow> {
  const difference = differenceOf(row);
  const valueMinor = await valueAtCost(work, row.partId, difference);
  const changes = { difference, valueMinor, hasMoved: hasMoved(row) };
  return judged(work, row, verdictOn(row, valueMinor, pass.tolerance), changes);
}

/** Pieces of the part that stood here when the pass began and still stand here. */
function piecesExpected(partId: string, { now, start }: Pass): Map<string, string> {
  const before = new Set([...start.values()].flatMap(({ serialIds }) => serialIds));
  const here = now.filter((one) => one.isSerial && one.partId === partId);
  return new Map(
    here.flatMap(({ serialIds, bucketId }) =>
      serialIds.flatMap((id) => (before.has(id) ? [[id, bucketId] as const] : [])),
    ),
  );
}

async function judgePieces(work: Work, given: LineRow, pass: Pass): Promise<LineRow> {
  const isScanned = given.pass === pass.bin.pass;
  const row = isScanned
    ? given
    : await saveLine(work, given, {
        pass: pass.bin.pass,
        counted: 0,
        ...byNow(work),
        ...notJudged,
      });
  const scanned = await piecesOf(work, row);
  const found = new Set(scanned.flatMap(({ serialId }) => serialId ?? []));
  const expected = piecesExpected(row.partId, pass);
  const missingIds = [...expected.keys()].filter((id) => !found.has(id));
  const numbers = await pilesOfPieces(work, missingIds);
  await addPieces(
    work,
    row,
    missingIds.map((serialId) => ({
      serialId,
      serialNumber: numbers.get(serialId)?.serialNumber ?? serialId,
      outcome: 'missing' as const,
      seenBucketId: expected.get(serialId) ?? null,
    })),
  );
  const outcomes = [
    ...scanned.map(({ outcome }) => outcome),
    ...missingIds.map(() => 'missing' as const),
  ];
  const difference = pieceDifference(outcomes);
  const valueMinor = await valueAtCost(work, row.partId, difference);
  const seen = { seenOnHand: expected.size, difference, valueMinor };
  return judged(work, row, verdictOnPieces(outcomes), seen);
}

/** What the books have here that nobody scanned; what has left meanwhile is not missed. */
async function addMissing(work: Work, lines: readonly LineRow[], pass: Pass): Promise<LineRow[]> {
  const { bin, now, start } = pass;
  const known = new Set(lines.map((line) => line.bucketId ?? line.partId));
  const added: LineRow[] = [];
  for (const balance of now) {
    const { bucketId, partId, isSerial, lotId, condition, ownerId } = balance;
    const key = isSerial ? partId : bucketId;
    if (known.has(key) || !start.has(bucketId)) continue;
    known.add(key);
    const at = { partId, locationId: bin.locationId, handlingUnitId: null };
    const pile: Pile = isSerial
      ? { ...at, lotId: null, condition: 'new', ownerId: ourCompany }
      : { ...at, lotId, condition, ownerId };
    const line = { countId: bin.countId, binId: bin.id, pass: bin.pass, pile };
    added.push(await addLine(work, { ...line, bucketId: isSerial ? null : bucketId }));
  }
  return added;
}

/**
 * Judges every line that is being counted in the bin.
 * @returns whether a line must be counted again by another person
 */
export async function judgePass(
  work: Work,
  bin: BinRow,
  of: { readonly tolerance: Tolerance; readonly isRecount: boolean },
): Promise<boolean> {
  const lines = await lockLinesOfBin(work, bin.id);
  const [now, start] = [await balancesOf(work, bin), await seenAtStart(work, bin)];
  const pass = { bin, now, start, tolerance: of.tolerance };
  const missed = of.isRecount ? [] : await addMissing(work, lines, pass);
  const ended: LineRow[] = [];
  for (const line of lines.filter(isBeingCounted)) {
    if (line.bucketId === null) ended.push(await judgePieces(work, line, pass));
    else {
      const isScanned = line.pass === bin.pass;
      const row = isScanned ? line : await missPile(work, line, pass);
      ended.push(await judgePile(work, row, pass));
    }
  }
  for (const line of missed) {
    if (line.bucketId === null) ended.push(await judgePieces(work, line, pass));
    else ended.push(await judgePile(work, await missPile(work, line, pass), pass));
  }
  return [...lines.filter((line) => !isBeingCounted(line)), ...ended].some(isInDoubt);
}

const isBeingCounted = (line: LineRow): boolean => isAwaiting(line, 'scan');
const isInDoubt = (line: LineRow): boolean => isAwaiting(line, 'recount');

function isAwaiting(line: LineRow, event: 'scan' | 'recount'): boolean {
  return allowedEvents(countLineFlow, storedOf(line)).some((one) => one.event === event);
}
