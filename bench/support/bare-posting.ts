/** The bare posting statement, prepared and sent without anything around it: the ceiling of a rate. */
import { postingStatement } from '../../src/inventory/ledger/posting-statement.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { systemIds } from '../../src/platform/ids.ts';
import type { Ground } from './ground.ts';
import type { StockGround } from './stock-ground.ts';

const ids = systemIds(systemClock);

/** Makes the statements of both directions beforehand; the answer posts one unit of the n-th part. */
export function barePosting(ground: Ground, stock: StockGround): (n: number) => Promise<void> {
  const slot = ids.newId();
  const poster = { actor: systemActor, now: systemClock.now() };
  const ready = stock.partIds.map((partId) =>
    [0, 1].map((n) => postingStatement(poster, stock.move(partId, n), slot)),
  );
  return async (n) => {
    const made = ready[(n * 7_919) % ready.length]?.[n % 2];
    if (made === undefined) return;
    const entryId = ids.newId();
    const values = made.args.map((value) => (value === slot ? entryId : value));
    await ground.connection.sql.unsafe(made.text, values as never[], { prepare: true });
  };
}
