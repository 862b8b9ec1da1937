/** When somebody is reminded of what he owes, and when it goes further. Only days. */

/** The days of a reminding rule. */
export interface ChasingDays {
  readonly daysBefore: number;
  readonly everyDays: number;
  readonly escalateAfterDays: number;
}

/**
 * Days after the due day on which the next reminder falls, given how late it is now; negative before
 * it is due. The first comes `daysBefore`, then one on every `everyDays` after the due day.
 */
export function nextReminder(daysLate: number, { daysBefore, everyDays }: ChasingDays): number {
  if (daysLate < -daysBefore) return -daysBefore;
  if (daysLate < everyDays) return everyDays;
  return (Math.floor(daysLate / everyDays) + 1) * everyDays;
}

/** Whether somebody else is told too. */
export function isEscalated(daysLate: number, { escalateAfterDays }: ChasingDays): boolean {
  return daysLate > 0 && daysLate >= escalateAfterDays;
}
