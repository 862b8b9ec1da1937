/** Any sequence of orders: the ledger and a naive model in memory say the same, word for word. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adjustStock,
  moveStock,
  receiveStock,
  reverseStockEntry,
} from '../../../src/inventory/index.ts';
import { pileId } from '../../../src/inventory/ledger/pile-id.ts';
import { DomainError } from '../../../src/platform/errors.ts';
import { expectCleanLedger } from '../../support/clean-ledger.ts';
import { openWorld, type World } from '../../support/world.ts';
import { countDifference, Model, supplier } from './model.ts';
import { claim, giveBack, hold, line, moving, pileOf, place, post } from './raw-commands.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const bin = fc.nat({ max: 2 });
const good = fc.nat({ max: 3 });
const quantity = fc.integer({ min: 1, max: 6 });
// Goods 0 and 1: one plain part and one in lots (lot A, lot B are goods 1 and 2); good 3 is serialised.
const serials = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 3 });
const pick = fc.nat({ max: 11 });
const stock = { good, quantity, serials };
const order = fc.oneof(
  fc.record({ verb: fc.constant('receive' as const), to: bin, ...stock }),
  fc.record({ verb: fc.constant('move' as const), from: bin, to: bin, ...stock }),
  fc.record({ verb: fc.constant('up' as const), to: bin, ...stock }),
  fc.record({ verb: fc.constant('down' as const), from: bin, ...stock }),
  fc.record({ verb: fc.constant('reserve' as const), at: bin, ...stock }),
  fc.record({ verb: fc.constant('release' as const), pick }),
  fc.record({ verb: fc.constant('consume' as const), pick, to: bin, quantity }),
  fc.record({ verb: fc.constant('reverse' as const), pick }),
);
type Order = typeof order extends fc.Arbitrary<infer T> ? T : never;

/** The real side: ids of everything the model calls by number. */
async function makeStage() {
  const { siteId } = await world.site();
  const bins = [await world.bin(siteId), await world.bin(siteId), await world.bin(siteId)];
  const [plain, lots, pieces] = [
    await world.part('none'),
    await world.part('lot'),
    await world.part('serial'),
  ];
  const parts = [plain, lots, lots, pieces];
  const holdIds: string[] = [];
  const entryIds: string[] = [];
  const binId = (at: number) => bins[at] ?? '';
  const numberOf = (locationId: string) => {
    if (locationId === place.supplier) return supplier;
    return locationId === place.countDifference ? countDifference : bins.indexOf(locationId);
  };
  const partId = (which: number) => parts[which] ?? '';
  const saying = (which: number, count: number, numbers: readonly string[]) => ({
    partId: partId(which),
    quantity: which === 3 ? numbers.length : count,
    serialNumbers: which === 3 ? [...numbers] : [],
    lotNumber: which === 1 ? 'LOT-A' : which === 2 ? 'LOT-B' : null,
  });
  const ids = async (which: number, number: string) => {
    const lotNumber = which === 1 ? 'LOT-A' : 'LOT-B';
    const [row] = await world.database.owner`
      select (select id from lot where part_id = ${partId(which)} and lot_number = ${lotNumber}) as lot,
             (select id from serial_unit where part_id = ${partId(which)}
                and serial_number = ${number}) as serial`;
    return { lotId: (row?.lot as string | null) ?? null, serialId: row?.serial as string | null };
  };
  return { numberOf, binId, partId, holdIds, entryIds, saying, ids };
}
type Stage = Awaited<ReturnType<typeof makeStage>>;

async function pileAt(stage: Stage, which: number, at: number) {
  const { lotId } = await stage.ids(which, '');
  return pileOf(stage.partId(which), stage.binId(at), { lotId });
}

async function refusalOf(attempt: Promise<unknown>): Promise<string | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Posts on both sides and answers what each said. */
async function stockOrder(
  stage: Stage,
  model: Model,
  step: Extract<Order, { verb: 'receive' | 'move' | 'up' | 'down' }>,
) {
  const from = 'from' in step ? step.from : step.verb === 'up' ? countDifference : supplier;
  const to = 'to' in step ? step.to : countDifference;
  const numbers = step.good === 3 ? step.serials : [];
  const count = step.good === 3 ? numbers.length : step.quantity;
  const expected = model.move({ good: step.good, from, to, quantity: count, serials: numbers });
  const said = stage.saying(step.good, step.quantity, step.serials);
  const send = async () => {
    const locationId = stage.binId(step.verb === 'receive' || step.verb === 'up' ? to : from);
    const input = { ...said, locationId };
    if (step.verb === 'receive') return world.run(receiveStock, input);
    if (step.verb === 'move')
      return world.run(moveStock, { ...input, toLocationId: stage.binId(to) });
    return world.run(adjustStock, { ...input, direction: step.verb, reason: 'counted' });
  };
  const answer = await refusalOf(
    send().then(({ entryId }) => {
      stage.entryIds.push(entryId);
    }),
  );
  return { expected, answer };
}

