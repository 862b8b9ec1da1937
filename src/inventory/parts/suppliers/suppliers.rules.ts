/** Who may sell us parts. Knows kinds of partners, nothing of what they offer. */

/** Whether a partner can be the supplier of a part: a repairer sells exchange units too. */
export function sells({ kind }: { readonly kind: string }): boolean {
  return kind === 'supplier' || kind === 'repairer';
}
