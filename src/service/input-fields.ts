/**
 * Reads from a contract which fields an operation takes, where each one travels (path, query, body)
 * and of which kind it is. Knows JSON Schema; not what the fields mean.
 */
import { z } from 'zod';
import { type Operation, pathNames } from './operation.ts';

/** JSON Schema as zod writes it. */
export type Schema = z.core.JSONSchema.BaseSchema;

/** One field of an operation's input. */
export interface InputField {
  readonly name: string;
  readonly place: 'path' | 'query' | 'body';
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** The JSON Schema of a shape as callers send it (`input`) or receive it (`output`). */
export function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The schema at a place where JSON Schema also allows `true` or nothing: then one that allows all. */
export function asSchema(value: unknown): Schema {
  return isSchema(value) ? value : {};
}

/** The fields of an operation, in the order of its contract. */
export function inputFields({ method, path, action }: Operation): InputField[] {
  const schema = schemaOf(action.input, 'input');
  const inPath = new Set(pathNames(path));
  const elsewhere = method === 'GET' ? 'query' : 'body';
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    place: inPath.has(name) ? 'path' : elsewhere,
    schema: asSchema(property),
    isRequired: inPath.has(name) || (schema.required ?? []).includes(name),
  }));
}

/** The JSON types a schema allows: `integer`, `string`, `null` and so on. */
export function typesOf(schema: Schema): string[] {
  const own = schema.type === undefined ? [] : [schema.type].flat();
  return [...own, ...(schema.anyOf ?? []).flatMap((one) => typesOf(asSchema(one)))];
}

/** The schema of a list's members. */
export function itemsOf(schema: Schema): Schema {
  const lists = [schema, ...(schema.anyOf ?? []).map(asSchema)];
  return asSchema(lists.find(({ items }) => items !== undefined)?.items);
}
