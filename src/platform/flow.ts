/**
 * Runs a pure state machine over a stored document: what may happen now, why not, and what follows.
 * Effects are collected and never executed, nothing is subscribed to, no actor is started. Must not
 * know any particular machine, nor where the document is kept.
 */
import {
  type AnyStateMachine,
  type ContextFrom,
  type EventFrom,
  type InputFrom,
  initialTransition,
  transition,
} from 'xstate';
import { type DomainError, type ErrorCatalogue, type ErrorParams, invariant } from './errors.ts';
import {
  collectEffects,
  type EffectActions,
  type EffectMap,
  type EffectOf,
} from './flow-effects.ts';
import {
  checkStorable,
  eventTransitions,
  guardNames,
  reasonOf,
  shapeHash,
  statesOf,
} from './flow-shape.ts';
import {
  candidateGroups,
  eventWithoutPayload,
  firstRefusal,
  isGuardMet,
  leafPaths,
  type Migrations,
  type NamedMachine,
  restoreSnapshot,
  type StateValue,
  type StoredFlow,
  storeSnapshot,
  widest,
} from './flow-snapshot.ts';

export type { StateValue, StoredFlow } from './flow-snapshot.ts';

interface AnyEvent {
  readonly type: string;
}

/** A checked machine with its refusals and effects; made by `defineFlow` only. */
export interface Flow<E extends AnyEvent, C, I, Fx extends EffectMap> extends NamedMachine {
  readonly errors: ErrorCatalogue<string, string>;
  readonly payloadGuards: ReadonlySet<string>;
  readonly internalEvents: ReadonlySet<string>;
  readonly effects: EffectActions<Fx>;
  /** Never present: carries the types from the machine to the callers. */
  readonly typesOnly?: { readonly event: E; readonly context: C; readonly input: I };
}

interface FlowOptions<M extends AnyStateMachine, Fx extends EffectMap> {
  readonly id: string;
  /** Raise it whenever the shape changes, and register a migration from the old one. */
  readonly version: number;
  readonly machine: M;
  /** The module's refusals: must hold `event-not-allowed` and one reason per refusing guard. */
  readonly errors: ErrorCatalogue<string, string>;
  readonly effects: EffectActions<Fx>;
  /** Guards that judge the event's own data: they judge a form, they never grey its button. */
  readonly payloadGuards?: readonly string[];
  /** Events sent by a clock or another document, never by a person. */
  readonly internalEvents?: readonly EventFrom<M>['type'][];
  readonly migrations?: Migrations;
}

/**
 * Checks a machine once, when the program loads, and gives it its name, version and refusals.
 * @throws InvariantError when the machine holds what cannot be stored (`after`, `invoke`, history,
 *   unnamed guards or actions) or when a guard could refuse with an undeclared code.
 */
export function defineFlow<M extends AnyStateMachine, Fx extends EffectMap>(
  options: FlowOptions<M, Fx>,
): Flow<EventFrom<M>, ContextFrom<M>, InputFrom<M>, Fx> {
  const { id, version, machine, errors, effects } = options;
  checkStorable(machine, new Set(Object.keys(effects)));
  const reasons = new Set(Object.keys(errors.categories));
  invariant(reasons.has('event-not-allowed'), `${id}: ${errors.module} lacks event-not-allowed`);
  const events = new Set<string>();
  const guards = new Set<string>();
  for (const [event, candidates] of [machine.root, ...statesOf(machine)].flatMap(
    eventTransitions,
  )) {
    events.add(event);
    for (const name of candidates.flatMap(guardNames)) guards.add(name);
    for (const name of guardNames(widest(candidates))) {
      invariant(reasons.has(reasonOf(name)), `${id}: ${errors.module} lacks ${reasonOf(name)}`);
    }
  }
  const payloadGuards = new Set(options.payloadGuards ?? []);
  const internalEvents = new Set<string>(options.internalEvents ?? []);
  for (const name of payloadGuards) invariant(guards.has(name), `${id}: no guard ${name}`);
  for (const name of internalEvents) invariant(events.has(name), `${id}: no event ${name}`);
  const named = { id, version, hash: shapeHash(machine), machine };
  const migrations = options.migrations ?? {};
  return { ...named, migrations, errors, effects, payloadGuards, internalEvents };
}

/** What a start leaves behind: the place to store and the effects to perform, in order. */
export interface FlowStart<Fx extends EffectMap> {
  readonly stored: StoredFlow;
  readonly effects: readonly EffectOf<Fx>[];
  readonly value: StateValue;
}

/** What a move leaves behind; `isDone` when nothing can follow. */
export interface FlowMove<Fx extends EffectMap> {
  readonly stored: StoredFlow;
  readonly effects: readonly EffectOf<Fx>[];
  readonly before: StateValue;
  readonly after: StateValue;
  readonly isDone: boolean;
}

