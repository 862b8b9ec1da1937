/**
 * The decisions on a change of stock: approve and reject by another person, within his limit; cancel by
 * whoever asked. Adjustments and scrapping differ only in the right they need.
 */
import { z } from 'zod';
import {
  approvalErrors,
  postingErrors,
  requireApproval,
  valueOf as worthOf,
} from '../../../inventory/index.ts';
import { type AnyCommand, defineCommand } from '../../../platform/command.ts';
import { id, text } from '../../../platform/scalars.ts';
import { countsErrors } from '../../errors.ts';
import { changeAnswer } from '../ask.ts';
import { changeMoved } from '../contract.ts';
import { sendToChange } from '../send.ts';
import type { ChangeKind } from '../stock-change.vocabulary.ts';
import { lockChange } from '../store.ts';

const given = { changeId: id, version: z.int().nullable().default(null) };
const note = text(400).nullable().default(null);

const changeErrors = [
  'counts.unknown-change',
  'counts.version-changed',
  'counts.event-not-allowed',
  'inventory.hold-not-live',
] as const;

/** What differs between the commands of one decision. */
type Named = Pick<AnyCommand, 'name' | 'summary'> & { readonly permission: string };

function approving(kind: ChangeKind, named: Named) {
  return defineCommand({
    ...named,
    input: z.strictObject({ ...given, note }),
    output: changeMoved,
    errors: [...changeErrors, ...postingErrors, ...approvalErrors],
    run: async (work, { changeId, version, note: words }) => {
      const row = await lockChange(work, changeId, { kind, version });
      const { requestedById, partId, quantity } = row;
      const valueMinor = await worthOf(work, [{ partId, quantity }]);
      await requireApproval(work, { kind, requestedById, valueMinor });
      return changeAnswer(await sendToChange(work, row, { type: 'approve' }, words));
    },
  });
}

function rejecting(kind: ChangeKind, named: Named) {
  return defineCommand({
    ...named,
    input: z.strictObject({ ...given, note: text(400) }),
    output: changeMoved,
    errors: changeErrors,
    run: async (work, { changeId, version, note: words }) => {
      const row = await lockChange(work, changeId, { kind, version });
      return changeAnswer(await sendToChange(work, row, { type: 'reject' }, words));
    },
  });
}

function cancelling(kind: ChangeKind, named: Named) {
  return defineCommand({
    ...named,
    input: z.strictObject({ ...given, note }),
    output: changeMoved,
    errors: [...changeErrors, 'counts.not-own-change'],
    run: async (work, { changeId, version, note: words }) => {
      const row = await lockChange(work, changeId, { kind, version });
      if (row.requestedById !== work.actor.id) throw countsErrors.error('not-own-change');
      return changeAnswer(await sendToChange(work, row, { type: 'cancel' }, words));
    },
  });
}

export const approveAdjustment = approving('adjustment', {
  name: 'adjustments.approve',
  permission: 'adjustments.approve',
  summary: 'Approves a correction that somebody else asked for, and posts it.',
});
export const rejectAdjustment = rejecting('adjustment', {
  name: 'adjustments.reject',
  permission: 'adjustments.approve',
  summary: 'Says no to a correction, with a reason.',
});
export const cancelAdjustment = cancelling('adjustment', {
  name: 'adjustments.cancel',
  permission: 'adjustments.ask',
  summary: 'Takes back a correction one asked for oneself.',
});
export const approveScrap = approving('scrap', {
  name: 'scrap.approve',
  permission: 'scrap.approve',
  summary: 'Approves the scrapping that somebody else asked for, and posts it.',
});
export const rejectScrap = rejecting('scrap', {
  name: 'scrap.reject',
  permission: 'scrap.approve',
  summary: 'Says no to scrapping, with a reason; the stock is free again.',
});
export const cancelScrap = cancelling('scrap', {
  name: 'scrap.cancel',
  permission: 'stock.scrap',
  summary: 'Takes back the scrapping one asked for oneself; the stock is free again.',
});
