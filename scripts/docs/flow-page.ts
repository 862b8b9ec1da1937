// The page of a flow: its drawing, and for each of its regions a table of state by event.
import type { AnyStateNode } from 'xstate';
import { diagram } from '../../src/platform/flow-diagram.ts';
import { eventTransitions, guardNames, reasonOf, statesOf } from '../../src/platform/flow-shape.ts';
import type { DocumentedFlow } from './every-flow.ts';
import { code, page, table } from './markdown.ts';

/** What an event does in a state: each way with the reasons that may refuse it. */
function waysOf(state: AnyStateNode, event: string): string {
  const candidates = eventTransitions(state).find(([name]) => name === event)?.[1] ?? [];
  const ways = candidates.map((transition) => {
    const to = (transition.target ?? [state]).map(({ key }) => key).join(', ');
    const unless = guardNames(transition).map(reasonOf);
    return unless.length === 0 ? `→ ${to}` : `→ ${to} if ${unless.join(', ')}`;
  });
  return ways.join('; ');
}

function regionTable(region: AnyStateNode): readonly string[] {
  const states = Object.values(region.states);
  const events = [
    ...new Set(states.flatMap((state) => eventTransitions(state).map(([event]) => event))),
  ];
  return table(
    ['Event', ...states.map(({ key }) => key)],
    events.map((event) => [code(event), ...states.map((state) => waysOf(state, event))]),
  );
}

/** The drawing and the tables of one flow. */
export function flowPage(
  flow: DocumentedFlow,
  about: { readonly title: string; readonly lead: string },
): string {
  const root = flow.machine.root;
  const regions = [root, ...statesOf(flow.machine)].filter((node) =>
    Object.values(node.states).some((state) => state.transitions.size > 0),
  );
  const compound = regions.filter(({ type }) => type === 'compound');
  const own = [...flow.internalEvents].map(code).join(', ');
  return page(about.title, [
    about.lead,
    ['```mermaid', diagram(flow).trimEnd(), '```'],
    '## State by event',
    `An empty field refuses with ${code(`${flow.errors.module}.event-not-allowed`)}. “if” names the conditions of a way; when no way is open, the first condition that does not hold is the code of the refusal (${code(`${flow.errors.module}.…`)}). Only the product itself sends ${own}.`,
    ...compound.flatMap((region) => [
      ...(compound.length > 1 ? [`### ${region === root ? 'The whole' : region.key}`] : []),
      regionTable(region),
    ]),
  ]);
}
