/** When something is said to have happened, as an entry takes it; nothing is judged here. */

/** The moment for a draft; nothing when it happened now. */
export function happenedAt(text: string | null): { readonly effectiveAt?: Date } {
  return text === null ? {} : { effectiveAt: new Date(text) };
}
