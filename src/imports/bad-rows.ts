/**
 * The rows of a file that cannot be applied, with every reason: those the file itself shows and those
 * found against what is stored. The words of the reasons are the desk's.
 */
import {
  badRowsCsv,
  decodeCsv,
  exportPartsCsv,
  type ImportFinding,
  readPartsFile,
  readRows,
  type TableRow,
} from '../inventory/index.ts';
import type { Locale } from '../platform/actor.ts';
import type { ImportReport } from './parts-report.ts';
import type { TableReport } from './table/report.ts';

/** One fault as a report names it. */
export type ReportedFinding = ImportReport['findings'][number];

/** What the file is made from. */
export interface BadRows {
  readonly content: Uint8Array;
  /** The report of the dry run of the same file. */
  readonly report: ImportReport;
  readonly locale: Locale;
  /** Puts one fault into the reader's words. */
  readonly describe: (finding: ReportedFinding | ImportFinding) => string;
}

/** The bad rows of a file under their own headings, each with its sentence; null without any. */
function sentencesCsv(
  content: Uint8Array,
  locale: Locale,
  sentenceOf: (row: TableRow) => string | null,
): string | null {
  const decoded = decodeCsv(content);
  const table = decoded.ok ? readRows(decoded.text) : null;
  if (table === null || !table.ok) return null;
  const words = new Map<number, string>();
  const badRows = table.rows.flatMap((row) => {
    const sentence = sentenceOf(row);
    if (sentence === null) return [];
    words.set(row.row, sentence);
    // The sentence is ready; one finding stands for all of its row.
    const finding: ImportFinding = {
      row: row.row,
      field: null,
      value: '',
      rule: 'required',
      params: {},
      severity: 'error',
    };
    return [{ row, findings: [finding] }];
  });
  if (badRows.length === 0) return null;
  const language = locale === 'en' ? 'en' : 'zh';
  const { header, delimiter } = table;
  return badRowsCsv({ header, delimiter, badRows }, language, ({ row }) => words.get(row) ?? '');
}

/** CSV text of the bad rows; null when the file has no row that could be corrected. */
export function badRowsOf({ content, report, locale, describe }: BadRows): string | null {
  const file = readPartsFile(content);
  if (file.kind !== 'checked') return null;
  const inFile = new Map(file.badRows.map((bad) => [bad.row.row, bad.findings]));
  const stored = new Map<number, ReportedFinding[]>();
  for (const finding of report.findings) {
    if (finding.severity !== 'error' || inFile.has(finding.row)) continue;
    stored.set(finding.row, [...(stored.get(finding.row) ?? []), finding]);
  }
  return sentencesCsv(content, locale, ({ row }) => {
    const found = [...(inFile.get(row) ?? []), ...(stored.get(row) ?? [])];
    return found.length === 0 ? null : found.map(describe).join('; ');
  });
}

/** The same for a table, from a report with all findings; null when no row could be corrected. */
export function tableBadRows(
  content: Uint8Array,
  report: Pick<TableReport, 'findings' | 'rowCount'>,
  words: Pick<BadRows, 'locale' | 'describe'>,
): string | null {
  // Without rows the fault lies in the headings, which no row can mend.
  if (report.rowCount === 0) return null;
  const byRow = new Map<number, string[]>();
  for (const finding of report.findings) {
    if (finding.severity !== 'error') continue;
    const sentences = byRow.get(finding.row) ?? [];
    byRow.set(finding.row, [...sentences, words.describe(finding)]);
  }
  return sentencesCsv(content, words.locale, ({ row }) => byRow.get(row)?.join('; ') ?? null);
}

/** A parts file with its headings alone. */
export function partsTemplate(locale: Locale): string {
  return exportPartsCsv([], locale === 'en' ? 'en' : 'zh');
}
