/** Where a defective return stands: what may still come back. Knows states, and no row or refusal. */

/** Whether the part is still owed: it has neither come back nor been taken back. */
export function isOwed({ state }: { readonly state: string }): boolean {
  return state === 'owed';
}
