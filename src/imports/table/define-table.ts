/**
 * Makes the import of one kind of table out of its definition: the dry run, the command that applies a
 * file whole or not at all, the export, and the file to fill in. What a table is made of, and how it is
 * stored, says the definition.
 */
import { z } from 'zod';
import { inventoryErrors, planAnew } from '../../inventory/index.ts';
import { type Command, defineCommand } from '../../platform/command.ts';
import { defineQuery, type Query } from '../../platform/query.ts';
import type { Read, Work } from '../../platform/work.ts';
import { bytesOf, fileContent } from '../input.ts';
import { againstStored, type FileRow } from './against-stored.rules.ts';
import { type Columns, type Fault, fieldsOf, readTable } from './read-table.rules.ts';
import { findingsMax, reportOf, type TableReport, tableReport } from './report.ts';
import { headingsOf, tableCsv } from './write-table.rules.ts';

/** The tables there are: the word in addresses, texts and names of commands. */
export type TableName =
  | 'locations'
  | 'parties'
  | 'opening-balances'
  | 'supplier-parts'
  | 'substitutes'
  | 'barcodes'
  | 'part-units'
  | 'lanes';

/** The rights tables need. */
export type TableRight =
  | 'parts.import'
  | 'sites.edit'
  | 'network.edit'
  | 'parties.edit'
  | 'stock.adjust';

/** What one kind of table is. `S` is a stored row: the cells and whatever the writer needs. */
export interface TableSpec<R extends object, S extends R> {
  readonly name: TableName;
  /** What the rows are, for the reference pages. */
  readonly rows: string;
  readonly permission: TableRight;
  readonly columns: Columns<R>;
  /** The fields that tell rows apart. */
  readonly key: readonly (keyof R & string)[];
  /** Refusals beyond those of every import. */
  readonly errors?: readonly string[];
  /** Taken before anything is read that the writer relies on. */
  lock?(work: Work): Promise<void>;
  /** Every row the caller may see, in the order of an export. */
  stored(read: Read): Promise<readonly S[]>;
  /** Decides anew what is news, for tables that are not told apart by key alone. */
  sort?(rows: readonly FileRow<R, S>[], stored: readonly S[]): readonly FileRow<R, S>[];
  /** What is wrong with rows that are new or change something. */
  judge(read: Read, rows: readonly FileRow<R, S>[]): Promise<readonly Fault[]>;
  /** Writes rows that are new or change something; nothing is wrong with them. */
  write(work: Work, rows: readonly FileRow<R, S>[]): Promise<void>;
}

const fileInput = z.strictObject({ contentBase64: fileContent });
const checkInput = z.strictObject({
  contentBase64: fileContent,
  /** All findings instead of the first thousand. */
  all: z.boolean().default(false),
});
const exportInput = z.strictObject({
  /** The language of the headings. */
  locale: z.enum(['en', 'zh-CN']).default('en'),
});
const exportOutput = z.strictObject({
  rows: z.int(),
  /** The text of the file, without a byte order mark. */
  csv: z.string(),
});

/** The import and export of one kind of table. */
export interface ImportTable {
  readonly name: TableName;
  readonly permission: TableRight;
  readonly check: Query<typeof checkInput, typeof tableReport>;
  readonly apply: Command<typeof fileInput, typeof tableReport>;
  readonly exported: Query<typeof exportInput, typeof exportOutput>;
  /** CSV text with the headings alone. */
  template(locale: 'en' | 'zh-CN'): string;
  /** What the columns are, in the order of the file. */
  columns(locale: 'en' | 'zh-CN'): readonly ColumnFacts[];
}

/** What a person is told of a column. */
export interface ColumnFacts {
  readonly field: string;
  readonly heading: string;
  /** Whether it must be filled in. */
  readonly isNeeded: boolean;
  /** Words or form of a cell; '' where anything may stand. */
  readonly example: string;
}

