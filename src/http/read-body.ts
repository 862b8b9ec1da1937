/**
 * Takes in what a request carries, never more than the limit, whether its length is told or not, and
 * only in the forms a desk understands. Both desks read bodies here and nowhere else.
 */
import type { FieldIssue } from '../platform/errors.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import type { DeskContext } from './context.ts';
import { jsonDepthMax, scanJson } from './scan-json.ts';
import { checkStorable } from './storable-text.ts';

/** Largest body of an ordinary request and of an import, in bytes. */
export const bodyMax = 256 * 1024;
export const importBodyMax = 28 * 1024 * 1024;

function tooLarge(max: number) {
  return platformErrors.error('body-too-large', { limitKilobytes: Math.floor(max / 1024) });
}

/** The bytes of the body. Throws `platform.body-too-large` as soon as there are more than `max`. */
async function readBytes(c: DeskContext, max: number): Promise<Uint8Array> {
  const told = Number(c.req.header('content-length') ?? 0);
  if (told > max) throw tooLarge(max);
  const stream = c.req.raw.body;
  if (stream === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > max) {
      await reader.cancel();
      throw tooLarge(max);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/** The media type of the body, in small letters and without parameters; '' when none is told. */
function requireType(c: DeskContext, accepted: readonly string[]): string {
  const header = c.req.header('content-type') ?? '';
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((part) => part.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
  const isPlain = (c.req.header('content-encoding') ?? 'identity') === 'identity';
  if (!accepted.includes(type) || !isUtf8 || !isPlain) {
    throw platformErrors.error('content-type-refused', { accepted: accepted.join(', ') });
  }
  return type;
}

function parsed(bytes: Uint8Array): { text: string; value: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    throw platformErrors.error('body-malformed');
  }
}

/**
 * The JSON of the body, exactly as it was written; an empty object when there is no body.
 * @throws platform.body-malformed, platform.content-type-refused, platform.body-too-large,
 *   platform.invalid-input (a number that cannot be kept exactly, text that cannot be stored)
 */
export async function readJson(c: DeskContext, max = bodyMax): Promise<unknown> {
  const hasType = c.req.header('content-type') !== undefined;
  if (hasType) requireType(c, ['application/json']);
  const bytes = await readBytes(c, max);
  if (bytes.byteLength === 0) return {};
  if (!hasType) requireType(c, ['application/json']);
  const { text, value } = parsed(bytes);
  const issues: FieldIssue[] = scanJson(text).map(({ pointer, rule }) => ({
    pointer,
    rule,
    params: rule === 'too-deep' ? { limit: jsonDepthMax } : {},
  }));
  const malformed = issues.filter(({ rule }) => rule !== 'not-exact');
  if (malformed.length > 0) throw platformErrors.error('body-malformed', {}, malformed);
  if (issues.length > 0) {
    throw platformErrors.error('invalid-input', { count: issues.length }, issues);
  }
  checkStorable(value);
  return value;
}

/**
 * The fields and files of a form.
 * @throws platform.body-malformed, platform.content-type-refused, platform.body-too-large,
 *   platform.invalid-input (text that cannot be stored)
 */
export async function readForm(c: DeskContext, max = bodyMax): Promise<FormData> {
  const type = requireType(c, ['application/x-www-form-urlencoded', 'multipart/form-data']);
  const bytes = await readBytes(c, max);
  const headers = { 'content-type': c.req.header('content-type') ?? type };
  try {
    const form = await new Response(new Uint8Array(bytes), { headers }).formData();
    checkStorable([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
    return form;
  } catch (failure) {
    if (failure instanceof TypeError) throw platformErrors.error('body-malformed');
    throw failure;
  }
}
