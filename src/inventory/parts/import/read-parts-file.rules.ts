/**
 * Tells the import of a file of parts from bytes to parts in one story: decode, cut into rows, map
 * the headings, check the rows. It decides only where the story ends early.
 */
import { type CheckedRows, checkRows } from './check-rows.rules.ts';
import { type CsvEncoding, type DecodeRefusal, decodeCsv } from './decode-csv.rules.ts';
import { collectFindings, type FindingList } from './findings.rules.ts';
import { mapHeadings } from './headings.rules.ts';
import { type Delimiter, type RowsRefusal, readRows, type TableRow } from './read-rows.rules.ts';

/** Why a file cannot be read at all. */
export type FileRefusal = DecodeRefusal | RowsRefusal;

export type PartsFile =
  | {
      readonly kind: 'refused';
      readonly reason: FileRefusal;
      readonly params: Readonly<Record<string, number>>;
    }
  /** The headings are wrong, so no row was looked at. */
  | { readonly kind: 'bad-headings'; readonly header: TableRow; readonly findings: FindingList }
  | (CheckedRows & {
      readonly kind: 'checked';
      readonly encoding: CsvEncoding;
      readonly delimiter: Delimiter;
      readonly header: TableRow;
      readonly rowCount: number;
    });

/**
 * The bytes of an uploaded file to parts, bad rows and findings.
 * @example const file = readPartsFile(bytes);
 *          if (file.kind === 'checked') file.parts.forEach(({ row, part }) => plan(row, part));
 */
export function readPartsFile(bytes: Uint8Array): PartsFile {
  const decoded = decodeCsv(bytes);
  if (!decoded.ok) return { kind: 'refused', reason: decoded.reason, params: decoded.params };
  const table = readRows(decoded.text);
  if (!table.ok) return { kind: 'refused', reason: table.reason, params: table.params };
  const { header, delimiter } = table;
  const headings = mapHeadings(header);
  if (headings.findings.some(({ severity }) => severity === 'error')) {
    const collector = collectFindings();
    for (const finding of headings.findings) collector.add(finding);
    return { kind: 'bad-headings', header, findings: collector.list() };
  }
  const { encoding } = decoded;
  const rowCount = table.rows.length;
  return {
    kind: 'checked',
    encoding,
    delimiter,
    header,
    rowCount,
    ...checkRows(table, headings),
  };
}
