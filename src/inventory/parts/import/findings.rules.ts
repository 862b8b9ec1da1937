/**
 * The words in which the import of parts finds fault: which row, which field, which rule, and the
 * numbers the rule compares with. It decides how many findings are kept; it writes no sentences,
 * since the desks translate rule and field.
 */
import type { ErrorParams } from '../../../platform/errors.ts';
import type { PartField } from './imported-part.ts';

export type FindingRule =
  | 'required'
  | 'not-a-whole-number'
  | 'not-a-price'
  | 'too-many-decimals'
  | 'negative'
  | 'too-small'
  | 'too-large'
  | 'too-long'
  | 'bad-text'
  | 'scientific-notation'
  | 'unknown-unit'
  | 'unknown-tracking'
  | 'unknown-life-cycle'
  | 'unknown-currency'
  | 'bad-code'
  | 'not-in-list'
  | 'not-a-day'
  | 'not-a-clock-time'
  | 'twice-in-cell'
  | 'not-price-breaks'
  | 'unknown-country'
  | 'not-an-hs-code'
  | 'not-yes-or-no'
  | 'duplicate-in-file'
  | 'min-above-max'
  | 'level-needs-both'
  | 'incomplete-opening-stock'
  | 'opening-stock-needs-identity'
  | 'wrong-number-of-cells'
  | 'missing-heading'
  | 'duplicate-heading'
  | 'unknown-heading'
  | 'tracking-is-fixed'
  | 'unit-is-fixed'
  | 'barcode-of-another'
  | 'unknown-bin';

export type FindingField = PartField | 'monthlyDemand' | 'name' | null;

/** One fault. `value` is what the cell held, cut to 100 characters; `field` is null for a whole row. */
export interface Finding {
  readonly row: number;
  readonly field: FindingField;
  readonly value: string;
  readonly rule: FindingRule;
  readonly params: ErrorParams;
  readonly severity: 'error' | 'warning';
}

/** Most findings handed on; the counts stay exact beyond. */
const findingsMax = 1_000;
const valueMax = 100;

/** What a cell held, short enough to show. */
export function shownValue(value: string): string {
  return value.length > valueMax ? `${value.slice(0, valueMax)}…` : value;
}

/** The first findings in order of row, with exact counts of all of them. */
export interface FindingList {
  readonly first: readonly Finding[];
  readonly errorCount: number;
  readonly warningCount: number;
  /** True when some are counted but not in `first`. */
  readonly isCut: boolean;
}

/** Takes findings one by one; keeps the first 1,000 and counts all. */
export interface FindingCollector {
  add(finding: Finding): void;
  list(): FindingList;
}

/** A fresh collector. */
export function collectFindings(): FindingCollector {
  const first: Finding[] = [];
  let errorCount = 0;
  let warningCount = 0;
  return {
    add: (finding) => {
      if (finding.severity === 'error') errorCount += 1;
      else warningCount += 1;
      if (first.length < findingsMax) first.push(finding);
    },
    list: () => {
      const isCut = errorCount + warningCount > first.length;
      return { first: [...first], errorCount, warningCount, isCut };
    },
  };
}
