/**
 * What people may be told on their first page. A key is the name of a sentence in both catalogues;
 * who tells hands in the numbers it needs. Must hold no sentence.
 */
import type { ErrorParams } from '../../platform/errors.ts';

export const noticeKeys = [
  'asked-approved',
  'asked-partly-approved',
  'asked-rejected',
  'asked-cancelled',
  'line-allocated',
  'line-shipped',
  'line-arrived',
  'line-lost',
  'line-unusable',
  'hold-taken',
  'owed-due-soon',
  'owed-overdue',
  'owed-escalated',
  'owed-written-off',
] as const;
export type NoticeKey = (typeof noticeKeys)[number];

/** One thing to tell one person. */
export interface Telling {
  readonly personId: string;
  /** Opaque reference of what it is about, e.g. `request:<id>`; the page links to it. */
  readonly about: string;
  readonly key: NoticeKey;
  readonly params: ErrorParams;
}
