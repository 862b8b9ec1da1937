/**
 * Approves differences and posts them in one entry. Never by one who counted, never beyond the limit;
 * stock that is held for somebody does not vanish, and a correction made since is asked about.
 */
import { z } from 'zod';
import {
  approvalErrors,
  postEntry,
  postingErrors,
  requireApproval,
} from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { advance } from '../../platform/flow.ts';
import { storedOf } from '../../platform/flow-row.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { countAnswer, countErrors } from '../answer.ts';
import { countInput, countMoved } from '../contract.ts';
import { decidedBy, linesToDecide } from '../decide.ts';
import { differenceLines, straysOf } from '../difference-lines.ts';
import { countsErrors } from '../errors.ts';
import { countersOf, type LineRow } from '../lines.store.ts';
import { firstBlocked, firstCorrected, firstHeldPiece } from '../obstacles.store.ts';
import { sendToLine, tellProgress } from '../send.ts';
import { stockCountFlow } from '../stock-count.machine.ts';
import { lockCount } from '../store.ts';

/** @throws counts.own-count, inventory.above-approval-limit */
async function requireOtherEyes(work: Work, lines: readonly LineRow[]): Promise<void> {
  const counters = await countersOf(
    work,
    lines.map((line) => line.id),
  );
  if (counters.has(work.actor.id)) throw countsErrors.error('own-count');
  const [requestedById = ''] = counters;
  const valueMinor = lines.reduce((sum, line) => sum + Math.abs(line.valueMinor ?? 0), 0);
  await requireApproval(work, { kind: 'adjustment', requestedById, valueMinor });
}

/** Says which holds stand in the way, before the ledger would say it in other words. */
async function refuseHeld(
  work: Work,
  lines: readonly LineRow[],
  serialIds: readonly string[],
): Promise<void> {
  const missing = lines.flatMap(({ bucketId, difference }) =>
    bucketId !== null && (difference ?? 0) < 0
      ? [{ bucketId, quantity: Math.abs(difference ?? 0) }]
      : [],
  );
  const blocked = (await firstBlocked(work, missing)) ?? (await firstHeldPiece(work, serialIds));
  if (blocked !== null) throw countsErrors.error('difference-is-held', { ...blocked });
}

async function askAboutCorrections(work: Work, lines: readonly LineRow[]): Promise<void> {
  if (work.acknowledged.has('counts.corrected-since')) return;
  const counted = lines.flatMap(({ bucketId, countedAt }) =>
    bucketId === null ? [] : [{ bucketId, since: countedAt.toISOString() }],
  );
  const corrected = await firstCorrected(work, counted);
  if (corrected !== null) throw countsErrors.error('corrected-since', { ...corrected });
}

export const approveCount = defineCommand({
  name: 'counts.approve',
  permission: 'counts.approve',
  summary: 'Approves differences of a count and posts them; all that wait, or the named ones.',
  input: z.strictObject({
    ...countInput,
    lineIds: z.array(id).max(2000).default([]),
    note: text(400).nullable().default(null),
  }),
  output: countMoved.extend({ entryId: id.nullable() }),
  errors: [
    ...countErrors,
    ...postingErrors,
    ...approvalErrors,
    'counts.unknown-line',
    'counts.something-is-to-approve',
    'counts.own-count',
    'counts.difference-is-held',
    'counts.corrected-since',
  ],
  run: async (work, { countId, version, lineIds, note }) => {
    const count = await lockCount(work, countId, version);
    advance(stockCountFlow, storedOf(count), { type: 'approve' });
    const lines = await linesToDecide(work, countId, lineIds, 'approve');
    await requireOtherEyes(work, lines);
    const strays = await straysOf(work, lines);
    await refuseHeld(
      work,
      lines,
      strays.flatMap(({ piece }) => piece.serialId ?? []),
    );
    await askAboutCorrections(work, lines);
    const postings = await differenceLines(work, lines, strays);
    const { number: document, siteId } = count;
    const draft = { kind: 'count', document, siteId, reason: note, lines: postings } as const;
    const entryId = postings.length === 0 ? null : await postEntry(work, draft);
    for (const line of lines) {
      await sendToLine(work, line, { type: 'approve' }, { ...decidedBy(work, note), entryId });
    }
    return { ...countAnswer(await tellProgress(work, count)), entryId };
  },
});
