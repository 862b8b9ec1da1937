/**
 * Who may import whom. Each rule names a wall of the house; why the walls stand where they stand is
 * written in docs/decisions/0002-import-rules.md. test/architecture plants a breach for every rule.
 */
const rooms = [
  'people|inventory|network|kits|orders|shipments|receipts|purchasing|part-returns|counts|reports',
  'rma|planning|labels|imports|documents',
].join('|');

/** The rooms each room may enter; whatever is not named here is closed to it. */
const mayEnter = {
  people: [],
  inventory: [],
  network: ['inventory'],
  kits: ['inventory'],
  counts: ['inventory'],
  reports: ['inventory'],
  orders: ['inventory', 'network'],
  shipments: ['inventory', 'network', 'orders'],
  receipts: ['inventory', 'network', 'orders', 'shipments'],
  purchasing: ['inventory', 'orders', 'receipts'],
  'part-returns': ['inventory', 'network', 'orders', 'shipments', 'receipts'],
  rma: ['inventory'],
  planning: ['inventory'],
  labels: [],
  imports: ['inventory', 'network', 'kits', 'planning'],
  documents: [
    ...['inventory', 'network', 'orders', 'shipments', 'receipts', 'purchasing', 'part-returns'],
    ...['counts', 'rma', 'labels'],
  ],
};

const roomOrder = Object.entries(mayEnter).map(([room, others]) => ({
  name: `room-order-${room}`,
  comment: `${room} may enter ${others.join(', ') || 'no other room'}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${rooms})/`, pathNot: `^src/(${[room, ...others].join('|')})/` },
}));

/** A library that belongs to few rooms; `who` is a pattern of the files that may use it. */
function keptIn(name, library, who) {
  return {
    name,
    comment: `${library} is used only where its room is.`,
    severity: 'error',
    from: { path: '^src/', pathNot: who },
    to: { path: `^(node_modules/)?(${library})(/|$)` },
  };
}

const pure = '\\.(rules|machine|vocabulary)\\.ts$';
const composition = '^src/(main\\.ts|app\\.ts|start/)';

