/**
 * Makes an example call of an operation from its contract alone: the fields that are required, each
 * with a value of the right kind.
 */
import { asSchema, inputFields, itemsOf, type Schema, typesOf } from './input-fields.ts';
import { apiPrefix, type Operation } from './operation.ts';

const exampleId = '0192f0c1-5e6a-7c3d-8b21-4f9a6d2e7b10';

function exampleText({ format, pattern, minLength = 0 }: Schema): string {
  if (format === 'uuid') return exampleId;
  if (format === 'date') return '2026-11-22';
  if (format === 'date-time') return '2026-11-22T08:00:00Z';
  if (pattern === '^[A-Z]{3}$') return 'CNY';
  return 'EXAMPLE-1'.padEnd(minLength, '0');
}

/** A value that fits the schema. */
export function exampleValue(schema: Schema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  const choice = (schema.anyOf ?? []).map(asSchema).find((one) => !typesOf(one).includes('null'));
  if (choice !== undefined) return exampleValue(choice);
  const types = typesOf(schema);
  if (types.includes('integer') || types.includes('number'))
    return Math.max(1, schema.minimum ?? 1);
  if (types.includes('boolean')) return true;
  if (types.includes('array')) return [exampleValue(itemsOf(schema))];
  if (types.includes('object')) {
    const required = schema.required ?? [];
    const properties = Object.entries(schema.properties ?? {});
    return Object.fromEntries(
      properties
        .filter(([name]) => required.includes(name))
        .map(([name, one]) => [name, exampleValue(asSchema(one))]),
    );
  }
  return exampleText(schema);
}

/** The operation as a curl command. */
export function exampleCall(operation: Operation, publicUrl: string): string {
  const fields = inputFields(operation).filter(({ isRequired }) => isRequired);
  const value = (name: string) =>
    String(exampleValue(fields.find((f) => f.name === name)?.schema ?? {}));
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => value(name));
  const query = fields.filter(({ place }) => place === 'query');
  const search = query.map(({ name }) => `${name}=${encodeURIComponent(value(name))}`).join('&');
  const address = `${publicUrl}${apiPrefix}${path}${search === '' ? '' : `?${search}`}`;
  const lines = [`curl '${address}'`, `-H 'Authorization: Bearer YOUR-TOKEN'`];
  if (operation.method !== 'GET') {
    const body = fields.filter(({ place }) => place === 'body');
    const json = Object.fromEntries(body.map(({ name, schema }) => [name, exampleValue(schema)]));
    lines.push(`-X ${operation.method}`, `-H 'Content-Type: application/json'`);
    if (operation.action.kind === 'command') lines.push(`-H 'Idempotency-Key: YOUR-KEY'`);
    lines.push(`-d '${JSON.stringify(json)}'`);
  }
  return lines.join(' \\\n  ');
}
