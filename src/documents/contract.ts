/** What the desks say when they ask for a paper or a label, and what they get. */
import type { LabelFormat, LabelSizeName, PaperName } from '../labels/index.ts';
import type { Actor, Locale } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';

/** A finished file. */
export interface PrintedFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly type: string;
}

/** Who asks; his rights are judged by every query. */
export interface Asking {
  readonly executor: Executor;
  readonly actor: Actor;
}

/** How a document is to be made. */
export interface PaperOptions {
  /** The origin that links on paper lead to. */
  readonly publicUrl: string;
  /** Null: the language of the recipient. */
  readonly locale?: Locale | null;
  readonly paper?: PaperName;
}

/** How a label is to be made. */
export interface LabelChoice {
  readonly publicUrl: string;
  readonly locale?: Locale | null;
  readonly size?: LabelSizeName;
  readonly format?: LabelFormat;
}
