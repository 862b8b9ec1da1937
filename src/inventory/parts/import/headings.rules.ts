/**
 * Decides which column of a file is which field of a part, by its heading. Headings are compared
 * without case, blanks, width and punctuation; what stands in the cells below is not its business.
 */

import { type Finding, type FindingField, type FindingRule, shownValue } from './findings.rules.ts';
import { headingWords, reasonHeadings } from './heading-words.ts';
import { type PartField, partFields } from './imported-part.ts';
import type { TableRow } from './read-rows.rules.ts';

export type Column =
  | { readonly kind: 'field'; readonly field: PartField }
  | { readonly kind: 'demand'; readonly month: string }
  | { readonly kind: 'ignored' };

/** One column for each heading, in order, and what is wrong with the headings. */
export interface HeadingMap {
  readonly columns: readonly Column[];
  readonly findings: readonly Finding[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A heading without case, blanks, width and punctuation, as headings are compared. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.:*()[\]-]/g, '');
}

const fieldByWord = new Map<string, PartField>(
  partFields.flatMap((field) =>
    headingWords[field].map((word) => [foldHeading(word), field] as const),
  ),
);
const ignoredWords = new Set<string>(reasonHeadings.map(foldHeading));

/**
 * The month a heading names, as `YYYY-MM`, or null. Besides `2025-11` it reads what spreadsheets make
 * of it on saving: `2025/11`, `2025年11月` and `Nov-25`.
 */
export function monthOfHeading(heading: string): string | null {
  const text = heading.normalize('NFKC').trim();
  const numeric = /^((?:19|20)\d\d)\s*[-/.年]\s*(0?[1-9]|1[0-2])\s*月?$/.exec(text);
  if (numeric) return `${numeric[1]}-${(numeric[2] ?? '').padStart(2, '0')}`;
  const named = /^([A-Za-z]{3})-(\d\d)$/.exec(text);
  const index = months.indexOf((named?.[1] ?? '').toLowerCase());
  return named && index >= 0 ? `20${named[2]}-${String(index + 1).padStart(2, '0')}` : null;
}

function columnOf(heading: string): Column | null {
  const month = monthOfHeading(heading);
  if (month) return { kind: 'demand', month };
  const folded = foldHeading(heading);
  const field = fieldByWord.get(folded);
  if (field) return { kind: 'field', field };
  return ignoredWords.has(folded) ? { kind: 'ignored' } : null;
}

/**
 * Headings to columns. Errors: part number missing, both names missing, two headings for one field or
 * month (the first keeps it). Warning: a heading nobody knows, whose column is passed over.
 */
export function mapHeadings({ row, cells }: TableRow): HeadingMap {
  const findings: Finding[] = [];
  const firstHeading = new Map<string, string>();
  const report = (
    rule: FindingRule,
    field: FindingField,
    value = '',
    params: Finding['params'] = {},
  ) => {
    const severity = rule === 'unknown-heading' ? 'warning' : 'error';
    findings.push({ row, field, value: shownValue(value), rule, params, severity });
  };
  const columns = cells.map((heading, index): Column => {
    const column = columnOf(heading);
    if (!column) {
      report('unknown-heading', null, heading, { column: index + 1 });
      return { kind: 'ignored' };
    }
    if (column.kind === 'ignored') return column;
    const key = column.kind === 'field' ? column.field : column.month;
    const first = firstHeading.get(key);
    if (first === undefined) {
      firstHeading.set(key, heading);
      return column;
    }
    const field = column.kind === 'field' ? column.field : 'monthlyDemand';
    report('duplicate-heading', field, heading, { first: shownValue(first), column: index + 1 });
    return { kind: 'ignored' };
  });
  if (!firstHeading.has('partNumber')) report('missing-heading', 'partNumber');
  if (!firstHeading.has('nameEn') && !firstHeading.has('nameZh')) report('missing-heading', 'name');
  return { columns, findings };
}
