/**
 * Proof by walking everything: the return line and its repair job together never leave a customer
 * without exactly one honest end, and the proof is able to fail.
 */
import { describe, expect, it } from 'vitest';
import { explore, shortestPathsToClosed, stuck } from '../support/explore.ts';
import { type DepotFlows, depotWorld, INPUTS, REAL_FLOWS, takeMove } from './depot-world.ts';
import { LawBroken } from './law-ledger.ts';
import { arrow, at, mutant, mutantGuard, on, type Tree } from './mutant.ts';

describe('line and job together', () => {
  const graph = explore(depotWorld());

  it('keeps the law in every closed configuration and is stuck in none', () => {
    // Every broken promise throws LawBroken while walking; reaching this line is the proof.
    console.info(
      `depot: ${graph.configurations.size} configurations, ${graph.edges.length} edges, ${graph.closed.length} closed`,
    );
    expect(graph.closed.length).toBeGreaterThan(20);
    expect(graph.configurations.size).toBeGreaterThan(1000);
    expect(stuck(graph)).toEqual([]);
  });

  it('ends in each way that a return can end', () => {
    const ends = new Set(
      graph.closed.map((key) => {
        const depot = graph.configurations.get(key);
        return `${depot?.ledger.unit} ${depot?.ledger.hasArrived}`;
      }),
    );
    expect([...ends].sort()).toEqual(['customer false', 'customer true', 'scrap true']);
  });

  it('gives paths that replay to a closed configuration and walk every command', () => {
    const paths = shortestPathsToClosed(graph, ({ move }, from) =>
      [move.document, move.event.type, JSON.stringify(from.line.snapshot)].join(' '),
    );
    const walked = new Set<string>();
    for (const { start, moves } of paths) {
      let depot = start;
      for (const move of moves) {
        const next = takeMove(depot, move);
        if (next === undefined) throw new Error(`cannot replay ${move.event.type}`);
        depot = next;
        walked.add(`${move.document} ${move.event.type}`);
      }
      expect(depot.isClosed).toBe(true);
    }
    const possible = new Set(graph.edges.map(({ move }) => `${move.document} ${move.event.type}`));
    expect(walked).toEqual(possible);
    console.info(
      `depot: ${paths.length} paths, longest ${Math.max(...paths.map((p) => p.moves.length))}`,
    );
  });
});

const onLine = (edit: (config: Tree) => void): DepotFlows => ({
  ...REAL_FLOWS,
  line: mutant(REAL_FLOWS.line, edit),
});
const onJob = (edit: (config: Tree) => void): DepotFlows => ({
  ...REAL_FLOWS,
  job: mutant(REAL_FLOWS.job, edit),
});
const lineGuard = (guard: string, answer = true): DepotFlows => ({
  ...REAL_FLOWS,
  line: mutantGuard(REAL_FLOWS.line, guard, answer),
});

describe('a broken copy is found out', () => {
  it.each<[string, DepotFlows]>([
    ['cancelling after the unit arrived', lineGuard('nothingHasArrived')],
    ['scrapping without consent', lineGuard('customerHasAgreed')],
    [
      'closing or cancelling with a charge pending',
      onLine((c) => {
        arrow(on(c, 'open'), 'cancel').guard = 'nothingHasArrived';
      }),
    ],
    ['closing before the unit left', lineGuard('everythingIsSettled')],
    ['packing before the remedy is ready', lineGuard('remedyIsReady')],
    ['deciding on a unit that is not here', lineGuard('unitIsInDepot')],
    ['revoking a test of a unit that left', lineGuard('unitIsStillToBeSent')],
    [
      'reopening the job while the unit is in its box',
      onLine((c) => {
        arrow(on(c, 'open', 'remedy', 'ready'), 'revoke-test', 0).actions = [
          'reopenJob',
          'unpackUnit',
        ];
      }),
    ],
    [
      'leaving the expiry clock running',
      onLine((c) => {
        delete at(c, 'open', 'inbound', 'awaiting').exit;
      }),
    ],
    [
      'sending a unit and leaving its job open',
      onLine((c) => {
        arrow(on(c, 'open', 'outbound', 'packed'), 'ship', 0).actions = [];
      }),
    ],
    [
      'keeping the wrong item',
      onLine((c) => {
        arrow(on(c, 'open', 'inbound', 'quarantine'), 'return-wrong-item').actions = [];
      }),
    ],
    [
      'forgetting to say how it ended',
      onLine((c) => {
        arrow(on(c, 'open', 'outbound', 'shipped'), 'confirm-delivery').actions = 'deliverUnit';
      }),
    ],
    [
      'withdrawing a repair and leaving its job',
      onLine((c) => {
        delete arrow(on(c, 'open', 'remedy', 'repairing'), 'decide-return-as-is').actions;
      }),
    ],
    [
      'a job that cannot be withdrawn at its final test',
      onJob((c) => {
        delete on(c, 'final-test').withdraw;
      }),
    ],
    [
      'a job that leaves the unit on the bench',
      onJob((c) => {
        arrow(on(c, 'final-test'), 'fail-final-test', 1).actions = 'notifyLineUneconomic';
      }),
    ],
    [
      'a job that ends without a word to the line',
      onJob((c) => {
        arrow(on(c, 'bench'), 'cancel').actions = 'moveToDock';
      }),
    ],
  ])('%s', (_, flows) => {
    expect(() => explore(depotWorld(flows, INPUTS))).toThrow(LawBroken);
  });

  it.each<[string, DepotFlows]>([
    [
      'nothing ends a line whose unit was scrapped',
      onLine((c) => {
        delete at(c, 'open', 'outbound', 'idle').always;
      }),
    ],
    [
      'a hold that cannot be released',
      onLine((c) => {
        delete on(c, 'open', 'hold', 'held')['release-hold'];
      }),
    ],
    [
      'a charge that can neither be settled nor waived',
      onLine((c) => {
        at(c, 'open', 'money', 'due').on = {};
      }),
    ],
    [
      'a wrong item that nobody may send back or accept',
      onLine((c) => {
        at(c, 'open', 'inbound', 'quarantine').on = {};
      }),
    ],
  ])('as stuck: %s', (_, flows) => {
    expect(stuck(explore(depotWorld(flows, INPUTS.slice(0, 1)))).length).toBeGreaterThan(0);
  });
});
