/**
 * Walks everything a machine, or several machines together, can ever do: breadth first, over
 * configurations told apart by a key. Other suites replay the paths it finds.
 */

/** A system that can be walked: where it starts, what can happen, and when it has ended. */
export interface Explorable<S, M> {
  readonly starts: readonly S[];
  /** Equal keys mean one configuration; leave out what cannot influence the future or the law. */
  key(state: S): string;
  /** Every move that is not refused, with what it leads to. */
  moves(state: S): ReadonlyArray<{ readonly move: M; readonly next: S }>;
  isClosed(state: S): boolean;
}

export interface Edge<M> {
  readonly from: string;
  readonly move: M;
  readonly to: string;
}

/** All that was found; `parents` holds the first, hence shortest, way to each configuration. */
export interface Explored<S, M> {
  readonly configurations: ReadonlyMap<string, S>;
  readonly edges: readonly Edge<M>[];
  readonly parents: ReadonlyMap<string, Edge<M>>;
  readonly closed: readonly string[];
}

const CONFIGURATIONS_MAX = 50_000;

/** Breadth-first walk. @throws Error beyond 50,000 configurations: something counts without end. */
export function explore<S, M>(world: Explorable<S, M>): Explored<S, M> {
  const configurations = new Map(world.starts.map((state) => [world.key(state), state]));
  const parents = new Map<string, Edge<M>>();
  const edges: Edge<M>[] = [];
  // A Map visits what is added while it is walked: it is the queue too.
  for (const [from, state] of configurations) {
    for (const { move, next } of world.moves(state)) {
      const to = world.key(next);
      const edge = { from, move, to };
      edges.push(edge);
      if (configurations.has(to)) continue;
      if (configurations.size >= CONFIGURATIONS_MAX) throw new Error('the walk does not end');
      configurations.set(to, next);
      parents.set(to, edge);
    }
  }
  const closed = [...configurations].filter(([, s]) => world.isClosed(s)).map(([key]) => key);
  return { configurations, edges, parents, closed };
}

/** First step towards the nearest closed configuration, for each configuration that has one. */
function wayOut<S, M>(graph: Explored<S, M>): ReadonlyMap<string, Edge<M> | undefined> {
  const into = new Map<string, Edge<M>[]>();
  for (const edge of graph.edges) into.set(edge.to, [...(into.get(edge.to) ?? []), edge]);
  const out = new Map<string, Edge<M> | undefined>(graph.closed.map((key) => [key, undefined]));
  for (const [to] of out) {
    for (const edge of into.get(to) ?? []) if (!out.has(edge.from)) out.set(edge.from, edge);
  }
  return out;
}

/** Keys of configurations from which no closed one can be reached. */
export function stuck<S, M>(graph: Explored<S, M>): readonly string[] {
  const out = wayOut(graph);
  return [...graph.configurations.keys()].filter((key) => !out.has(key));
}

/** A start, and the moves that lead from it to a closed configuration. */
export interface ClosedPath<S, M> {
  readonly start: S;
  readonly moves: readonly M[];
}

/**
 * Paths to replay against a real system: the shortest one to every closed configuration, and, when
 * `label` is given, further ones until every label of an edge (an event in a state, say) is walked.
 */
export function shortestPathsToClosed<S, M>(
  graph: Explored<S, M>,
  label?: (edge: Edge<M>, from: S) => string,
): readonly ClosedPath<S, M>[] {
  const walks = graph.closed.map((key) => walkTo(graph, key));
  if (label !== undefined) {
    const out = wayOut(graph);
    const named = (edge: Edge<M>): string => label(edge, stateAt(graph, edge.from));
    const walked = new Set(walks.flatMap((walk) => walk.map(named)));
    for (const edge of graph.edges) {
      if (walked.has(named(edge)) || !out.has(edge.to)) continue;
      const walk = [...walkTo(graph, edge.from), edge];
      for (let next = out.get(edge.to); next; next = out.get(next.to)) walk.push(next);
      for (const step of walk) walked.add(named(step));
      walks.push(walk);
    }
  }
  return walks
    .filter((walk) => walk.length > 0)
    .map((walk) => ({
      start: stateAt(graph, walk[0]?.from ?? ''),
      moves: walk.map((edge) => edge.move),
    }));
}

function walkTo<S, M>(graph: Explored<S, M>, key: string): readonly Edge<M>[] {
  const walk: Edge<M>[] = [];
  for (let edge = graph.parents.get(key); edge; edge = graph.parents.get(edge.from)) {
    walk.unshift(edge);
  }
  return walk;
}

function stateAt<S, M>(graph: Explored<S, M>, key: string): S {
  const state = graph.configurations.get(key);
  if (state === undefined) throw new Error(`unknown configuration ${key}`);
  return state;
}
