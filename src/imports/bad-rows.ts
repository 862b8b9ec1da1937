/**
 * The rows of a parts file that cannot be applied, with every reason: those the file itself shows and
 * those found against what is stored. The words of the reasons are the desk's.
 */
import {
  badRowsCsv,
  decodeCsv,
  type ImportFinding,
  readPartsFile,
  readRows,
} from '../inventory/index.ts';
import type { Locale } from '../platform/actor.ts';
import type { ImportReport } from './parts-report.ts';

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

/** CSV text of the bad rows; null when the file has no row that could be corrected. */
export function badRowsOf({ content, report, locale, describe }: BadRows): string | null {
  const file = readPartsFile(content);
  if (file.kind !== 'checked') return null;
  const decoded = decodeCsv(content);
  const table = decoded.ok ? readRows(decoded.text) : null;
  if (table === null || !table.ok) return null;
  const inFile = new Map(file.badRows.map((bad) => [bad.row.row, bad.findings]));
  const stored = new Map<number, ReportedFinding[]>();
  for (const finding of report.findings) {
    if (finding.severity !== 'error' || inFile.has(finding.row)) continue;
    stored.set(finding.row, [...(stored.get(finding.row) ?? []), finding]);
  }
  const reasons = (row: number) => [...(inFile.get(row) ?? []), ...(stored.get(row) ?? [])];
  const words = new Map<number, string>();
  const badRows = table.rows.flatMap((row) => {
    const found = reasons(row.row);
    if (found.length === 0) return [];
    words.set(row.row, found.map(describe).join('; '));
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
  const language = locale === 'en' ? 'en' : 'zh';
  const { header, delimiter } = file;
  return badRowsCsv({ header, delimiter, badRows }, language, ({ row }) => words.get(row) ?? '');
}
