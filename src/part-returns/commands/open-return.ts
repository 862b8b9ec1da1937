/** Opens a return of parts that lie with somebody: unused ones, replaced ones, or both in one box. */
import { getPartyRow, getSite } from '../../inventory/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { id, text } from '../../platform/scalars.ts';
import { whereIs } from '../answer.ts';
import { listingErrors } from '../command-errors.ts';
import { listedGoods, movedReturn } from '../contract.ts';
import { partReturnsErrors } from '../errors.ts';
import { goalOfGoods, goodsOf, listGoods, siteOfGoods } from '../list-goods.ts';
import { sendToReturn } from '../send.ts';
import { addPartReturn } from '../store.ts';

export const openPartReturn = defineCommand({
  name: 'part-returns.open',
  permission: 'part-returns.send',
  summary: 'Lists parts that go back, holds them where they lie, and finds out where they go.',
  input: listedGoods.extend({
    /** Where they go, if not where the network says. */
    toSiteId: id.nullable().default(null),
    toPartyId: id.nullable().default(null),
    /** The job they were for. */
    document: text(100).nullable().default(null),
    note: text(1000).nullable().default(null),
  }),
  output: movedReturn,
  errors: [...listingErrors, 'inventory.unknown-party', 'part-returns.some-are-listed'],
  run: async (work, { toSiteId, toPartyId, document, note, ...listed }) => {
    const goods = await goodsOf(work, listed);
    if (goods.length === 0) throw partReturnsErrors.error('some-are-listed');
    const siteId = await siteOfGoods(work, goods);
    if (toPartyId !== null) await getPartyRow(work.db, toPartyId);
    const isSaid = toSiteId !== null || toPartyId !== null;
    if (toSiteId !== null && toPartyId !== null) throw partReturnsErrors.error('different-ends');
    const goal = isSaid ? { toSiteId, toPartyId } : await goalOfGoods(work, goods, siteId);
    await getSite(work, siteId);
    const row = await addPartReturn(work, { siteId, ...goal, document, note });
    await listGoods(work, row, goods);
    return whereIs(await sendToReturn(work, row, 'list'));
  },
});