async function reserveOrder(stage: Stage, model: Model, step: Extract<Order, { verb: 'reserve' }>) {
  const serial = step.good === 3 ? (step.serials[0] ?? null) : null;
  const count = serial === null ? step.quantity : 1;
  const { serialId } = await stage.ids(step.good, serial ?? '');
  const at = { good: step.good, bin: step.at, serial };
  // A number nobody has seen has no piece to hold.
  if (serial !== null && serialId === null) return { expected: null, answer: null };
  const expected = model.reserve(at, count);
  const pile = await pileAt(stage, step.good, step.at);
  const answer = await refusalOf(
    world.run(hold, claim(pile, count, serial === null ? null : serialId)).then(({ holdIds }) => {
      stage.holdIds.push(...holdIds);
    }),
  );
  return { expected, answer };
}

async function consumeOrder(stage: Stage, model: Model, step: Extract<Order, { verb: 'consume' }>) {
  const index = step.pick % Math.max(1, model.holds.length);
  const held = model.holds[index];
  if (held === undefined || held.bin === step.to) return { expected: null, answer: null };
  const count = held.serial === null ? step.quantity : 1;
  const { serialId } = await stage.ids(held.good, held.serial ?? '');
  const gone = held.serial !== null && held.open === 0;
  // A used hold of a piece is told by the piece or by the hold, whichever the piece says now.
  const at = held.serial === null ? held.bin : model.serialAt.get(held.serial);
  const other = gone && (model.heldSerials.has(held.serial ?? '') ? 'inventory.serial-held' : null);
  const expected =
    other ||
    (gone && at !== held.bin ? 'inventory.serial-not-here' : model.consume(index, step.to, count));
  const [from, to] = [
    await pileAt(stage, held.good, held.bin),
    await pileAt(stage, held.good, step.to),
  ];
  const holdId = stage.holdIds[index] ?? null;
  const used = {
    from,
    to,
    quantity: count,
    holdId,
    serialId: held.serial === null ? null : serialId,
  };
  const places = { from: stage.binId(held.bin), to: stage.binId(step.to) };
  const answer = await refusalOf(
    world.run(post, moving(line(stage.partId(held.good), places, used))).then(({ entryId }) => {
      stage.entryIds.push(entryId);
    }),
  );
  return { expected, answer };
}

async function both(stage: Stage, model: Model, step: Order) {
  switch (step.verb) {
    case 'reserve':
      return reserveOrder(stage, model, step);
    case 'consume':
      return consumeOrder(stage, model, step);
    case 'release': {
      const index = step.pick % Math.max(1, model.holds.length);
      if (model.holds.length === 0) return { expected: null, answer: null };
      const expected = model.release(index);
      const holdIds = [stage.holdIds[index] ?? ''];
      return { expected, answer: await refusalOf(world.run(giveBack, { holdIds })) };
    }
    case 'reverse': {
      const index = step.pick % Math.max(1, model.entries.length);
      if (model.entries.length === 0) return { expected: null, answer: null };
      const expected = model.reverse(index);
      const attempt = world.run(reverseStockEntry, {
        entryId: stage.entryIds[index] ?? '',
        reason: 'undone',
      });
      const answer = await refusalOf(
        attempt.then(({ entryId }) => {
          stage.entryIds.push(entryId);
        }),
      );
      return { expected, answer };
    }
    default:
      return stockOrder(stage, model, step);
  }
}

async function expectSame(stage: Stage, model: Model): Promise<void> {
  for (const which of [0, 1, 2, 3]) {
    for (const at of [0, 1, 2]) {
      const id = pileId(await pileAt(stage, which, at));
      const [row] = await world.database.owner`
        select b.on_hand::int as "onHand", b.reserved::int as reserved, (
          -- The balance once more, from nothing but the movements.
          select coalesce(sum(case when m.to_bucket_id = b.id then quantity else -quantity end), 0)
          from movement m where b.id in (m.from_bucket_id, m.to_bucket_id))::int as replayed
        from bucket b where b.id = ${id}`;
      const onHand = model.has(which, at);
      const expected = { onHand, reserved: model.held(which, at), replayed: onHand };
      expect({ ...(row ?? { onHand: 0, reserved: 0, replayed: 0 }) }).toEqual(expected);
    }
  }
  const places = await world.database.owner`
    select s.serial_number as number, b.location_id as location from serial_unit s
    join bucket b on b.id = s.bucket_id where s.part_id = ${stage.partId(3)}`;
  const real = places.map(({ number, location }) => [number, stage.numberOf(location)]);
  expect(real.sort()).toEqual([...model.serialAt].sort());
}

describe('the ledger', () => {
  it('answers like the model, whatever is ordered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(order, { minLength: 5, maxLength: 25 }), async (orders) => {
        const stage = await makeStage();
        const model = new Model();
        for (const step of orders) {
          const { expected, answer } = await both(stage, model, step);
          expect([step, answer]).toEqual([step, expected]);
        }
        await expectSame(stage, model);
        await expectCleanLedger(world.database.connection);
      }),
      { numRuns: 60, seed: Number(process.env.LEDGER_SEED ?? 20_261_116) },
    );
  });
});