interface CheckedTable<R extends object, S extends R> {
  readonly report: TableReport;
  readonly news: readonly FileRow<R, S>[];
}

async function checkTable<R extends object, S extends R>(
  read: Read,
  spec: TableSpec<R, S>,
  file: { readonly content: Uint8Array; readonly max: number },
): Promise<CheckedTable<R, S>> {
  const table = readTable(spec.columns, file.content);
  if (table.kind === 'refused') {
    return { news: [], report: reportOf({ refused: table.reason }, [], file.max) };
  }
  if (table.kind === 'bad-headings') {
    return { news: [], report: reportOf({}, table.faults, file.max) };
  }
  await planAnew(read);
  const stored = await spec.stored(read);
  const held = againstStored(spec, table.rows, stored);
  const rows = spec.sort?.(held.rows, stored) ?? held.rows;
  const news = rows.filter((row) => row.news !== 'same');
  const faults = [...table.faults, ...held.faults, ...(await spec.judge(read, news))];
  const countOf = (kind: FileRow<R>['news']) => rows.filter((row) => row.news === kind).length;
  const counted = {
    encoding: table.encoding,
    rowCount: table.rowCount,
    newRows: countOf('new'),
    changedRows: countOf('changed'),
    unchangedRows: countOf('same'),
  };
  return { news, report: reportOf(counted, faults, file.max) };
}

function applied<R extends object, S extends R>(spec: TableSpec<R, S>): ImportTable['apply'] {
  return defineCommand({
    name: `${spec.name}.import`,
    permission: spec.permission,
    summary: `Applies a file of ${spec.rows}, all of it or nothing.`,
    input: fileInput,
    output: tableReport,
    errors: ['inventory.import-unreadable', 'inventory.import-has-errors', ...(spec.errors ?? [])],
    // The file itself is the user's to keep; the record names how many rows it had.
    bulky: ['contentBase64'],
    run: async (work, { contentBase64 }) => {
      await spec.lock?.(work);
      const content = bytesOf(contentBase64);
      const { report, news } = await checkTable(work, spec, { content, max: findingsMax });
      if (report.refused !== null) {
        throw inventoryErrors.error('import-unreadable', { reason: report.refused });
      }
      if (report.errorCount > 0) {
        throw inventoryErrors.error('import-has-errors', { count: report.errorCount });
      }
      if (news.length > 0) await spec.write(work, news);
      return report;
    },
  });
}

/** Makes the import of one kind of table. */
export function defineTable<R extends object, S extends R>(spec: TableSpec<R, S>): ImportTable {
  return {
    name: spec.name,
    permission: spec.permission,
    check: defineQuery({
      name: `${spec.name}.check-import`,
      permission: spec.permission,
      summary: `The dry run of an import of ${spec.rows}: row, field, value and rule of every fault.`,
      input: checkInput,
      output: tableReport,
      errors: [],
      run: async (read, { contentBase64, all }) => {
        const max = all ? Number.POSITIVE_INFINITY : findingsMax;
        const content = bytesOf(contentBase64);
        return (await checkTable(read, spec, { content, max })).report;
      },
    }),
    apply: applied(spec),
    exported: defineQuery({
      name: `${spec.name}.export`,
      permission: spec.permission,
      summary: `All ${spec.rows}, as a CSV file that can be imported again.`,
      input: exportInput,
      output: exportOutput,
      errors: [],
      run: async (read, { locale }) => {
        const stored = await spec.stored(read);
        return { rows: stored.length, csv: tableCsv(spec.columns, stored, locale) };
      },
    }),
    columns: (locale) =>
      fieldsOf(spec.columns).map((field) => {
        const { headings, whenEmpty, example } = spec.columns[field];
        const heading = headings[locale === 'en' ? 0 : 1];
        return { field, heading, isNeeded: whenEmpty.kind === 'refuse', example };
      }),
    template: (locale) => `${headingsOf(spec.columns, locale).join(',')}\r\n`,
  };
}
