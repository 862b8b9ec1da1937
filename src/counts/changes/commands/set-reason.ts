/** Adds a reason for corrections or scrapping, renames it, or takes it out of use. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { text } from '../../../platform/scalars.ts';
import { changeKind, reasonCode, reasonView } from '../contract.ts';
import { putReason } from '../store.ts';

export const setChangeReason = defineCommand({
  name: 'stock-changes.set-reason',
  permission: 'approvals.set-limits',
  summary: 'Adds or changes a reason for corrections or scrapping.',
  input: z.strictObject({
    code: reasonCode,
    kind: changeKind,
    nameEn: text(120),
    nameZh: text(120),
    isActive: z.boolean().default(true),
  }),
  output: reasonView,
  errors: ['counts.reason-taken'],
  run: async (work, reason) => {
    await putReason(work, reason);
    work.about(`change-reason:${reason.code}`);
    return reason;
  },
});
