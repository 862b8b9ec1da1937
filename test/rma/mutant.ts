/**
 * Breaks a copy of a flow on purpose, so that a proof can show that it is able to fail.
 */
import { type AnyStateMachine, StateMachine } from 'xstate';
import { shapeHash } from '../../src/platform/flow-shape.ts';

/** A machine's configuration as a tree that can be edited. */
export interface Tree {
  [key: string]: unknown;
}

/** The branch at a path of state names: `at(config, 'open', 'inbound')`. */
export function at(config: Tree, ...states: readonly string[]): Tree {
  let node = config;
  for (const state of states) node = branch(branch(node, 'states'), state);
  return node;
}

/** The transitions of one state by event. */
export function on(config: Tree, ...states: readonly string[]): Tree {
  return branch(at(config, ...states), 'on');
}

/** One event's only transition, or the numbered one of a choice. */
export function arrow(events: Tree, event: string, index?: number): Tree {
  const found = events[event];
  return branch(
    index === undefined ? events : (found as Tree),
    index === undefined ? event : `${index}`,
  );
}

function branch(node: Tree, key: string): Tree {
  const found = node[key];
  if (typeof found !== 'object' || found === null) throw new Error(`no ${key} to break`);
  return found as Tree;
}

/** A flow like the given one whose machine was edited. @throws Error when nothing changed. */
export function mutant<F extends { readonly machine: AnyStateMachine }>(
  flow: F,
  edit: (config: Tree) => void,
): F {
  const config = copy(flow.machine.config) as Tree;
  const before = written(config);
  edit(config);
  if (written(config) === before) throw new Error('the mutation changes nothing');
  const machine = new StateMachine(config, flow.machine.implementations);
  return { ...flow, machine, hash: shapeHash(machine) };
}

/** A flow like the given one where a guard always answers the same. */
export function mutantGuard<F extends { readonly machine: AnyStateMachine }>(
  flow: F,
  guard: string,
  answer: boolean,
): F {
  const { guards } = flow.machine.implementations;
  if (!(guard in guards)) throw new Error(`no guard ${guard} to break`);
  const implementations = {
    ...flow.machine.implementations,
    guards: { ...guards, [guard]: () => answer },
  };
  return { ...flow, machine: new StateMachine(flow.machine.config, implementations) };
}

/** Deep copy that keeps functions (guards, assignments) as they are. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}

function written(config: Tree): string {
  return JSON.stringify(config, (_, value: unknown) =>
    typeof value === 'function' ? `function ${value.name}` : value,
  );
}
