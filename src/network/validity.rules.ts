/** What makes two ends of a span fit together. Pure. */

/** Whether a validity does not end before it begins. Days are `YYYY-MM-DD`. */
export function endsAfterStart(span: {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}): boolean {
  return span.validFrom === null || span.validTo === null || span.validFrom <= span.validTo;
}

/** Whether the hours of a day close after they open. */
export function closesAfterOpening(hours: {
  readonly opensMinute: number;
  readonly closesMinute: number;
}): boolean {
  return hours.opensMinute < hours.closesMinute;
}
