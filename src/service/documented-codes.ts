/**
 * Which refusals an operation may answer with: those its command declares, and those of the executor
 * and the floor that everybody meets. The OpenAPI document and its tests read this.
 */
import { statusOf } from '../http/problem.ts';
import type { Operation } from './operation.ts';

const always = [
  'platform.invalid-input',
  'platform.not-found',
  'platform.too-many-requests',
  'platform.busy-try-again',
  'platform.not-signed-in',
] as const;
const withRight = ['platform.not-permitted'] as const;
const withBody = [
  'platform.body-malformed',
  'platform.content-type-refused',
  'platform.body-too-large',
  'platform.origin-refused',
  'platform.outcome-unknown',
] as const;
const ofCommands = ['platform.key-malformed', 'platform.key-reused'] as const;

/** Every code the operation may be refused with, the general ones first. */
export function documentedCodes({ method, action }: Operation): string[] {
  const codes = [
    ...always,
    ...(action.permission === null ? [] : withRight),
    ...(method === 'GET' ? [] : withBody),
    ...(action.kind === 'command' ? ofCommands : []),
    ...action.errors,
  ];
  return [...new Set(codes)];
}

/** The same codes by status, in ascending order of status. */
export function codesByStatus(operation: Operation): [number, string[]][] {
  const groups = new Map<number, string[]>();
  for (const code of documentedCodes(operation)) {
    const status = statusOf(code);
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  return [...groups].sort(([a], [b]) => a - b);
}
