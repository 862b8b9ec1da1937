/**
 * What an import of a parts file would do: good rows against what is already known, findings by row,
 * field, value and rule. Looks up, decides nothing and writes nothing.
 */
import { z } from 'zod';
import {
  type ImportedPart,
  type PartsFile,
  partConflicts,
  readPartsFile,
} from '../inventory/index.ts';
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
  errorCount: 0,
  warningCount: 0,
  findings: [],
};

/** Reads the bytes of a file and checks them against the parts that exist. */
export async function checkPartsFile(
  read: Read,
  content: Uint8Array,
  bins: ReadonlySet<string> | null,
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
  const conflicts = await partConflicts(read.db, file.parts);
  const strange = bins === null ? [] : unknownBins(file.parts, bins);
  const further = [...conflicts.findings, ...strange];
  const report: ImportReport = {
    ...nothing,
    encoding: file.encoding,
    rowCount: file.rowCount,
    newParts: file.parts.length - conflicts.known,
    changedParts: conflicts.known,
    errorCount: errorCount + further.length,
    warningCount,
    findings: [...shown, ...further].slice(0, 1000),
  };
  return { file, parts: file.parts.map(({ part }) => part), report };
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
