/**
 * A machine's place as JSON and back, and which guard would refuse an event there. Decides when a
 * stored place can no longer be trusted. Must not know any particular machine, nor a database.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyTransitionDefinition,
  getNextTransitions,
} from 'xstate';
import { z } from 'zod';
import { InvariantError, invariant } from './errors.ts';
import { guardNames, type StatePath } from './flow-shape.ts';

/** Active states: a name, or region to value. */
export type StateValue = string | { readonly [region: string]: StateValue };

/** One document's place in its machine, ready for a JSON column. */
export interface StoredFlow {
  readonly machine: string;
  readonly version: number;
  readonly hash: string;
  readonly snapshot: unknown;
}

/** From version N to N + 1: the old stored snapshot in, the new one out. */
export type Migrations = Readonly<Record<number, (snapshot: unknown) => unknown>>;

/** A machine with the name, version and fingerprint its documents are stored under. */
export interface NamedMachine {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly machine: AnyStateMachine;
  readonly migrations: Migrations;
}

interface AnyEvent {
  readonly type: string;
}

const stateValue: z.ZodType<StateValue> = z.lazy(() =>
  z.union([z.string(), z.record(z.string(), stateValue)]),
);
const storedSnapshot = z.strictObject({
  status: z.enum(['active', 'done']),
  value: stateValue,
  context: z.record(z.string(), z.unknown()),
});

/**
 * A snapshot as plain JSON.
 * @throws InvariantError when the machine failed to start or its context is not plain JSON.
 */
export function storeSnapshot(named: NamedMachine, snapshot: AnyMachineSnapshot): StoredFlow {
  const { status, value, context } = snapshot;
  invariant(status !== 'error', `${named.id}: ${String(snapshot.error)}`);
  const json: unknown = JSON.parse(JSON.stringify({ status, value, context }));
  invariant(
    isDeepStrictEqual(json, { status, value, context }),
    `${named.id}: context is not plain JSON`,
  );
  return { machine: named.id, version: named.version, hash: named.hash, snapshot: json };
}

/**
 * The snapshot that was stored, brought up to the present version.
 * @throws InvariantError for another machine, a version without a migration, a shape that changed
 *   without a new version, or a state this machine does not have.
 */
export function restoreSnapshot(named: NamedMachine, stored: StoredFlow): AnyMachineSnapshot {
  const { id } = named;
  invariant(stored.machine === id, `${id}: document belongs to ${stored.machine}`);
  const parsed = storedSnapshot.safeParse(migrated(named, stored));
  if (!parsed.success) throw new InvariantError(`${id}: ${parsed.error.message}`);
  const { value, context, status } = parsed.data;
  const restored = resolve(named, value, context);
  // A region missing from the JSON would be filled with its initial state without a word.
  invariant(isDeepStrictEqual(restored.value, value), `${id}: stored state is incomplete`);
  invariant(restored.status === status, `${id}: stored status contradicts its state`);
  return restored;
}

function resolve(
  named: NamedMachine,
  value: StateValue,
  context: Record<string, unknown>,
): AnyMachineSnapshot {
  try {
    // Called active, whatever was stored: the library finds `done` by itself, but believes a false one.
    return named.machine.resolveState({ value, context, status: 'active' });
  } catch (error) {
    throw new InvariantError(`${named.id}: unknown stored state: ${String(error)}`);
  }
}

function migrated(named: NamedMachine, stored: StoredFlow): unknown {
  const { id, version, hash, migrations } = named;
  if (stored.version === version) {
    invariant(stored.hash === hash, `${id}: the shape changed without a new version`);
    return stored.snapshot;
  }
  let snapshot = stored.snapshot;
  invariant(stored.version < version, `${id}: document is of a later version`);
  for (let from = stored.version; from < version; from += 1) {
    const migrate = migrations[from];
    invariant(migrate, `${id}: no migration from version ${from}`);
    snapshot = migrate(snapshot);
  }
  return snapshot;
}

/** Candidates of one event, one group per state that holds them, the innermost states first. */
export type CandidateGroups = ReadonlyArray<readonly AnyTransitionDefinition[]>;

/** Every event that has an arrow in the present configuration; none when the machine is done. */
export function candidateGroups(
  snapshot: AnyMachineSnapshot,
): ReadonlyMap<string, CandidateGroups> {
  const byEvent = new Map<string, AnyTransitionDefinition[][]>();
  if (snapshot.status !== 'active') return byEvent;
  for (const candidate of getNextTransitions(snapshot)) {
    if (candidate.eventType === '') continue;
    const groups = byEvent.get(candidate.eventType) ?? [];
    const group = groups.at(-1);
    if (group?.[0]?.source === candidate.source) group.push(candidate);
    else groups.push([candidate]);
    byEvent.set(candidate.eventType, groups);
  }
  return byEvent;
}

/** A choice lists its candidates from the narrowest to the widest: the last one gives the reason. */
export function widest(candidates: readonly AnyTransitionDefinition[]): AnyTransitionDefinition {
  const last = candidates.at(-1);
  invariant(last, 'an event without candidates');
  return last;
}

/** Name of the guard that refuses first, or undefined when some candidate may be taken. */
export function firstRefusal(
  groups: CandidateGroups,
  isMet: (guard: string) => boolean,
): string | undefined {
  if (groups.flat().some((candidate) => guardNames(candidate).every(isMet))) return undefined;
  const [innermost] = groups;
  invariant(innermost, 'an event without candidates');
  return guardNames(widest(innermost)).find((guard) => !isMet(guard));
}

/**
 * Asks one named guard. Region guards (`stateIn`, `or`) answer through the library's own `check`;
 * its signature is pinned by the exploration tests.
 */
export function isGuardMet(snapshot: AnyMachineSnapshot, guard: string, event: AnyEvent): boolean {
  const implementation: unknown = snapshot.machine.implementations.guards[guard];
  invariant(typeof implementation === 'function', `guard ${guard} is not implemented`);
  const facts = { context: snapshot.context, event };
  const check = 'check' in implementation ? implementation.check : undefined;
  return typeof check === 'function'
    ? check(snapshot, facts, implementation) === true
    : implementation(facts) === true;
}

/**
 * An event whose form is not filled in yet: a guard that reads its data without being declared a
 * payload guard is a defect, since a button would depend on what nobody has typed.
 */
export function eventWithoutPayload(type: string): AnyEvent {
  return new Proxy(
    { type },
    {
      get: (target, key) => {
        invariant(key === 'type', `a guard of ${type} reads ${String(key)}: declare it`);
        return target.type;
      },
    },
  );
}

/** Paths to the active leaves: `[['open', 'inbound', 'awaiting'], ...]`. */
export function leafPaths(value: StateValue): readonly StatePath[] {
  if (typeof value === 'string') return [[value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leafPaths(inner).map((path) => [key, ...path]),
  );
}
