/**
 * Asks for the first administrator's link when the product starts. Knows who may ask; where the link
 * is shown is the business of whoever starts it.
 */
import { systemActor } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';
import { issueFirstLink } from './commands/issue-first-administrator-link.ts';

/**
 * The secret of a fresh link, good for 24 hours, while there is nobody; older ones end. Null as soon
 * as somebody has been set up.
 */
export async function issueFirstAdministratorLink(executor: Executor): Promise<string | null> {
  const { output } = await executor.execute(issueFirstLink, {}, { actor: systemActor });
  return output.link;
}
