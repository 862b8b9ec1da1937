/** When a final test counts as passed. Pure. */

interface Step {
  readonly id: string;
  readonly isMandatory: boolean;
}

/**
 * Whether every mandatory step passed. A model without mandatory steps needs every recorded result
 * to be a pass, and at least one.
 */
export function isEveryMandatoryPassed(
  steps: readonly Step[],
  results: ReadonlyMap<string, 'pass' | 'fail'>,
): boolean {
  const mandatory = steps.filter((step) => step.isMandatory);
  if (mandatory.length > 0) return mandatory.every((step) => results.get(step.id) === 'pass');
  return results.size > 0 && [...results.values()].every((result) => result === 'pass');
}
