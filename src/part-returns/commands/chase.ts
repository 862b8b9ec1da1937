/**
 * Reminds people of defective parts they owe, before and after the day they are due, and tells somebody
 * else when they are very late. Sent by timers; who has brought the part back is left alone.
 */
import { z } from 'zod';
import { daysBetween, isOwed, lockReturn, type OwedReturnRow } from '../../inventory/index.ts';
import { tell } from '../../orders/index.ts';
import { addDays, isoDay } from '../../platform/clock.ts';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import type { Work } from '../../platform/work.ts';
import { type ChasingDays, isEscalated, nextReminder } from '../chasing.rules.ts';
import { partNumberOf } from '../goods.store.ts';
import { chasingOf } from '../kept.store.ts';

function plan(work: Work, owed: OwedReturnRow, rule: ChasingDays): void {
  const late = daysBetween(owed.dueOn, isoDay(work.now));
  work.schedule({
    kind: 'part-returns.chase',
    data: { owedReturnId: owed.id },
    runAt: addDays(work.now, nextReminder(late, rule) - late),
    uniqueKey: `chase:${owed.id}`,
  });
}

export const planChasing = defineCommand({
  name: 'part-returns.plan-chasing',
  permission: 'part-returns.inspect',
  summary: 'Plans the first reminder of a defective part that is owed.',
  input: z.strictObject({ owedReturnId: id }),
  output: z.strictObject({ isPlanned: z.boolean() }),
  errors: ['inventory.unknown-return'],
  run: async (work, { owedReturnId }) => {
    const owed = await lockReturn(work, owedReturnId);
    if (isOwed(owed)) plan(work, owed, await chasingOf(work, owed.siteId));
    return { isPlanned: isOwed(owed) };
  },
});

export const chaseOwed = defineCommand({
  name: 'part-returns.chase',
  permission: 'part-returns.inspect',
  summary: 'Reminds whoever owes a defective part, and whoever is to know when it is very late.',
  input: z.strictObject({ owedReturnId: id }),
  output: z.strictObject({ told: z.int() }),
  errors: ['inventory.unknown-return'],
  run: async (work, { owedReturnId }) => {
    const owed = await lockReturn(work, owedReturnId);
    work.about(`defective-return:${owed.id}`);
    if (!isOwed(owed)) return { told: 0 };
    const rule = await chasingOf(work, owed.siteId);
    const days = daysBetween(owed.dueOn, isoDay(work.now));
    const about = `defective-return:${owed.id}`;
    const partNumber = await partNumberOf(work, owed.partId);
    const params = { number: owed.number, partNumber, dueOn: owed.dueOn, by: owed.owedByName };
    const key = days > 0 ? ('owed-overdue' as const) : ('owed-due-soon' as const);
    await tell(work, { personId: owed.owedById, about, key, params: { ...params, days } });
    const further = isEscalated(days, rule) ? rule.escalateToId : null;
    if (further !== null) {
      await tell(work, {
        ...{ personId: further, about, key: 'owed-escalated' },
        params: { ...params, days },
      });
    }
    plan(work, owed, rule);
    return { told: further === null ? 1 : 2 };
  },
});
