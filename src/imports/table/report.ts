/** What an import of a table would do: how many rows are new, changed, the same, and every fault. */
import { z } from 'zod';
import type { Fault } from './read-table.rules.ts';

export const tableReport = z.strictObject({
  /** Why the file cannot be read at all; everything else is empty then. */
  refused: z.string().nullable(),
  encoding: z.string().nullable(),
  rowCount: z.int(),
  newRows: z.int(),
  changedRows: z.int(),
  /** Rows that say nothing new; they are not written. */
  unchangedRows: z.int(),
  errorCount: z.int(),
  warningCount: z.int(),
  /** In order of row; the first thousand unless all are asked for. */
  findings: z.array(
    z.strictObject({
      row: z.int(),
      field: z.string().nullable(),
      value: z.string(),
      rule: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      severity: z.enum(['error', 'warning']),
    }),
  ),
});
export type TableReport = z.infer<typeof tableReport>;

/** Most findings a report has if not all are asked for; the counts stay exact beyond. */
export const findingsMax = 1_000;

const empty: TableReport = {
  refused: null,
  encoding: null,
  rowCount: 0,
  newRows: 0,
  changedRows: 0,
  unchangedRows: 0,
  errorCount: 0,
  warningCount: 0,
  findings: [],
};

/** A report with these counts and faults. */
export function reportOf(
  counted: Partial<TableReport>,
  faults: readonly Fault[],
  max: number,
): TableReport {
  const errorCount = faults.filter(({ severity }) => severity === 'error').length;
  const inOrder = [...faults].sort((a, b) => a.row - b.row).slice(0, max);
  return {
    ...empty,
    ...counted,
    errorCount,
    warningCount: faults.length - errorCount,
    findings: inOrder.map((fault) => ({ ...fault, params: { ...fault.params } })),
  };
}
