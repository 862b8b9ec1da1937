/** Renders one label and names its file. Knows formats and file names, not what a label is about. */
import {
  type LabelKind,
  type LabelSizeName,
  type LabelViews,
  renderLabels,
} from '../labels/index.ts';
import { type Actor, type Locale, scopesOf } from '../platform/actor.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import type { LabelChoice, PrintedFile } from './contract.ts';

const types = { svg: 'image/svg+xml', png: 'image/png', pdf: 'application/pdf' } as const;

/** Refuses whoever may not print. @throws platform.not-permitted */
export function requirePrinting(actor: Actor): void {
  const permission = 'labels.print';
  if (scopesOf(actor, permission) === null) {
    throw platformErrors.error('not-permitted', { permission });
  }
}

/** The address behind a label's QR. */
export function linkOf(publicUrl: string, code: string): string {
  return `${publicUrl}/s/${encodeURIComponent(code)}`;
}

/** Letters and digits of a code, for a file name that every system can keep. */
export function fileStem(code: string): string {
  return code.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[._]+/, '') || 'label';
}

/** One label as a file. */
export async function labelFile<K extends LabelKind>(
  kind: K,
  view: LabelViews[K],
  how: LabelChoice & {
    readonly locale: Locale;
    readonly usualSize: LabelSizeName;
    readonly stem: string;
  },
): Promise<PrintedFile> {
  const { format = 'svg', size = how.usualSize, locale, stem } = how;
  const bytes = await renderLabels(kind, [view], { format, size, locale });
  return { bytes, type: types[format], fileName: `${fileStem(stem)}.${format}` };
}