/** The initial place for `input`, with the effects of entering it. */
export function startFlow<E extends AnyEvent, C, I, Fx extends EffectMap>(
  flow: Flow<E, C, I, Fx>,
  input: NoInfer<I>,
): FlowStart<Fx> {
  const [snapshot, actions] = initialTransition(flow.machine, input);
  const stored = storeSnapshot(flow, snapshot);
  return { stored, effects: collectEffects(flow.effects, actions), value: snapshot.value };
}

/**
 * Moves a document by one event, through all eventless joins that follow. The library answers an
 * unhandled event with the same snapshot and no error, so the candidates are judged first.
 * @throws DomainError `<module>.event-not-allowed` {event, state} when nothing here waits for the
 *   event, `<module>.<guard>` {event} naming the first guard that refused.
 * @throws InvariantError when the document was stored by another machine, version or shape.
 */
export function advance<E extends AnyEvent, C, I, Fx extends EffectMap>(
  flow: Flow<E, C, I, Fx>,
  stored: StoredFlow,
  event: NoInfer<E>,
): FlowMove<Fx> {
  const snapshot = restoreSnapshot(flow, stored);
  const groups = candidateGroups(snapshot).get(event.type);
  if (groups === undefined) {
    const state = leafPaths(snapshot.value).map((path) => path.join('.'));
    throw refusal(flow, 'event-not-allowed', { event: event.type, state: state.join(' ') });
  }
  const refused = firstRefusal(groups, (guard) => isGuardMet(snapshot, guard, event));
  if (refused !== undefined) throw refusal(flow, reasonOf(refused), { event: event.type });
  const [next, actions] = transition(flow.machine, snapshot, event);
  return {
    stored: storeSnapshot(flow, next),
    effects: collectEffects(flow.effects, actions),
    before: snapshot.value,
    after: next.value,
    isDone: next.status === 'done',
  };
}

function refusal(flow: JudgedMachine, reason: string, params: ErrorParams): DomainError {
  return flow.errors.error(reason, params);
}

/** What judging needs of a flow, whatever its types. */
type JudgedMachine = NamedMachine & {
  readonly errors: ErrorCatalogue<string, string>;
};

/** One event that has an arrow here, and whether it would be refused whatever data it carried. */
export type AllowedEvent<T extends string> =
  | { readonly event: T; readonly allowed: true }
  | { readonly event: T; readonly allowed: false; readonly refusal: string };

/**
 * Events with a transition in the current configuration, in document order. Payload guards are
 * taken as met, since the form has not been filled in yet.
 */
export function allowedEvents<E extends AnyEvent, C, I, Fx extends EffectMap>(
  flow: Flow<E, C, I, Fx>,
  stored: StoredFlow,
): readonly AllowedEvent<E['type']>[] {
  const snapshot = restoreSnapshot(flow, stored);
  return [...candidateGroups(snapshot)].map(([event, groups]) => {
    const empty = eventWithoutPayload(event);
    const isMet = (guard: string) =>
      flow.payloadGuards.has(guard) || isGuardMet(snapshot, guard, empty);
    const refused = firstRefusal(groups, isMet);
    if (refused === undefined) return { event, allowed: true };
    return { event, allowed: false, refusal: `${flow.errors.module}.${reasonOf(refused)}` };
  });
}

/** `allowedEvents` without those that only a clock or another document may send. */
export function offeredEvents<E extends AnyEvent, C, I, Fx extends EffectMap>(
  flow: Flow<E, C, I, Fx>,
  stored: StoredFlow,
): readonly AllowedEvent<E['type']>[] {
  return allowedEvents(flow, stored).filter(({ event }) => !flow.internalEvents.has(event));
}

/** Every event the machine knows, in document order, once. */
export function everyEvent<E extends AnyEvent, C, I, Fx extends EffectMap>(
  flow: Flow<E, C, I, Fx>,
): readonly E['type'][] {
  const nodes = [flow.machine.root, ...statesOf(flow.machine)];
  return [...new Set(nodes.flatMap(eventTransitions).map(([event]) => event))];
}

/** What `regionStates` says of a region that does not exist in the present state. */
const INACTIVE_REGION = '-';

/**
 * The state of `top` and of every parallel region of the machine, for columns and filters; nested
 * states are joined by a dot, a region that is not active says `-`.
 */
export function regionStates(
  named: NamedMachine,
  stored: StoredFlow,
): Readonly<Record<string, string>> {
  const { value } = restoreSnapshot(named, stored);
  const parallel = statesOf(named.machine).filter((node) => node.parent?.type === 'parallel');
  const regions: Record<string, string> = { top: INACTIVE_REGION };
  for (const node of parallel) regions[node.key] = INACTIVE_REGION;
  for (const path of leafPaths(value)) {
    let node = named.machine.root;
    let region = 'top';
    let state: string[] = [];
    for (const key of path) {
      if (node.type === 'parallel') {
        regions[region] = state.join('.') || INACTIVE_REGION;
        region = key;
        state = [];
      } else state.push(key);
      const next = node.states[key];
      invariant(next, `${named.id}: unknown state ${path.join('.')}`);
      node = next;
    }
    regions[region] = state.join('.');
  }
  return regions;
}
