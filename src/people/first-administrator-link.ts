/**
 * Asks for the first administrator's link when the product starts. Knows who may ask; where the link
 * is shown is the business of whoever starts it.
 */
import { systemActor } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';
import { issueAdministratorLink } from './commands/issue-administrator-link.ts';
import { issueFirstLink } from './commands/issue-first-administrator-link.ts';

/**
 * The secret of a fresh link, good for 24 hours, while there is nobody; older ones end. Null as soon
 * as somebody has been set up.
 */
export async function issueFirstAdministratorLink(executor: Executor): Promise<string | null> {
  const { output } = await executor.execute(issueFirstLink, {}, { actor: systemActor });
  return output.link;
}

/**
 * The same for an administrator who was entered by the demo and has no password yet: the secret of a
 * set-password link and his login. Null when an administrator can sign in, or when there is none.
 */
export async function issueUnsetAdministratorLink(
  executor: Executor,
): Promise<{ link: string; login: string } | null> {
  const { output } = await executor.execute(issueAdministratorLink, {}, { actor: systemActor });
  const { link, login } = output;
  return link === null || login === null ? null : { link, login };
}
