/**
 * Reads a form's texts into the shape a contract asks for: numbers, yes or no, lists, nothing. It
 * only translates; what does not fit is passed on as it is, so that the contract refuses it by name.
 */
import { z } from 'zod';

/** The texts of a form by field name, in the order sent. */
export type FieldTexts = ReadonlyMap<string, readonly string[]>;

/** The texts of a form; files are left out. */
export function textsOf(form: FormData): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    // Browsers send line ends as CR LF, and contracts take no control characters but LF.
    texts.set(name, [...(texts.get(name) ?? []), value.replaceAll('\r\n', '\n')]);
  }
  return texts;
}

interface Bare {
  readonly schema: z.ZodType;
  readonly isNullable: boolean;
}

function bare(schema: unknown, isNullable = false): Bare {
  if (schema instanceof z.ZodNullable) return bare(schema.unwrap(), true);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return bare(schema.unwrap(), isNullable);
  }
  if (schema instanceof z.ZodPipe) return bare(schema.in, isNullable);
  return { schema: schema instanceof z.ZodType ? schema : z.unknown(), isNullable };
}

function numberOf(text: string): unknown {
  const plain = text.normalize('NFKC').trim();
  return /^[+-]?\d{1,15}$/.test(plain) ? Number(plain) : text;
}

function scalarOf(schema: z.ZodType, text: string): unknown {
  if (schema instanceof z.ZodNumber) return numberOf(text);
  if (schema instanceof z.ZodBoolean) {
    if (text === 'true' || text === 'on') return true;
    return text === 'false' ? false : text;
  }
  return text;
}

function under(texts: FieldTexts, prefix: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, values] of texts) {
    if (name.startsWith(prefix)) found.set(name.slice(prefix.length), [...values]);
  }
  return found;
}

function listOf(item: unknown, name: string, texts: FieldTexts): unknown[] | undefined {
  const { schema } = bare(item);
  if (schema instanceof z.ZodObject) {
    const below = under(texts, `${name}.`);
    const steps = [...new Set([...below.keys()].map((key) => key.split('.')[0] ?? ''))];
    const rows = steps.map((step) => under(below, `${step}.`));
    const filled = rows.filter((row) => [...row.values()].some((v) => v.some((t) => t !== '')));
    return filled.map((row) => readFields(schema, row));
  }
  const sent = texts.get(name);
  if (sent === undefined) return undefined;
  const lines = sent.flatMap((text) => text.split('\n')).map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => scalarOf(schema, line));
}

function fieldValue(field: unknown, name: string, texts: FieldTexts): unknown {
  const { schema, isNullable } = bare(field);
  if (schema instanceof z.ZodArray) return listOf(schema.element, name, texts);
  if (schema instanceof z.ZodObject) return readFields(schema, under(texts, `${name}.`));
  // A check box is preceded by a hidden `false`, so the last one counts.
  const text = texts.get(name)?.at(-1);
  if (text === undefined) return undefined;
  if (text.trim() === '') return isNullable ? null : undefined;
  return scalarOf(schema, text);
}

/**
 * The input of a contract from a form. Empty texts are null where the contract allows it, else absent.
 * Lists take several fields of one name, or one text with an entry a line; lists of objects take
 * `lines.0.partId`, `lines.1.partId`.
 */
export function readFields(schema: z.ZodType, texts: FieldTexts): Record<string, unknown> {
  if (!(schema instanceof z.ZodObject)) return {};
  const input: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const value = fieldValue(field, name, texts);
    if (value !== undefined) input[name] = value;
  }
  return input;
}
