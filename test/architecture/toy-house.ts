/**
 * A little house with every room of the real one, in which nothing is wrong, and one breach for each
 * import rule, so that a rule that has stopped to see anything is found out.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Files = Readonly<Record<string, string>>;

const libraries = ['drizzle-orm', 'postgres', 'xstate', 'hono', 'pdfkit', 'csv-parse', 'pino'];
const listener = '@hono/node-server';

const uses = (...targets: readonly string[]): string =>
  targets.map((target, index) => `import * as m${index} from '${target}';`).join('\n') +
  `\nexport const all = [${targets.map((_, index) => `m${index}`).join(', ')}];\n`;
const usesType = (target: string): string =>
  `import type { all } from '${target}';\nexport type Mine = typeof all;\n`;
const leaf = 'export const all = 1;\n';

/** What may be: each kind of import that the rules allow. */
const sound: Files = {
  'src/platform/errors.ts': leaf,
  'src/platform/execute.ts': leaf,
  'src/platform/log.ts': uses('pino'),
  'src/platform/flow.ts': uses('xstate'),
  'src/platform/tables.ts': uses('drizzle-orm'),
  'src/platform/db/connect.ts': uses('postgres', 'drizzle-orm'),
  'src/people/index.ts': leaf,
  'src/inventory/contract.ts': leaf,
  'src/inventory/store.ts': uses('./tables.ts', 'drizzle-orm'),
  'src/inventory/tables.ts': uses('drizzle-orm', '../platform/tables.ts'),
  'src/inventory/ledger/tables.ts': uses('drizzle-orm', '../tables.ts'),
  'src/inventory/ledger/post-entry.ts': uses('./tables.ts', './posting.rules.ts', 'drizzle-orm'),
  'src/inventory/ledger/posting.rules.ts': uses('../contract.ts'),
  'src/inventory/parts/import/rows.rules.ts': uses('csv-parse', '../../contract.ts'),
  'src/inventory/index.ts': uses(
    './store.ts',
    './ledger/post-entry.ts',
    './parts/import/rows.rules.ts',
  ),
  'src/rma/tables.ts': uses('../inventory/ledger/tables.ts', '../inventory/tables.ts'),
  'src/rma/line.machine.ts': uses('xstate', '../platform/flow.ts'),
  'src/rma/line.store.ts': uses('./tables.ts', 'drizzle-orm'),
  'src/rma/queries/list.ts': uses('../tables.ts', 'drizzle-orm'),
  'src/rma/commands/ship.ts': uses(
    '../line.store.ts',
    '../line.machine.ts',
    '../../inventory/index.ts',
  ),
  'src/rma/index.ts': uses('./commands/ship.ts', './queries/list.ts'),
  'src/planning/index.ts': uses('../inventory/index.ts'),
  'src/network/index.ts': uses('../inventory/index.ts'),
  'src/kits/index.ts': uses('../inventory/index.ts'),
  'src/counts/index.ts': uses('../inventory/index.ts'),
  'src/reports/index.ts': uses('../inventory/index.ts'),
  'src/orders/tables.ts': uses('../inventory/ledger/tables.ts', 'drizzle-orm'),
  'src/orders/store.ts': uses('./tables.ts', 'drizzle-orm'),
  'src/orders/index.ts': uses('./store.ts', '../inventory/index.ts', '../network/index.ts'),
  'src/shipments/index.ts': uses('../network/index.ts', '../orders/index.ts'),
  'src/receipts/index.ts': uses('../orders/index.ts', '../shipments/index.ts'),
  'src/purchasing/index.ts': uses('../orders/index.ts', '../receipts/index.ts'),
  'src/part-returns/index.ts': uses('../shipments/index.ts', '../receipts/index.ts'),
  'src/labels/index.ts': uses('pdfkit', '../platform/errors.ts', 'node:fs'),
  'src/imports/index.ts': uses(
    ...['../inventory/index.ts', '../planning/index.ts', '../network/index.ts'],
    '../kits/index.ts',
  ),
  'src/documents/index.ts': uses('../labels/index.ts', '../rma/index.ts', '../i18n/words.ts'),
  'src/i18n/words.ts': usesType('../rma/index.ts') + leaf,
  'src/http/floor.ts': uses('hono', '../platform/execute.ts', '../i18n/words.ts'),
  'src/service/mount.ts': uses(
    ...['../http/floor.ts', '../imports/index.ts', '../people/index.ts'],
    ...['../counts/index.ts', '../reports/index.ts', '../purchasing/index.ts'],
    '../part-returns/index.ts',
  ),
  'src/web/mount.ts': uses('../http/floor.ts', '../documents/index.ts'),
  'src/web/form.ts': usesType('./islands/desk.ts') + leaf,
  'src/web/page.tsx': uses('./form.ts', 'hono'),
  'src/web/islands/desk.ts': uses('./keys.ts'),
  'src/web/islands/keys.ts': leaf,
  'src/jobs/register.ts': uses('../planning/index.ts'),
  'src/demo/load.ts': uses('../rma/index.ts'),
  'src/start/listen.ts': uses(listener, '../platform/log.ts', '../platform/db/connect.ts'),
  'src/main.ts': uses(
    ...['./start/listen.ts', './service/mount.ts', './web/mount.ts', './web/page.tsx'],
    ...['./jobs/register.ts', './demo/load.ts'],
  ),
};