module.exports = {
  forbidden: [
    {
      name: 'platform-knows-no-domain',
      comment: 'The floor stands under every room and looks into none.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'domain-knows-no-transport',
      comment: 'A room does not know through which desk, or in which language, it is asked.',
      severity: 'error',
      from: { path: `^src/(${rooms})/`, pathNot: '^src/documents/' },
      to: { path: '^src/', pathNot: `^src/(${rooms}|platform)/` },
    },
    {
      name: 'documents-know-no-desk',
      comment:
        'Paper is written in a language, so documents may use words; of desks it knows none.',
      severity: 'error',
      from: { path: '^src/documents/' },
      to: { path: '^src/', pathNot: `^src/(${rooms}|platform|i18n)/` },
    },
    {
      name: 'modules-through-doors',
      comment:
        'From outside a room only its index.ts and contract.ts; tables.ts may name the tables of another.',
      severity: 'error',
      from: { path: '^src/([^/]+)', pathNot: '/tables\\.ts$' },
      to: { path: `^src/(${rooms})/`, pathNot: ['^src/$1/', '^src/[^/]+/(index|contract)\\.ts$'] },
    },
    {
      name: 'tables-meet-tables',
      comment: 'A foreign key is a promise of the database; it is the only thing tables share.',
      severity: 'error',
      from: { path: '^src/([^/]+)/.*tables\\.ts$' },
      to: { path: `^src/(${rooms})/`, pathNot: ['^src/$1/', '/tables\\.ts$'] },
    },
    ...roomOrder,
    {
      name: 'labels-is-a-leaf',
      comment: 'Data in, bytes out: of the floor labels uses nothing but refusals.',
      severity: 'error',
      from: { path: '^src/labels/' },
      to: { path: '^src/platform/', pathNot: '^src/platform/errors\\.ts$' },
    },
    {
      name: 'pure-rooms',
      comment: 'Rules and machines decide from what they are handed.',
      severity: 'error',
      from: { path: pure },
      to: {
        path: [
          '^src/platform/(db|embedded)/',
          '^src/platform/(work|record|execute|command|query|numbering|config|log)\\.ts$',
          '(^|/|\\.)(store|tables|effects)\\.ts$',
          '/(commands|queries)/',
          '^(node_modules/)?(drizzle-orm|postgres|hono|pino)(/|$)',
        ],
      },
    },
    {
      name: 'pure-rooms-without-machine',
      comment: 'No file, network or clock of the computer in a rule.',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'] },
    },
    keptIn('sql-has-its-room', 'drizzle-orm|postgres', [
      '(^|/)tables\\.ts$',
      '(^|[/.])store\\.ts$',
      '/queries/',
      '^src/inventory/ledger/[^/]+(?<!\\.rules)\\.ts$',
      '^src/platform/',
    ]),
    {
      name: 'tables-stay-below',
      comment: 'Only stores, queries and the ledger see columns; commands and effects speak verbs.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '(^|/)tables\\.ts$',
          '(^|[/.])store\\.ts$',
          '/queries/',
          '^src/inventory/ledger/[^/]+(?<!\\.rules)\\.ts$',
          '^src/platform/',
        ],
      },
      to: { path: '/tables\\.ts$' },
    },
    {
      name: 'ledger-tables-stay-in-ledger',
      comment: 'Who wants to write stock asks postEntry; foreign keys may point here.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/inventory/ledger/', '/tables\\.ts$'] },
      to: { path: '^src/inventory/ledger/tables\\.ts$' },
    },
    keptIn('flows-have-their-room', 'xstate|@xstate/[^/]+', [
      '\\.machine\\.ts$',
      '^src/platform/flow[^/]*\\.ts$',
    ]),
    keptIn('print-libraries-in-labels', 'pdfkit|bwip-js|fontkit|@resvg/resvg-js', '^src/labels/'),
    keptIn('csv-library-in-part-import', 'csv-parse', '^src/inventory/parts/import/'),
    keptIn('log-library-in-platform', 'pino', '^src/platform/log\\.ts$'),
    keptIn('web-framework-at-desks', 'hono', '^src/(http|service|web|start)/|^src/app\\.ts$'),
    keptIn('listener-in-start', '@hono/node-server', '^src/start/'),
    {
      name: 'desks-apart',
      comment: 'Pages, REST, jobs and the demo do not know one another.',
      severity: 'error',
      from: { path: '^src/(web|service|jobs|demo)/' },
      to: { path: '^src/(web|service|jobs|demo)/', pathNot: '^src/$1/' },
    },
    {
      name: 'shared-floor-below-desks',
      comment: 'What both desks share knows neither of them.',
      severity: 'error',
      from: { path: '^src/(http|i18n)/' },
      to: { path: '^src/(web|service|jobs|demo)/' },
    },
    {
      name: 'words-know-only-types',
      comment: 'Texts name refusals and fields by type and run no code of a room.',
      severity: 'error',
      from: { path: '^src/i18n/' },
      to: { path: '^src/', pathNot: '^src/i18n/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'background-knows-no-http',
      comment: 'Jobs and the demo give commands; nobody asks them over a network.',
      severity: 'error',
      from: { path: '^src/(jobs|demo)/' },
      to: { path: '^src/(http|i18n)/' },
    },
    {
      name: 'desks-without-database',
      comment: 'Desks ask the executor; the connection is handed through, never used.',
      severity: 'error',
      from: { path: '^src/(web|service|jobs|demo)/' },
      to: { path: '^src/platform/(db|embedded)/|^src/platform/(record|tables|numbering)\\.ts$' },
    },
    {
      name: 'islands-stand-alone',
      comment: 'What runs in the browser carries nothing of the server with it.',
      severity: 'error',
      from: { path: '^src/web/islands/' },
      to: { pathNot: '^src/web/islands/' },
    },
    {
      name: 'islands-lend-only-types',
      comment: 'The server never runs what was written for the browser; pure rules serve both.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/web/islands/' },
      to: {
        path: '^src/web/islands/',
        pathNot: '\\.rules\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'composition-on-top',
      comment: 'Only the composition puts the product together.',
      severity: 'error',
      from: { path: '^src/', pathNot: composition },
      to: { path: composition },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other to start are one file.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports does nothing.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(main|web/islands/desk)\\.ts$' },
      to: {},
    },
    {
      name: 'nothing-from-outside-src',
      comment: 'The product does not lean on tests, scripts or benches.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench|dist)/' },
    },
    {
      name: 'only-declared-libraries',
      comment: 'No library that is for development only, or that package.json does not name.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'every-import-resolves',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
};
