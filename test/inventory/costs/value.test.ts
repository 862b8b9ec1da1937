/** Any sequence of receipts, moves, issues, kits, reversals and revaluations keeps value to the cent. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { getPartCost, setCostMethod, valueOf as stockValue } from '../../../src/inventory/index.ts';
import { defineQuery } from '../../../src/platform/query.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { openWorld, type World } from '../../support/world.ts';
import { line, place, post } from '../ledger/raw-commands.ts';
import { PartModel } from './cost-model.ts';
import { undo } from './raw-undo.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const part = fc.nat({ max: 2 });
const quantity = fc.integer({ min: 1, max: 9 });
const money = fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null });
const pick = fc.nat({ max: 30 });
const order = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ verb: fc.constant('receive' as const), part, quantity, money }),
  },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('issue' as const), part, quantity }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('move' as const), part, quantity }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('kit' as const), part, quantity }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('reverse' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('revalue' as const), part, money }) },
);

interface Change {
  readonly part: number;
  readonly quantity: number;
  readonly sign: 1 | -1;
  readonly actual: bigint;
}
interface Posted {
  readonly entryId: string;
  readonly changes: readonly Change[];
  undone: boolean;
}

async function makeStage() {
  const { siteId } = await world.site();
  const [shelf, van] = [await world.bin(siteId), await world.bin(siteId, 'van')];
  const partIds = [await world.part(), await world.part(), await world.part()];
  const list = [0n, 137n, 2_500n];
  for (const [at, id] of partIds.entries()) {
    await world.database.owner`update part set cost_minor = ${String(list[at])} where id = ${id}`;
  }
  const models = list.map((cost) => new PartModel(cost));
  return { shelf, van, partIds, models, posted: [] as Posted[] };
}
type Stage = Awaited<ReturnType<typeof makeStage>>;
type Order = typeof order extends fc.Arbitrary<infer T> ? T : never;

const modelOf = (stage: Stage, at: number) => stage.models[at] ?? new PartModel(0n);
const idOf = (stage: Stage, at: number) => stage.partIds[at] ?? '';

async function sendLines(
  kind: 'receipt' | 'issue' | 'kit' | 'move',
  lines: Parameters<typeof line>[],
): Promise<string> {
  const draft = { kind, document: null, reason: null, lines: lines.map((one) => line(...one)) };
  return (await world.run(post, { draft })).entryId;
}

async function build(stage: Stage, step: { part: number; quantity: number }) {
  const others = [0, 1, 2].filter((at) => at !== step.part);
  const used = others.filter((at) => modelOf(stage, at).quantity > 0n);
  if (used.length === 0) return;
  const outs = used.map((at) => {
    const most = Number(modelOf(stage, at).quantity);
    return { at, count: Math.min(step.quantity, most) };
  });
  const entryId = await sendLines('kit', [
    ...outs.map(
      ({ at, count }): Parameters<typeof line> => [
        idOf(stage, at),
        { from: stage.shelf, to: place.conversion },
        { quantity: count },
      ],
    ),
    [idOf(stage, step.part), { from: place.conversion, to: stage.shelf }, { quantity: 1 }],
  ]);
  const changes: Change[] = outs.map(({ at, count }) => {
    return { part: at, quantity: count, sign: -1, actual: modelOf(stage, at).goOut(count) };
  });
  const pot = changes.reduce((sum, { actual }) => sum + actual, 0n);
  modelOf(stage, step.part).comeIn(1, Number(pot));
  changes.push({ part: step.part, quantity: 1, sign: 1, actual: pot });
  stage.posted.push({ entryId, changes, undone: false });
}

async function reverse(stage: Stage, index: number) {
  const entry = stage.posted[index % Math.max(1, stage.posted.length)];
  if (entry === undefined || entry.undone) return;
  const isShort = entry.changes.some(
    ({ part: at, quantity: count, sign }) => sign === 1 && modelOf(stage, at).quantity < count,
  );
  const attempt = world.run(undo, { entryId: entry.entryId });
  if (isShort) {
    await expect(attempt).rejects.toMatchObject({ code: 'inventory.moved-since' });
    return;
  }
  await attempt;
  entry.undone = true;
  for (const { part: at, quantity: count, sign, actual } of entry.changes) {
    if (sign === -1) modelOf(stage, at).comeIn(count, Number(actual));
    else modelOf(stage, at).goOut(count, actual);
  }
}

async function act(stage: Stage, step: Order): Promise<void> {
  if (step.verb === 'reverse') return reverse(stage, step.pick);
  if (step.verb === 'kit') return build(stage, step);
  const model = modelOf(stage, step.part);
  const partId = idOf(stage, step.part);
  if (step.verb === 'revalue') {
    const method = step.money === null ? 'average' : 'standard';
    await world.run(setCostMethod, { partId, method, unitMinor: step.money, reason: 'yearly' });
    return model.revalue(step.money === null ? null : BigInt(step.money));
  }
  const { quantity: count } = step;
  if (step.verb === 'receive') {
    const valueMinor = step.money ?? undefined;
    const places = { from: place.supplier, to: stage.shelf };
    const entryId = await sendLines('receipt', [[partId, places, { quantity: count, valueMinor }]]);
    const actual = model.comeIn(count, step.money);
    const change: Change = { part: step.part, quantity: count, sign: 1, actual };
    stage.posted.push({ entryId, changes: [change], undone: false });
    return;
  }
  if (model.quantity < count) return;
  if (step.verb === 'issue') {
    const places = { from: stage.shelf, to: place.conversion };
    const entryId = await sendLines('issue', [[partId, places, { quantity: count }]]);
    const change: Change = {
      part: step.part,
      quantity: count,
      sign: -1,
      actual: model.goOut(count),
    };
    stage.posted.push({ entryId, changes: [change], undone: false });
    return;
  }
  // There and on the road and back: nothing of it may touch the value.
  const away = { from: stage.shelf, to: stage.van };
  const road = { from: stage.van, to: place.inTransit };
  const home = { from: place.inTransit, to: stage.shelf };
  for (const places of [away, road, home]) {
    await sendLines('move', [[partId, places, { quantity: count }]]);
  }
}

describe('value', () => {
  it('is what the model says, to the cent, whatever is ordered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 4, maxLength: 22 }), async (orders) => {
        const stage = await makeStage();
        for (const step of orders) await act(stage, step);
        for (const [at, model] of stage.models.entries()) {
          const { cost, changes } = await world.ask(getPartCost, {
            partId: idOf(stage, at),
            limit: 200,
          });
          const variance = changes.reduce((sum, change) => sum + change.varianceMinor, 0);
          expect([at, cost.quantity, cost.valueMinor, variance]).toEqual([
            at,
            Number(model.quantity),
            Number(model.value),
            Number(model.variance),
          ]);
        }
        await expectCleanLedger(world.database.connection);
      }),
      { numRuns: 40, seed: Number(process.env.LEDGER_SEED ?? 20_261_122) },
    );
  });

  it('of some parts at once is asked through the door', async () => {
    const ask = defineQuery({
      name: 'test.value-of',
      permission: null,
      summary: 'The door, bare.',
      input: z.strictObject({
        parts: z.array(z.strictObject({ partId: z.uuid(), quantity: z.int() })),
      }),
      output: z.strictObject({ valueMinor: z.int() }),
      errors: [],
      run: async (read, { parts }) => ({ valueMinor: await stockValue(read, parts) }),
    });
    const stage = await makeStage();
    const [a = '', b = '', c = ''] = stage.partIds;
    await act(stage, { verb: 'receive', part: 0, quantity: 3, money: 1_000 });
    await act(stage, { verb: 'revalue', part: 2, money: 400 });
    const parts = [
      { partId: a, quantity: 2 },
      { partId: b, quantity: 10 },
      { partId: c, quantity: 2 },
    ];
    const { valueMinor } = await world.ask(ask, { parts });
    expect(valueMinor).toBe(667 + 1_370 + 800);
  });
});
