/**
 * A technician uses a part from his van at a customer's. A repairable part leaves its defective
 * counterpart behind: it comes into the van, and the keeper of the van owes it.
 */
import { z } from 'zod';
import { conditionCode } from '../../inventory/contract.ts';
import {
  addSerial,
  findSerial,
  findTakablePile,
  getPartRow,
  getSiteLocation,
  inventoryErrors,
  linesBetween,
  oweDefectiveReturn,
  type Pile,
  type PostingLine,
  pileOfSerial,
  place,
  postEntry,
  postingErrors,
  stockLines,
} from '../../inventory/index.ts';
import { addDays, isoDay } from '../../platform/clock.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, quantity, text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { partReturnsErrors } from '../errors.ts';
import { isOutside } from '../goods.store.ts';
import { chasingOf, personName } from '../kept.store.ts';

const input = z.strictObject({
  /** The van or other place in somebody's keeping. */
  locationId: id,
  partId: id,
  quantity: quantity.default(1),
  serialNumbers: z.array(text(100)).max(100).default([]),
  lotNumber: text(60).nullable().default(null),
  /** Left out: what is best to take. */
  condition: conditionCode.nullable().default(null),
  /** The job, as people call it. */
  job: text(100),
  /** The defective pieces that were taken out, of a part with serial numbers. */
  removedSerialNumbers: z.array(text(100)).max(100).default([]),
  faultCode: text(40).nullable().default(null),
  /** Why no defective part comes back of a repairable one. */
  nothingComesBack: text(300).nullable().default(null),
});
type Given = z.output<typeof input>;

interface Keeper {
  readonly locationId: string;
  readonly siteId: string;
  readonly id: string;
  readonly name: string;
}

async function keeperOf(work: Work, locationId: string): Promise<Keeper> {
  const at = await getSiteLocation(work, locationId);
  const { custodianId, siteId, code } = at;
  if (custodianId === null || siteId === null) {
    throw partReturnsErrors.error('not-a-place-of-somebody', { location: code });
  }
  const isOwn = custodianId === work.actor.id;
  const name = isOwn ? work.actor.name : ((await personName(work, custodianId)) ?? code);
  return { locationId: at.id, siteId, id: custodianId, name };
}

/** The lines that take the part out of the van, from the best pile there is unless one was named. */
async function taken(work: Work, given: Given, tracking: string): Promise<PostingLine[]> {
  const { partId, locationId, condition, quantity: count, serialNumbers, lotNumber } = given;
  const places = { from: locationId, to: place.customer, mayBeNew: false };
  const [first] = serialNumbers;
  if (condition === null && tracking === 'serial' && first !== undefined) {
    const piece = await findSerial(work.db, partId, first);
    if (piece === null) throw inventoryErrors.error('unknown-serial', { serialNumber: first });
    const lying = await pileOfSerial(work.db, piece.id);
    return stockLines(work, { ...given, condition: lying.condition }, places);
  }
  if (condition !== null || tracking === 'serial' || lotNumber !== null) {
    return stockLines(work, { ...given, condition: condition ?? 'new' }, places);
  }
  const from = await findTakablePile(work, { partId, locationId, quantity: count });
  return linesBetween(work, { from, to: { ...from, locationId: place.customer } }, given);
}

/** The piece that came out: known at a customer's, or seen for the first time. */
async function removedPiece(work: Work, out: Pile, serialNumber: string): Promise<PostingLine> {
  const inUnit: Pile = { ...out, locationId: place.conversion };
  const known = await findSerial(work.db, out.partId, serialNumber);
  const serialId = known?.id ?? (await addSerial(work, out.partId, serialNumber));
  const books = known?.bucketId == null ? inUnit : await pileOfSerial(work.db, serialId);
  if (!(await isOutside(work, books.locationId))) {
    throw inventoryErrors.error('serial-not-here', { location: null });
  }
  const from: Pile = { ...books, handlingUnitId: null };
  return { from, to: { ...out, ownerId: from.ownerId }, quantity: 1, serialId, holdId: null };
}

async function removedLines(work: Work, given: Given, used: PostingLine): Promise<PostingLine[]> {
  const { locationId, removedSerialNumbers: numbers, quantity: count } = given;
  const out: Pile = { ...used.from, locationId, condition: 'defective' };
  if (used.serialId === null) {
    const from = { ...out, locationId: place.conversion };
    return [{ from, to: out, quantity: count, serialId: null, holdId: null }];
  }
  if (new Set(numbers).size !== count || numbers.length !== count) {
    throw partReturnsErrors.error('removed-piece-required', { expected: count });
  }
  const lines: PostingLine[] = [];
  for (const number of numbers) lines.push(await removedPiece(work, out, number));
  return lines;
}

/** One obligation a piece, or one for so many of a part without serial numbers. */
async function owe(work: Work, keeper: Keeper, told: { given: Given; line: PostingLine }) {
  const { given, line } = told;
  const { dueDays } = await chasingOf(work, keeper.siteId);
  const document = given.job;
  const removalEntryId = await postEntry(work, {
    ...{ kind: 'removal' as const, document, reason: null, lines: [line] },
  });
  return oweDefectiveReturn(work, {
    ...{ siteId: keeper.siteId, partId: given.partId, quantity: line.quantity, document },
    ...{ sourceId: work.newId(), faultCode: given.faultCode, removalEntryId },
    dueOn: isoDay(addDays(work.now, dueDays)),
    owedBy: keeper,
  });
}

export const usePart = defineCommand({
  name: 'part-returns.use-part',
  permission: 'part-returns.send',
  summary: 'Books the use of a part from a van on a job; a repairable one is owed back, defective.',
  input,
  output: z.strictObject({ entryId: id, owed: z.array(z.string()) }),
  errors: [
    ...postingErrors,
    'part-returns.not-a-place-of-somebody',
    'part-returns.removed-piece-required',
  ],
  run: async (work, given) => {
    const keeper = await keeperOf(work, given.locationId);
    const part = await getPartRow(work.db, given.partId);
    const lines = await taken(work, given, part.tracking);
    const document = given.job;
    const entryId = await postEntry(work, { kind: 'issue', document, reason: null, lines });
    work.about(`entry:${entryId}`);
    const [used] = lines;
    const owed: string[] = [];
    const isLeft = part.isRepairable && given.nothingComesBack === null && used !== undefined;
    const removed = isLeft ? await removedLines(work, given, used) : [];
    for (const line of removed) owed.push(await owe(work, keeper, { given, line }));
    return { entryId, owed };
  },
});
