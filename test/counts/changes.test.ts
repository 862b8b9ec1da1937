/** Adjustments and scrapping: asked by one, approved by another, held meanwhile, proven. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  approveAdjustment,
  approveScrap,
  cancelAdjustment,
  cancelScrap,
  getProof,
  getStockChange,
  listChangeReasons,
  listStockChanges,
  rejectAdjustment,
  rejectScrap,
  requestAdjustment,
  requestScrap,
  setChangeReason,
} from '../../src/counts/index.ts';
import { createPart, listMovements, moveStock, receiveStock } from '../../src/inventory/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import { expectCleanLedger } from '../support/clean-ledger.ts';
import { actorWith, mint } from '../support/world.ts';
import { type CountWorld, codeOf, openCountWorld } from './count-world.ts';

let on: CountWorld;
beforeAll(async () => {
  on = await openCountWorld();
});
afterEach(() => expectCleanLedger(on.world.database.connection));
afterAll(() => on.world.close());

const photo = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

async function shelf(quantity: number, costMinor: number | null = 250) {
  const { siteId } = await on.world.site();
  const locationId = await on.world.bin(siteId);
  const named = { partNumber: mint('P'), nameEn: 'Fan', costMinor };
  const { partId } = await on.world.run(createPart, named);
  await on.world.stocked(partId, locationId, quantity);
  return { siteId, locationId, partId };
}

describe('scrapping', () => {
  it('holds the stock, is approved by another person, and writes its value off', async () => {
    const { partId, locationId, siteId } = await shelf(5);
    const wish = { partId, locationId, quantity: 3, reasonCode: 'DAMAGED', note: 'wet' };
    const proof = { contentBase64: photo.toString('base64'), fileName: '照片.png' };
    const { changeId, number } = await on.world.run(requestScrap, { ...wish, ...proof }, on.kim);
    expect(number).toMatch(/^SCR-\d{6}$/);
    expect(await on.reserved(partId, locationId)).toBe(3);
    const other = await on.world.bin(siteId);
    const take = { partId, locationId, toLocationId: other, quantity: 3 };
    const refused = on.world.run(moveStock, take);
    await expect(refused).rejects.toMatchObject({
      code: 'inventory.insufficient-stock',
      params: { holders: number },
    });
    const asKim = { ...on.eve, id: on.kim.id };
    expect(await codeOf(on.world.run(approveScrap, { changeId }, asKim))).toBe(
      'inventory.own-approval',
    );
    await on.world.run(approveScrap, { changeId, note: 'seen' }, on.eve);
    expect(await on.onHand(partId, locationId)).toBe(2);
    expect(await on.reserved(partId, locationId)).toBe(0);
    const view = await on.world.ask(getStockChange, { changeId }, on.eve);
    expect(view).toMatchObject({ state: 'posted', valueMinor: 750, decisionNote: 'seen' });
    const [{ proofId = '' } = {}] = view.proofs;
    const read = await on.world.ask(getProof, { proofId }, on.eve);
    expect(read).toEqual({ ...proof, mediaType: 'image/png' });
    const { rows } = await on.world.ask(listMovements, { search: number });
    expect(rows.map(({ kind, quantity, reason }) => [kind, quantity, reason])).toEqual([
      ['scrap', 3, 'DAMAGED: wet'],
    ]);
    expect(await codeOf(on.world.run(approveScrap, { changeId }, on.eve))).toBe(
      'counts.event-not-allowed',
    );
  });

  it('gives the stock back when it is rejected or taken back', async () => {
    const { partId, locationId } = await shelf(4);
    const wish = { partId, locationId, quantity: 4, reasonCode: 'EXPIRED' };
    const first = await on.world.run(requestScrap, wish, on.kim);
    expect(await codeOf(on.world.run(requestScrap, wish, on.kim))).toBe(
      'inventory.insufficient-stock',
    );
    await on.world.run(rejectScrap, { changeId: first.changeId, note: 'still good' }, on.eve);
    expect(await on.reserved(partId, locationId)).toBe(0);
    const second = await on.world.run(requestScrap, wish, on.kim);
    const { changeId } = second;
    expect(await codeOf(on.world.run(cancelScrap, { changeId }))).toBe('counts.not-own-change');
    await on.world.run(cancelScrap, { changeId }, on.kim);
    expect([await on.reserved(partId, locationId), await on.onHand(partId, locationId)]).toEqual([
      0, 4,
    ]);
  });

  it('names its pieces and holds each', async () => {
    const { siteId } = await on.world.site();
    const locationId = await on.world.bin(siteId);
    const partId = await on.world.part('serial');
    const serialNumbers = ['S1', 'S2'];
    await on.world.run(receiveStock, { partId, locationId, quantity: 2, serialNumbers });
    const wish = { partId, locationId, quantity: 1, serialNumbers: ['S2'], reasonCode: 'DAMAGED' };
    const { changeId } = await on.world.run(requestScrap, wish, on.kim);
    expect(await codeOf(on.world.run(requestScrap, wish, on.kim))).toBe('inventory.serial-held');
    const other = await on.world.bin(siteId);
    const take = { partId, locationId, toLocationId: other, quantity: 1, serialNumbers: ['S2'] };
    expect(await codeOf(on.world.run(moveStock, take))).toBe('inventory.serial-held');
    await on.world.run(approveScrap, { changeId }, on.eve);
    expect(await on.onHand(partId, locationId)).toBe(1);
  });

  it('takes a photo or a PDF as proof and nothing else', async () => {
    const { partId, locationId } = await shelf(5);
    const wish = { partId, locationId, quantity: 1, reasonCode: 'DAMAGED' };
    const withFile = (bytes: Buffer) =>
      codeOf(
        on.world.run(requestScrap, { ...wish, contentBase64: bytes.toString('base64') }, on.kim),
      );
    expect(await withFile(Buffer.from('<svg onload=alert(1)>'))).toBe('counts.proof-unreadable');
    const large = Buffer.concat([photo, Buffer.alloc(5 * 1024 * 1024)]);
    expect(await withFile(large)).toBe('counts.proof-too-large');
    expect(await on.reserved(partId, locationId)).toBe(0);
    expect(await withFile(Buffer.from('%PDF-1.7'))).toBe('done');
  });

  it('stays within the limit of who approves', async () => {
    const { partId, locationId } = await shelf(5, 10_000);
    const wish = { partId, locationId, quantity: 2, reasonCode: 'OBSOLETE' };
    const { changeId } = await on.world.run(requestScrap, wish, on.kim);
    const small = actorWith(['scrap.approve', 'counts.view']);
    await on.world.database.owner`
      insert into approval_limit (id, kind, person_id, max_minor, set_by_name, set_at)
      values (gen_random_uuid(), 'scrap', ${small.id}, 19999, 'test', now())`;
    const approve = on.world.run(approveScrap, { changeId }, small);
    expect(await codeOf(approve)).toBe('inventory.above-approval-limit');
    await on.world.run(approveScrap, { changeId });
    expect(await on.onHand(partId, locationId)).toBe(3);
  });
});

describe('an adjustment', () => {
  it('changes nothing until another person approves it', async () => {
    const { partId, locationId } = await shelf(5);
    const wish = { partId, locationId, quantity: 2, reasonCode: 'LOST' };
    const down = { ...wish, direction: 'down' as const };
    const { changeId, number } = await on.world.run(requestAdjustment, down, on.kim);
    expect(number).toMatch(/^ADJ-\d{6}$/);
    expect([await on.onHand(partId, locationId), await on.reserved(partId, locationId)]).toEqual([
      5, 0,
    ]);
    const { changes } = await on.world.ask(listStockChanges, { search: number }, on.eve);
    expect(changes.map(({ quantity, valueMinor }) => [quantity, valueMinor])).toEqual([[2, 500]]);
    await on.world.run(approveAdjustment, { changeId }, on.eve);
    expect(await on.onHand(partId, locationId)).toBe(3);

    const up = { ...wish, reasonCode: 'FOUND', direction: 'up' as const };
    const found = await on.world.run(requestAdjustment, up, on.kim);
    const rejected = await on.world.run(requestAdjustment, up, on.kim);
    const back = await on.world.run(requestAdjustment, up, on.kim);
    await on.world.run(approveAdjustment, { changeId: found.changeId }, on.eve);
    await on.world.run(rejectAdjustment, { changeId: rejected.changeId, note: 'no' }, on.eve);
    await on.world.run(cancelAdjustment, { changeId: back.changeId }, on.kim);
    expect(await on.onHand(partId, locationId)).toBe(5);
  });

  it('of what is not there any more is refused when it is approved', async () => {
    const { partId, locationId, siteId } = await shelf(2);
    const wish = { partId, locationId, quantity: 2, reasonCode: 'LOST' };
    const { changeId } = await on.world.run(
      requestAdjustment,
      { ...wish, direction: 'down' },
      on.kim,
    );
    const toLocationId = await on.world.bin(siteId);
    await on.world.run(moveStock, { partId, locationId, toLocationId, quantity: 1 });
    const approve = on.world.run(approveAdjustment, { changeId }, on.eve);
    expect(await codeOf(approve)).toBe('inventory.insufficient-stock');
    // A scrap command does not know an adjustment.
    expect(await codeOf(on.world.run(approveScrap, { changeId }, on.eve))).toBe(
      'counts.unknown-change',
    );
  });
});

describe('reasons', () => {
  it('are kept in both languages, fit their kind, and go out of use', async () => {
    const code = mint('R');
    const reason = { code, kind: 'scrap' as const, nameEn: 'Burnt', nameZh: '烧毁' };
    await on.world.run(setChangeReason, reason);
    expect(await on.world.ask(listChangeReasons, {})).toContainEqual({ ...reason, isActive: true });
    const other = on.world.run(setChangeReason, { ...reason, kind: 'adjustment' });
    expect(await codeOf(other)).toBe('counts.reason-taken');
    const { partId, locationId } = await shelf(2);
    const wish = { partId, locationId, quantity: 1, reasonCode: code };
    const wrong = on.world.run(requestAdjustment, { ...wish, direction: 'up' }, on.kim);
    expect(await codeOf(wrong)).toBe('counts.reason-does-not-fit');
    await on.world.run(setChangeReason, { ...reason, isActive: false });
    expect(await codeOf(on.world.run(requestScrap, wish, on.kim))).toBe('counts.unknown-reason');
  });
});

describe('other sites', () => {
  it('do not exist', async () => {
    const { partId, locationId } = await shelf(2);
    const wish = { partId, locationId, quantity: 1, reasonCode: 'DAMAGED' };
    const { changeId } = await on.world.run(requestScrap, wish, on.kim);
    const { siteId } = await on.world.site();
    const rights = ['counts.view', 'scrap.approve', 'stock.scrap'];
    const stranger = actorWith(rights, [siteId]);
    expect([
      await codeOf(on.world.ask(getStockChange, { changeId }, stranger)),
      await codeOf(on.world.run(approveScrap, { changeId }, stranger)),
      await codeOf(on.world.run(requestScrap, wish, stranger)),
    ]).toEqual(['counts.unknown-change', 'counts.unknown-change', 'inventory.unknown-location']);
    const own = on.world.run(approveScrap, { changeId }, { ...systemActor, id: on.kim.id });
    expect(await codeOf(own)).toBe('inventory.own-approval');
  });
});
