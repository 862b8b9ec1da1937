// The page of every command and query: what it does, where it is asked over REST, what it takes.
import type { AnyCommand } from '../../src/platform/command.ts';
import type { AnyQuery } from '../../src/platform/query.ts';
import { allRoutes } from '../../src/service/all-routes.ts';
import { asSchema, type Schema, schemaOf, typesOf } from '../../src/service/input-fields.ts';
import { apiPrefix } from '../../src/service/operation.ts';
import { everyCommand, everyQuery, ownCommands } from './every-operation.ts';
import { code, page, table } from './markdown.ts';

type Action = AnyCommand | AnyQuery;

function kindOf(schema: Schema): string {
  const choices = (schema.enum ?? []).filter((value) => value !== null);
  if (choices.length > 0) return choices.map((value) => code(String(value))).join(' ');
  const limits = [
    schema.minimum === undefined ? '' : `from ${schema.minimum}`,
    schema.maximum === undefined ? '' : `to ${schema.maximum}`,
    schema.maxLength === undefined ? '' : `at most ${schema.maxLength} characters`,
    schema.maxItems === undefined ? '' : `at most ${schema.maxItems}`,
  ];
  return [[...new Set(typesOf(schema))].join(' or '), ...limits]
    .filter((text) => text !== '')
    .join(', ');
}

function fieldsOf(action: Action): readonly string[] {
  const schema = schemaOf(action.input, 'input');
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    code(name),
    kindOf(asSchema(property)),
    required.has(name) ? 'required' : '',
  ]);
  return rows.length === 0 ? ['Takes no input.'] : table(['Field', 'Kind', ''], rows);
}

function routeOf(action: Action): string {
  const found = allRoutes.filter((route) => route.action === action);
  if (found.length > 0) {
    return found.map(({ method, path }) => code(`${method} ${apiPrefix}${path}`)).join(' ');
  }
  return ownCommands.some((own) => own === action) ? 'given by the product itself' : 'pages only';
}

function sectionOf(action: Action): readonly (string | readonly string[])[] {
  const right = action.permission === null ? 'none' : code(action.permission);
  const refusals = action.errors.map((one) => `[${code(one)}](errors.md#${one.replace('.', '-')})`);
  return [
    `### ${action.name}`,
    action.summary,
    [
      `- Kind: ${action.kind}`,
      `- REST: ${routeOf(action)}`,
      `- Right: ${right}`,
      `- Refusals of its own: ${refusals.join(', ') || 'none'}`,
    ],
    fieldsOf(action),
  ];
}

function roomOf({ name }: Action): string {
  return name.slice(0, name.indexOf('.'));
}

/** Every operation by the first word of its name. */
export function commandsPage(): string {
  const actions: readonly Action[] = [...everyCommand, ...everyQuery];
  const rooms = [...new Set(actions.map(roomOf))].sort();
  return page('Commands and queries', [
    'A command changes something, once per key; a query only looks. Both are the same behind the pages and behind REST.',
    ...rooms.flatMap((room) => [
      `## ${room}`,
      ...actions.filter((action) => roomOf(action) === room).flatMap(sectionOf),
    ]),
  ]);
}
