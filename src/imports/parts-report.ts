/**
 * What an import of a parts file would do: good rows against what is already known, findings by row,
 * field, value and rule. Looks up, decides nothing and writes nothing.
 */
import { z } from 'zod';
import {
  type ImportedPart,
  knownParts,
  overStored,
  type PartsFile,
  partConflicts,
  planAnew,
  readPartsFile,
  saysMore,
} from '../inventory/index.ts';
import { levelsOfSite } from '../planning/index.ts';
import type { Read } from '../platform/work.ts';

const findingView = z.strictObject({
  row: z.int(),
  field: z.string().nullable(),
  value: z.string(),
  rule: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  severity: z.enum(['error', 'warning']),
});

export const importReport = z.strictObject({
  /** Why the file cannot be read at all; everything else is empty then. */
  refused: z.string().nullable(),
  encoding: z.string().nullable(),
  rowCount: z.int(),
  newParts: z.int(),
  changedParts: z.int(),
  /** Known parts of which the file says nothing new; they are not written. */
  unchangedParts: z.int(),
  errorCount: z.int(),
  warningCount: z.int(),
  findings: z.array(findingView),
});
export type ImportReport = z.infer<typeof importReport>;

/** A file that was read, with the report and what may be applied. */
export interface CheckedFile {
  readonly report: ImportReport;
  readonly parts: readonly ImportedPart[];
  readonly file: PartsFile;
}

const nothing: ImportReport = {
  refused: null,
  encoding: null,
  rowCount: 0,
  newParts: 0,
  changedParts: 0,
  unchangedParts: 0,
  errorCount: 0,
  warningCount: 0,
  findings: [],
};

/** Reads the bytes of a file and checks them against the parts that exist. */
export async function checkPartsFile(
  read: Read,
  content: Uint8Array,
  { siteId, bins }: { readonly siteId: string; readonly bins: ReadonlySet<string> },
): Promise<CheckedFile> {
  const file = readPartsFile(content);
  if (file.kind === 'refused') {
    return { file, parts: [], report: { ...nothing, refused: file.reason } };
  }
  const { first, errorCount, warningCount } = file.findings;
  const shown = first.map(({ params, ...finding }) => ({ ...finding, params: { ...params } }));
  if (file.kind === 'bad-headings') {
    return { file, parts: [], report: { ...nothing, errorCount, warningCount, findings: shown } };
  }
  await planAnew(read);
  const { rows, conflicts, counts } = await againstStored(read, siteId, file.parts);
  const further = [...conflicts.findings, ...unknownBins(rows, bins)];
  const report: ImportReport = {
    ...nothing,
    encoding: file.encoding,
    rowCount: file.rowCount,
    ...counts,
    errorCount: errorCount + further.length,
    warningCount,
    findings: [...shown, ...further].slice(0, 1000),
  };
  return { file, parts: rows.filter(({ isNews }) => isNews).map(({ part }) => part), report };
}

type GoodRows = Extract<PartsFile, { kind: 'checked' }>['parts'];

/** The rows as they would leave the store's parts, and which of them would change anything. */
async function againstStored(read: Read, siteId: string, given: GoodRows) {
  const numbers = given.map(({ part }) => part.partNumber);
  const stored = await knownParts(read.db, numbers);
  const levels = await levelsOfSite(read, siteId);
  const whole = given.map(({ row, part, silent }) => {
    const known = stored.get(part.partNumber);
    const full = known === undefined ? part : overStored(part, silent, known);
    return { row, known, part: { ...full, barcode: part.barcode } };
  });
  const conflicts = await partConflicts(read.db, whole);
  const rows = whole.map(({ row, known, part }) => {
    const level = levels.get(known?.partId ?? '') ?? { minQuantity: null, maxQuantity: null };
    const isNews =
      known === undefined || conflicts.newCodes.has(row) || saysMore(part, known, level);
    return { row, part, isNews };
  });
  const newParts = whole.filter(({ known }) => known === undefined).length;
  const unchangedParts = rows.filter(({ isNews }) => !isNews).length;
  const changedParts = rows.length - newParts - unchangedParts;
  return { rows, conflicts, counts: { newParts, changedParts, unchangedParts } };
}

function unknownBins(
  parts: readonly { readonly row: number; readonly part: ImportedPart }[],
  bins: ReadonlySet<string>,
) {
  return parts.flatMap(({ row, part }) => {
    const bin = part.openingStock?.bin;
    if (bin === undefined || bins.has(bin)) return [];
    const finding = { row, field: 'openingBin', value: bin, rule: 'unknown-bin', params: {} };
    return [{ ...finding, severity: 'error' as const }];
  });
}
