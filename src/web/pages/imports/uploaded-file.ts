/**
 * The file that a form brings: chosen by hand, or carried along in the page that showed its report.
 * Nothing is kept between requests.
 */
import { createHash } from 'node:crypto';
import { keyField } from '../../form.ts';

/** Name of the field a file is chosen in, and of the one that carries a checked file along. */
export const fileField = 'file';
export const contentField = 'contentBase64';

/** Largest file that a page carries along, in bytes; a larger one is chosen again. */
const carriedMax = 1024 * 1024;

/** The content of the file, base64; null when the form brings none. */
export async function fileOf(form: FormData): Promise<string | null> {
  const chosen = form.get(fileField);
  if (chosen instanceof File && chosen.size > 0) {
    return Buffer.from(await chosen.arrayBuffer()).toString('base64');
  }
  const carried = form.get(contentField);
  return typeof carried === 'string' && carried !== '' ? carried : null;
}

/** Whether the page may carry the file along. */
export function isCarried(contentBase64: string): boolean {
  return Buffer.byteLength(contentBase64, 'base64') <= carriedMax;
}

/**
 * Binds the form's key to the file: the record of a request does not hold the file, so one key with
 * two files would answer the second with the result of the first.
 */
export function bindKeyToFile(form: FormData, contentBase64: string): void {
  const key = form.get(keyField);
  if (typeof key !== 'string') return;
  const [own = ''] = key.split(':');
  const digest = createHash('sha256').update(contentBase64).digest('hex').slice(0, 32);
  form.set(keyField, `${own}:${digest}`);
}
