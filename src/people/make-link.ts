/**
 * Hands out the link by which a person sets his own password, so that nobody else ever knows it.
 * Earlier links of the same person stop working.
 */
import type { Work } from '../platform/work.ts';
import { lifetimes } from './contract.ts';
import { hashToken, tokenBytes } from './secret-hash.ts';
import { addLink, type LinkPurpose, removeOpenLinks } from './session.store.ts';

/** Makes the link's secret and voids older ones; the caller puts it into an address. */
export async function makeLink(
  work: Work,
  purpose: LinkPurpose,
  personId: string | null,
): Promise<string> {
  const secret = work.newSecret(tokenBytes);
  const lifetime =
    purpose === 'set-password' ? lifetimes.setPasswordLink : lifetimes.firstAdministratorLink;
  await removeOpenLinks(work.db, purpose, personId);
  await addLink(work.db, {
    tokenHash: hashToken(secret),
    purpose,
    personId,
    expiresAt: new Date(work.now.getTime() + lifetime),
  });
  return secret;
}
