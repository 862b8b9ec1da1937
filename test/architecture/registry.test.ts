/**
 * The registry holds together: every command has a test, a right that exists and refusals that are
 * declared; every text of a page is said somewhere; a state has one list, also in the database.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyFlow } from '../../scripts/docs/every-flow.ts';
import { everyCommand } from '../../scripts/docs/every-operation.ts';
import * as countsDoor from '../../src/counts/index.ts';
import { pagesEn } from '../../src/i18n/pages.en.ts';
import { referenceEn } from '../../src/i18n/reference.en.ts';
import * as importDoor from '../../src/imports/index.ts';
import * as inventoryDoor from '../../src/inventory/index.ts';
import * as kitsDoor from '../../src/kits/index.ts';
import * as networkDoor from '../../src/network/index.ts';
import { allCommands, allQueries, errorCodes } from '../../src/operations.ts';
import * as ordersDoor from '../../src/orders/index.ts';
import * as partReturnsDoor from '../../src/part-returns/index.ts';
import * as peopleDoor from '../../src/people/index.ts';
import { permissions } from '../../src/people/index.ts';
import * as planningDoor from '../../src/planning/index.ts';
import * as purchasingDoor from '../../src/purchasing/index.ts';
import * as receiptsDoor from '../../src/receipts/index.ts';
import * as reportsDoor from '../../src/reports/index.ts';
import * as rmaDoor from '../../src/rma/index.ts';
import * as shipmentsDoor from '../../src/shipments/index.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { sources } from './source-files.ts';

/** Rights that no role has: only the product itself uses them. */
const ownPermissions = [
  'rma.timers',
  'planning.review',
  'orders.feed',
  'notices.tell',
  'requests.follow',
  'counts.follow-up',
];

const commands = everyCommand;
const operations = [...commands, ...allQueries];

describe('every operation', () => {
  it('has a name of its own', () => {
    const names = operations.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('needs a right that exists', () => {
    const known = new Set<string>([...permissions, ...ownPermissions]);
    const needed = operations.flatMap(({ permission }) => permission ?? []);
    expect(needed.filter((permission) => !known.has(permission))).toEqual([]);
    const own = new Set(ownPermissions);
    const open = [...allCommands, ...allQueries].filter(({ permission }) =>
      own.has(permission ?? ''),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('declares refusals that exist', () => {
    const known = new Set<string>(errorCodes);
    const unknown = operations.flatMap(({ name, errors }) =>
      errors.filter((code) => !known.has(code)).map((code) => `${name}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('every right', () => {
  it('is needed by an operation or a page', () => {
    const needed = new Set(operations.map(({ permission }) => permission));
    const text = sources('src/web', 'src/service', 'src/documents')
      .map(({ code }) => code)
      .join('\n');
    const idle = permissions.filter((right) => !needed.has(right) && !text.includes(`'${right}'`));
    expect(idle).toEqual([]);
  });
});

describe('every command', () => {
  const doors = [
    peopleDoor,
    inventoryDoor,
    rmaDoor,
    planningDoor,
    importDoor,
    countsDoor,
    kitsDoor,
    networkDoor,
    ordersDoor,
    partReturnsDoor,
    purchasingDoor,
    receiptsDoor,
    reportsDoor,
    shipmentsDoor,
  ];
  const nameOf = new Map<unknown, string>(
    doors.flatMap((door) => Object.entries(door).map(([name, value]) => [value, name] as const)),
  );
  const tests = sources('test')
    .filter(({ path }) => !path.startsWith('test/architecture/'))
    .map(({ code }) => code)
    .join('\n');

  it('has a test that names it', () => {
    const untested = commands.filter((command) => {
      const exported = nameOf.get(command);
      const isNamed = exported !== undefined && new RegExp(`\\b${exported}\\b`).test(tests);
      return !isNamed && !tests.includes(`'${command.name}'`);
    });
    expect(untested.map(({ name }) => name)).toEqual([]);
  });
});

describe('every text', () => {
  const said = sources('src')
    .filter(({ path }) => !path.startsWith('src/i18n/'))
    .map(({ code }) => code)
    .join('\n');
  const exact = new Set(
    [...said.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key),
  );
  const made = [...said.matchAll(/`([a-z][\w-]*\.[^`\s]*\$\{[^`]*)`/g)].map(([, template = '']) => {
    const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.]/g, '\\.'));
    return new RegExp(`^${parts.join('[\\w.-]+')}$`);
  });

  // Words for a code are asked for by their group: wordOf(visit, 'condition', code).
  const groups = [
    ...said.matchAll(/\b(?:wordOf|actionName)\(\s*\w+,\s*'([\w.-]+)'|\bwords="([\w.-]+)"/g),
  ];
  const inGroup = new Set(groups.map(([, called, given]) => called ?? given));
  const isSaid = (key: string): boolean =>
    exact.has(key) ||
    inGroup.has(key.slice(0, key.lastIndexOf('.'))) ||
    made.some((shape) => shape.test(key));

  it.each([
    ['the pages', Object.keys(pagesEn)],
    ['the reference', Object.keys(referenceEn)],
  ])('of %s is said somewhere', (_where, keys) => {
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });
});

describe('every state', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it.each(everyFlow)('of $constraint is the same list in machine and database', async (entry) => {
    const [row] = await database.owner<{ text: string }[]>`
      select pg_get_constraintdef(oid) as text from pg_constraint where conname = ${entry.constraint}`;
    const inDatabase = [...(row?.text ?? '').matchAll(/'([^']+)'::text/g)].map(
      ([, state]) => state,
    );
    expect(inDatabase.sort()).toEqual(Object.keys(entry.flow.machine.root.states).sort());
  });
});
