/**
 * One line of the route tables: a method and a path for a command or a query. Everything else about
 * the route (input, answer, refusals, rights) is read from the command itself.
 */
import { bodyMax, importBodyMax } from '../http/read-body.ts';
import type { AnyCommand } from '../platform/command.ts';
import type { AnyQuery } from '../platform/query.ts';

/** Where all operations live. */
export const apiPrefix = '/api/v1';

/** A route of the REST desk. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the prefix, with parameters in braces: `/parts/{partId}`. */
  readonly path: string;
  readonly action: AnyCommand | AnyQuery;
  /** 201 where the command makes something that is found under an address of its own. */
  readonly status: 200 | 201;
  /** Largest body in bytes. */
  readonly bodyMax: number;
}

/** @example operation('POST', '/parts', createPart, 201) */
export function operation(
  method: Operation['method'],
  path: string,
  action: AnyCommand | AnyQuery,
  status: Operation['status'] = 200,
): Operation {
  return { method, path, action, status, bodyMax };
}

/** The same operation, taking a whole file in its body. */
export function takingFile(one: Operation): Operation {
  return { ...one, bodyMax: importBodyMax };
}

/** The names of a path's parameters. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
