/**
 * Reads the shape of a state machine: its states, its transitions and the names of their guards.
 * Decides what a machine that is stored between requests may contain, and gives that shape a
 * fingerprint. Must not know any particular machine, nor how a document is kept.
 */
import { createHash } from 'node:crypto';
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { InvariantError, invariant } from './errors.ts';

/** A state's place in its machine: `['open', 'inbound', 'awaiting']`. */
export type StatePath = readonly string[];

/** Every state below (and without) the root, in document order. */
export function statesOf(machine: AnyStateMachine): readonly AnyStateNode[] {
  const below = (node: AnyStateNode): AnyStateNode[] =>
    Object.values(node.states).flatMap((child) => [child, ...below(child)]);
  return below(machine.root);
}

/** Transitions of one state that wait for an event, with the event's name; document order. */
export function eventTransitions(
  node: AnyStateNode,
): ReadonlyArray<readonly [event: string, candidates: readonly AnyTransitionDefinition[]]> {
  return [...node.transitions];
}

/** `moneyIsClear` to `money-is-clear`: the short reason a refusing guard is known by. */
export function reasonOf(guard: string): string {
  return guard.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Names of a transition's guards in the order they are asked. A guard is a name or `and([names])`;
 * anything else could refuse without a reason to show.
 * @throws InvariantError for an inline guard, `or`, `not` or a nested combination.
 */
export function guardNames(transition: Pick<AnyTransitionDefinition, 'guard'>): readonly string[] {
  const guard: unknown = transition.guard;
  if (guard === undefined) return [];
  const parts = typeof guard === 'function' && 'guards' in guard ? guard.guards : [guard];
  const isConjunction = typeof guard !== 'function' || guard.name === 'and';
  invariant(Array.isArray(parts) && isConjunction, 'guard must be a name or and([names])');
  return parts.map((part: unknown) => {
    const name =
      typeof part === 'object' && part !== null && 'type' in part && !('params' in part)
        ? part.type
        : part;
    if (typeof name === 'string') return name;
    throw new InvariantError('guard must be a name or and([names])');
  });
}

const FORBIDDEN = ['after', 'invoke', 'history', 'onDone', 'route'] as const;

/**
 * Refuses what does not survive being stored as JSON between two requests: timers, invoked or
 * spawned actors and history; and what could refuse or act without a name.
 * @throws InvariantError naming the state.
 */
export function checkStorable(machine: AnyStateMachine, effects: ReadonlySet<string>): void {
  for (const node of [machine.root, ...statesOf(machine)]) {
    for (const key of FORBIDDEN) {
      invariant(!(key in node.config), `${node.id}: ${key} cannot be stored`);
    }
    invariant(node.type !== 'history', `${node.id}: history cannot be stored`);
    const named = [...eventTransitions(node)];
    for (const [event] of named) {
      invariant(!event.includes('*'), `${node.id}: an event needs its full name`);
      invariant(!event.startsWith('xstate.'), `${node.id}: ${event} cannot be stored`);
    }
    const arrows = [...named.flatMap(([, candidates]) => candidates), ...(node.always ?? [])];
    for (const arrow of arrows) guardNames(arrow);
    const actions = arrows.flatMap((arrow) => [...arrow.actions]);
    for (const action of [...actions, ...node.entry, ...node.exit]) {
      checkAction({ machine, node, action, effects });
    }
  }
}

interface ActionPlace {
  readonly machine: AnyStateMachine;
  readonly node: AnyStateNode;
  readonly action: unknown;
  readonly effects: ReadonlySet<string>;
}

function checkAction({ machine, node, action, effects }: ActionPlace): void {
  const named = typeof action === 'object' && action !== null && 'type' in action;
  const name = named ? action.type : action;
  if (typeof name === 'string' && effects.has(name)) return;
  const code: unknown = typeof name === 'string' ? machine.implementations.actions[name] : name;
  const kind = typeof code === 'function' && 'type' in code ? code.type : undefined;
  invariant(kind === 'xstate.assign', `${node.id}: ${String(name)} is no declared effect`);
}

/**
 * Fingerprint of what a stored document depends on: states, their kinds, events, guards, targets.
 * Two machines with one fingerprint read each other's documents; effects do not count.
 */
export function shapeHash(machine: AnyStateMachine): string {
  const path = (node: AnyStateNode): string => node.path.join('.');
  const arrow = (t: AnyTransitionDefinition) => ({
    guard: guardNames(t),
    target: t.target?.map(path) ?? null,
  });
  const shape = [machine.root, ...statesOf(machine)].map((node) => ({
    path: path(node),
    type: node.type,
    initial: node.type === 'compound' ? node.initial.target.map(path) : null,
    on: eventTransitions(node)
      .map(([event, candidates]) => ({ event, candidates: candidates.map(arrow) }))
      .sort((a, b) => (a.event < b.event ? -1 : 1)),
    always: (node.always ?? []).map(arrow),
  }));
  shape.sort((a, b) => (a.path < b.path ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16);
}
