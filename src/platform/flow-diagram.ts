/**
 * Draws a machine as a Mermaid state diagram for the generated documents. Decides the drawing only;
 * must not know any particular machine.
 */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { eventTransitions, guardNames } from './flow-shape.ts';
import type { NamedMachine } from './flow-snapshot.ts';

/**
 * Mermaid `stateDiagram-v2` text, one line per arrow, labelled `event [guards] / effects`.
 * The same machine always gives the same text, so drift can be checked.
 */
export function diagram({ machine }: NamedMachine): string {
  const isEffect = (name: string): boolean => {
    const code: unknown = machine.implementations.actions[name];
    return !(typeof code === 'function' && 'type' in code);
  };
  return ['stateDiagram-v2', ...bodyOf(machine.root, '  ', isEffect), ''].join('\n');
}

type IsEffect = (action: string) => boolean;

function idOf(node: AnyStateNode): string {
  return node.path.join('_').replaceAll('-', '_');
}

function bodyOf(parent: AnyStateNode, indent: string, isEffect: IsEffect): readonly string[] {
  const children = Object.values(parent.states);
  const isInitial = (node: AnyStateNode): boolean =>
    parent.type === 'compound' && parent.initial.target.includes(node);
  const states = children.flatMap((node, index) => [
    ...(parent.type === 'parallel' && index > 0 ? [`${indent}--`] : []),
    `${indent}state "${node.key}" as ${idOf(node)}`,
    ...(isInitial(node) ? [`${indent}[*] --> ${idOf(node)}`] : []),
    ...(node.type === 'compound' || node.type === 'parallel'
      ? [`${indent}state ${idOf(node)} {`, ...bodyOf(node, `${indent}  `, isEffect), `${indent}}`]
      : []),
    ...(node.type === 'final' ? [`${indent}${idOf(node)} --> [*]`] : []),
    ...inAndOut(node, isEffect).map((text) => `${indent}${idOf(node)}: ${text}`),
  ]);
  // Arrows stand beside their states: Mermaid loses those drawn from outside a nested state.
  const arrows = children.flatMap((node) => arrowsOf(node, isEffect));
  return [...states, ...arrows.map((arrow) => `${indent}${arrow}`)];
}

function inAndOut(node: AnyStateNode, isEffect: IsEffect): readonly string[] {
  const entry = effectNames(node.entry, isEffect);
  const exit = effectNames(node.exit, isEffect);
  return [
    ...(entry.length > 0 ? [`on entry / ${entry.join(', ')}`] : []),
    ...(exit.length > 0 ? [`on exit / ${exit.join(', ')}`] : []),
  ];
}

function arrowsOf(node: AnyStateNode, isEffect: IsEffect): readonly string[] {
  const line = (event: string, t: AnyTransitionDefinition): readonly string[] => {
    const guards = guardNames(t);
    const effects = effectNames(t.actions, isEffect);
    const label = [
      event,
      ...(guards.length > 0 ? [`[${guards.join(', ')}]`] : []),
      ...(effects.length > 0 ? [`/ ${effects.join(', ')}`] : []),
    ].join(' ');
    return (t.target ?? [node]).map((to) => `${idOf(node)} --> ${idOf(to)}: ${label}`);
  };
  return [
    ...eventTransitions(node).flatMap(([event, all]) => all.flatMap((t) => line(event, t))),
    ...(node.always ?? []).flatMap((t) => line('when', t)),
  ];
}

function effectNames(actions: readonly unknown[], isEffect: IsEffect): readonly string[] {
  return actions.flatMap((action) => {
    if (typeof action === 'function') return [];
    const named = typeof action === 'object' && action !== null && 'type' in action;
    const name = String(named ? action.type : action);
    return isEffect(name) ? [name] : [];
  });
}
