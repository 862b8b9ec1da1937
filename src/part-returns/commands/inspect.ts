/** Says what the inspection of returned parts found: they become it where they lie, and may be used. */
import { z } from 'zod';
import { conditionCode } from '../../inventory/contract.ts';
import { getSiteLocation, inventoryErrors, postEntry } from '../../inventory/index.ts';
import { feedBackorders } from '../../orders/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, quantity, text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { whereIs } from '../answer.ts';
import { returnErrors } from '../command-errors.ts';
import { credit, movedReturn, returnInput } from '../contract.ts';
import { partReturnsErrors } from '../errors.ts';
import { followLine, lockOwedOf } from '../follow-owed.ts';
import { toInspectOf } from '../line-sums.rules.ts';
import { requireStep, sendToReturn } from '../send.ts';
import {
  addInspection,
  changeLine,
  linesOf,
  lockPartReturn,
  type PartReturnLineRow,
  type PartReturnRow,
  pileOfLine,
} from '../store.ts';
import { travelConditionOf } from '../travel.rules.ts';

const input = z.strictObject({
  ...returnInput,
  lineId: id,
  quantity,
  /** What it is. */
  found: conditionCode,
  /** Where it lies; left out for what came to a repairer or supplier. */
  locationId: id.nullable().default(null),
  /** What it is called there, if receiving called it something else. */
  lyingAs: conditionCode.nullable().default(null),
  note: text(500).nullable().default(null),
  credit: credit.nullable().default(null),
});

interface Found {
  readonly row: PartReturnRow;
  readonly line: PartReturnLineRow;
  readonly given: z.output<typeof input>;
}

/** Changes what it is called; nothing is posted for what stays the same or lies with a party. */
async function rename(work: Work, { row, line, given }: Found) {
  const { locationId, found, lyingAs, note } = given;
  if (locationId === null) {
    if (row.toPartyId === null) throw inventoryErrors.error('unknown-location');
    return { entryId: null, pile: null };
  }
  const place = await getSiteLocation(work, locationId);
  const own = pileOfLine(line);
  const condition = lyingAs ?? travelConditionOf(own.condition, true);
  const from = { ...own, locationId: place.id, condition };
  const to = { ...from, condition: found };
  if (condition === found) return { entryId: null, pile: to };
  const posting = { from, to, quantity: given.quantity, serialId: line.serialId, holdId: null };
  const entryId = await postEntry(work, {
    kind: 'return',
    document: row.number,
    reason: note,
    lines: [posting],
  });
  return { entryId, pile: to };
}

export const inspectReturn = defineCommand({
  name: 'part-returns.inspect',
  permission: 'part-returns.inspect',
  summary: 'Says what an inspection of returned parts found; usable ones serve whoever waits.',
  input,
  output: movedReturn.extend({ entryId: id.nullable(), fed: z.int() }),
  errors: [
    ...returnErrors,
    'part-returns.something-is-here',
    'part-returns.unknown-line',
    'part-returns.more-than-came',
  ],
  run: async (work, given) => {
    const { returnId, version, lineId, quantity: count, found, note, credit: credited } = given;
    const row = await lockPartReturn(work, returnId, { version });
    await requireStep(work, row, 'inspect');
    const line = (await linesOf(work, row.id)).find((one) => one.id === lineId);
    if (line === undefined) throw partReturnsErrors.error('unknown-line');
    const here = toInspectOf(line);
    if (count > here) throw partReturnsErrors.error('more-than-came', { here, told: count });
    const owed = await lockOwedOf(work, [line]);
    const { entryId, pile } = await rename(work, { row, line, given });
    await addInspection(work, {
      ...{ lineId, quantity: count, found, entryId, note },
      locationId: given.locationId,
    });
    const seen = { ...line, inspected: line.inspected + count };
    await changeLine(work, line.id, { inspected: seen.inspected });
    await followLine(work, seen, {
      owed: owed.get(line.owedReturnId ?? ''),
      note: { reason: note, credit: credited },
    });
    const isUsable = pile !== null && (found === 'new' || found === 'good') && entryId !== null;
    const fed = isUsable ? await feedBackorders(work, [{ pile, quantity: count }]) : [];
    const saved = await sendToReturn(work, row, 'inspect');
    work.about(`part-return:${row.id}`);
    return { ...whereIs(saved), entryId, fed: fed.reduce((sum, one) => sum + one.quantity, 0) };
  },
});
