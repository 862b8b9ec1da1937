/**
 * What a fresh installation is told at its first start: the demo when asked for, and the one-time
 * link by which the first administrator sets a password. Tells by lines; keeps no secret.
 */
import { loadDemo } from '../demo/load.ts';
import { listSites } from '../inventory/index.ts';
import {
  hasAnybody,
  issueFirstAdministratorLink,
  issueUnsetAdministratorLink,
} from '../people/index.ts';
import { systemActor } from '../platform/actor.ts';
import type { Clock } from '../platform/clock.ts';
import type { Executor } from '../platform/execute.ts';
import type { Ids } from '../platform/ids.ts';

interface Ports {
  readonly executor: Executor;
  readonly clock: Clock;
  readonly ids: Ids;
  tell(line: string): void;
}

/** Loads the demo company into an empty system; a system that is in use stays as it is. */
export async function loadDemoWhenEmpty(ports: Ports): Promise<void> {
  const as = { actor: systemActor };
  const people = await ports.executor.ask(hasAnybody, {}, as);
  const sites = await ports.executor.ask(listSites, {}, as);
  if (people.hasAnybody || sites.length > 0) {
    ports.tell('The demo is not loaded: this installation is in use already.');
    return;
  }
  const signIns = await loadDemo(ports);
  ports.tell('');
  ports.tell('Demo sign-ins (told once; an administrator can reset them):');
  for (const { login, role, password } of signIns) {
    ports.tell(`  ${login.padEnd(12)} ${password.padEnd(18)} ${role}`);
  }
}

/** Prints the one-time link while no administrator can sign in. */
export async function tellAdministratorLink(ports: Ports, publicUrl: string): Promise<void> {
  const first = await issueFirstAdministratorLink(ports.executor);
  if (first !== null) {
    ports.tell('');
    ports.tell('No administrator yet. Set the first one up here (works once, for 24 hours):');
    ports.tell(`  ${publicUrl}/set-up?token=${first}`);
    return;
  }
  const unset = await issueUnsetAdministratorLink(ports.executor);
  if (unset === null) return;
  ports.tell('');
  ports.tell(`Set the password of the administrator ${unset.login} here (works once):`);
  ports.tell(`  ${publicUrl}/set-password?token=${unset.link}`);
}