/** The file that breaches a rule, for each rule; `also` are further files it needs. */
export const breaches: Readonly<Record<string, { file: string; source: string; also?: Files }>> = {
  'platform-knows-no-domain': {
    file: 'src/platform/breach.ts',
    source: uses('../inventory/index.ts'),
  },
  'domain-knows-no-transport': {
    file: 'src/rma/breach-a.ts',
    source: usesType('../http/floor.ts'),
  },
  'documents-know-no-desk': { file: 'src/documents/breach.ts', source: uses('../http/floor.ts') },
  'modules-through-doors': { file: 'src/rma/breach-b.ts', source: uses('../inventory/store.ts') },
  'tables-meet-tables': {
    file: 'src/planning/tables.ts',
    source: uses('../inventory/index.ts'),
  },
  'room-order-people': { file: 'src/people/breach.ts', source: uses('../inventory/index.ts') },
  'room-order-inventory': { file: 'src/inventory/breach.ts', source: uses('../people/index.ts') },
  'room-order-network': { file: 'src/network/breach.ts', source: uses('../orders/index.ts') },
  'room-order-kits': { file: 'src/kits/breach.ts', source: uses('../orders/index.ts') },
  'room-order-counts': { file: 'src/counts/breach.ts', source: uses('../receipts/index.ts') },
  'room-order-reports': { file: 'src/reports/breach.ts', source: uses('../rma/index.ts') },
  'room-order-orders': { file: 'src/orders/breach.ts', source: uses('../shipments/index.ts') },
  'room-order-shipments': { file: 'src/shipments/breach.ts', source: uses('../receipts/index.ts') },
  'room-order-receipts': { file: 'src/receipts/breach.ts', source: uses('../purchasing/index.ts') },
  'room-order-purchasing': {
    file: 'src/purchasing/breach.ts',
    source: uses('../shipments/index.ts'),
  },
  'room-order-part-returns': {
    file: 'src/part-returns/breach.ts',
    source: uses('../purchasing/index.ts'),
  },
  'room-order-rma': { file: 'src/rma/breach-c.ts', source: uses('../planning/index.ts') },
  'room-order-planning': { file: 'src/planning/breach.ts', source: uses('../rma/index.ts') },
  'room-order-labels': { file: 'src/labels/breach-a.ts', source: usesType('../rma/index.ts') },
  'room-order-imports': { file: 'src/imports/breach.ts', source: uses('../rma/index.ts') },
  'room-order-documents': { file: 'src/documents/breach-b.ts', source: uses('../people/index.ts') },
  'labels-is-a-leaf': { file: 'src/labels/breach-b.ts', source: uses('../platform/execute.ts') },
  'pure-rooms': { file: 'src/rma/breach.rules.ts', source: uses('./line.store.ts') },
  'pure-rooms-without-machine': { file: 'src/rma/breach.machine.ts', source: uses('node:fs') },
  'sql-has-its-room': { file: 'src/rma/breach-d.ts', source: uses('drizzle-orm') },
  'tables-stay-below': { file: 'src/rma/commands/breach.ts', source: uses('../tables.ts') },
  'ledger-tables-stay-in-ledger': {
    file: 'src/inventory/queries/breach.ts',
    source: uses('../ledger/tables.ts'),
  },
  'flows-have-their-room': { file: 'src/rma/breach-e.ts', source: uses('xstate') },
  'print-libraries-in-labels': { file: 'src/documents/breach-c.ts', source: uses('pdfkit') },
  'csv-library-in-part-import': { file: 'src/imports/breach-b.ts', source: uses('csv-parse') },
  'log-library-in-platform': { file: 'src/start/breach.ts', source: uses('pino') },
  'web-framework-at-desks': { file: 'src/jobs/breach.ts', source: uses('hono') },
  'listener-in-start': { file: 'src/web/breach-a.ts', source: uses(listener) },
  'desks-apart': { file: 'src/web/breach-b.ts', source: uses('../service/mount.ts') },
  'shared-floor-below-desks': { file: 'src/http/breach.ts', source: uses('../web/form.ts') },
  'words-know-only-types': { file: 'src/i18n/breach.ts', source: uses('../rma/index.ts') },
  'background-knows-no-http': { file: 'src/demo/breach.ts', source: uses('../http/floor.ts') },
  'desks-without-database': {
    file: 'src/service/breach.ts',
    source: uses('../platform/db/connect.ts'),
  },
  'islands-stand-alone': {
    file: 'src/web/islands/breach.ts',
    source: uses('../../platform/errors.ts'),
  },
  'islands-lend-only-types': { file: 'src/web/breach-c.ts', source: uses('./islands/keys.ts') },
  'composition-on-top': { file: 'src/http/breach-b.ts', source: uses('../start/listen.ts') },
  'no-cycles': {
    file: 'src/people/about.ts',
    source: uses('./round.ts'),
    also: { 'src/people/round.ts': uses('./about.ts') },
  },
  'no-orphans': { file: 'src/people/alone.ts', source: leaf },
  'nothing-from-outside-src': {
    file: 'src/people/leans.ts',
    source: uses('../../test/world.ts'),
    also: { 'test/world.ts': leaf },
  },
  'only-declared-libraries': { file: 'src/people/borrows.ts', source: uses('vitest') },
  'every-import-resolves': { file: 'src/people/lost.ts', source: uses('./nowhere.ts') },
};

function write(folder: string, files: Files): void {
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
}

/** Builds the toy house in a new folder, sound or with every breach, and answers the folder. */
export function buildToyHouse(kind: 'sound' | 'breached'): string {
  const folder = mkdtempSync(join(tmpdir(), 'benchstock-house-'));
  const names = [...libraries, listener, 'vitest'];
  write(folder, {
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: Object.fromEntries([...libraries, listener].map((name) => [name, '1.0.0'])),
      devDependencies: { vitest: '1.0.0' },
    }),
    'tsconfig.json': '{"compilerOptions":{"module":"nodenext","allowImportingTsExtensions":true}}',
    ...Object.fromEntries(
      names.flatMap((name) => [
        [
          `node_modules/${name}/package.json`,
          JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
        ],
        [`node_modules/${name}/index.js`, 'exports.all = 1;'],
      ]),
    ),
    ...sound,
  });
  if (kind === 'breached') {
    for (const { file, source, also = {} } of Object.values(breaches)) {
      write(folder, { [file]: source, ...also });
    }
  }
  return folder;
}
