/** Lists more on an open return, or takes a line off it; what is taken off is free again. */
import { z } from 'zod';
import { release } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id } from '../../platform/scalars.ts';
import { whereIs } from '../answer.ts';
import { listingErrors, returnErrors } from '../command-errors.ts';
import { listedGoods, movedReturn, returnInput } from '../contract.ts';
import { partReturnsErrors } from '../errors.ts';
import { listedOf } from '../line-sums.rules.ts';
import { goodsOf, listGoods, siteOfGoods } from '../list-goods.ts';
import { requireStep, sendToReturn } from '../send.ts';
import { changeLine, linesOf, lockPartReturn } from '../store.ts';

export const addReturnLines = defineCommand({
  name: 'part-returns.add-lines',
  permission: 'part-returns.send',
  summary: 'Lists more parts on an open return and holds them.',
  input: listedGoods.extend(returnInput),
  output: movedReturn,
  errors: [...listingErrors, 'part-returns.some-are-listed'],
  run: async (work, { returnId, version, ...listed }) => {
    const row = await lockPartReturn(work, returnId, { end: 'from', version });
    await requireStep(work, row, 'list');
    const goods = await goodsOf(work, listed);
    if (goods.length === 0) throw partReturnsErrors.error('some-are-listed');
    if ((await siteOfGoods(work, goods)) !== row.siteId) {
      throw partReturnsErrors.error('different-sites');
    }
    await listGoods(work, row, goods);
    return whereIs(await sendToReturn(work, row, 'list'));
  },
});

export const removeReturnLine = defineCommand({
  name: 'part-returns.remove-line',
  permission: 'part-returns.send',
  summary: 'Takes a line off an open return; what is still there is free again.',
  input: z.strictObject({ ...returnInput, lineId: id }),
  output: movedReturn,
  errors: [...returnErrors, 'part-returns.unknown-line', 'part-returns.left-already'],
  run: async (work, { returnId, version, lineId }) => {
    const row = await lockPartReturn(work, returnId, { end: 'from', version });
    await requireStep(work, row, 'list');
    const line = (await linesOf(work, row.id)).find((one) => one.id === lineId);
    if (line === undefined) throw partReturnsErrors.error('unknown-line');
    const rest = listedOf(line);
    if (rest === 0) throw partReturnsErrors.error('left-already');
    if (line.reservationId !== null) await release(work, [line.reservationId]);
    const isWhole = rest === line.quantity;
    const kept = isWhole ? { removedAt: work.now } : { quantity: line.quantity - rest };
    await changeLine(work, line.id, { ...kept, reservationId: null });
    return whereIs(await sendToReturn(work, row, 'list'));
  },
});

export const cancelPartReturn = defineCommand({
  name: 'part-returns.cancel',
  permission: 'part-returns.send',
  summary: 'Gives an open return up of which nothing has left; everything is free again.',
  input: z.strictObject(returnInput),
  output: movedReturn,
  errors: [...returnErrors, 'part-returns.nothing-has-left'],
  run: async (work, { returnId, version }) => {
    const row = await lockPartReturn(work, returnId, { end: 'from', version });
    return whereIs(await sendToReturn(work, row, 'cancel'));
  },
});
