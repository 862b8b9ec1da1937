/**
 * Gathers an operation's input from path, query and body into the one object its contract parses.
 * Gives texts of the query the kind the contract asks for, and refuses what could mean two things.
 */
import type { DeskContext } from '../http/context.ts';
import { readJson } from '../http/read-body.ts';
import { isExactNumber } from '../http/scan-json.ts';
import { checkStorable } from '../http/storable-text.ts';
import type { DomainError, ErrorParams } from '../platform/errors.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import { type InputField, inputFields, itemsOf, type Schema, typesOf } from './input-fields.ts';
import type { Operation } from './operation.ts';

type Fields = Record<string, unknown>;

function wrong(pointer: string, rule: string, params: ErrorParams = {}): DomainError {
  return platformErrors.error('invalid-input', { count: 1 }, [{ pointer, rule, params }]);
}

/** The text as the kind its schema allows; unchanged where it is none, so that the contract names it. */
function coerced(text: string, schema: Schema): string | number | boolean {
  const types = typesOf(schema);
  if (types.includes('integer')) {
    const isNumber = /^-?(0|[1-9]\d{0,399})$/.test(text);
    if (isNumber && isExactNumber(text)) return Number(text);
  }
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function fromQuery(c: DeskContext, fields: readonly InputField[]): Fields {
  const known = new Map(fields.filter((f) => f.place === 'query').map((f) => [f.name, f.schema]));
  const given = new URL(c.req.url).searchParams;
  const values = [...new Set(given.keys())].map((name) => {
    const pointer = `/${name}`;
    if (name === '__proto__') throw wrong(pointer, 'forbidden-field');
    const schema = known.get(name);
    if (schema === undefined) throw wrong(pointer, 'unknown-field');
    const texts = given.getAll(name);
    if (typesOf(schema).includes('array')) {
      return [name, texts.map((text) => coerced(text, itemsOf(schema)))];
    }
    if (texts.length > 1) throw wrong(pointer, 'repeated');
    return [name, coerced(texts[0] ?? '', schema)];
  });
  return Object.fromEntries(values);
}

async function fromBody(c: DeskContext, inPath: ReadonlySet<string>, max: number): Promise<Fields> {
  const body = await readJson(c, max);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw wrong('', 'wrong-type', { expected: 'object' });
  }
  const doubled = Object.keys(body).find((name) => inPath.has(name));
  if (doubled !== undefined) throw wrong(`/${doubled}`, 'repeated');
  return { ...body };
}

/** Makes the reader of one operation's input. */
export function inputReader(operation: Operation): (c: DeskContext) => Promise<Fields> {
  const fields = inputFields(operation);
  const inPath = new Set(fields.filter((f) => f.place === 'path').map((f) => f.name));
  return async (c) => {
    const path = Object.fromEntries(Object.entries(c.req.param()).filter(([n]) => inPath.has(n)));
    const rest =
      operation.method === 'GET'
        ? fromQuery(c, fields)
        : await fromBody(c, inPath, operation.bodyMax);
    const input = { ...rest, ...path };
    checkStorable(input);
    return input;
  };
}
