// The page of rights: which role brings which, and what each one opens.
import { permissions, permissionsOf, roles } from '../../src/people/index.ts';
import { everyCommand, everyQuery, ownCommands } from './every-operation.ts';
import { code, page, table } from './markdown.ts';

const operations = [...everyCommand, ...everyQuery];

function opens(permission: string): string {
  const opened = operations.filter((action) => action.permission === permission);
  return opened.map(({ name }) => code(name)).join(', ');
}

/** Rights by role, and operations by right. */
export function permissionsPage(): string {
  const own = [...new Set(ownCommands.map(({ permission }) => permission ?? ''))];
  const free = operations.filter(({ permission }) => permission === null);
  return page('Rights', [
    'A role is held everywhere or at one site; its rights reach as far. The administrator may do everything, everywhere.',
    '## Which role brings which right',
    table(
      ['Right', ...roles],
      permissions.map((permission) => [
        code(permission),
        ...roles.map((role) => (permissionsOf(role).includes(permission) ? 'yes' : '')),
      ]),
    ),
    '## What each right opens',
    table(
      ['Right', 'Commands and queries'],
      permissions.map((permission) => [code(permission), opens(permission)]),
    ),
    `Without any right: ${free.map(({ name }) => code(name)).join(', ')}.`,
    `Only the product itself has ${own.map(code).join(' and ')}, for ${ownCommands.map(({ name }) => code(name)).join(', ')}.`,
  ]);
}
