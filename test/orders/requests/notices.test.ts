/** What people are told: to the one concerned, not of his own doing, until he has read it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listOwnNotices, markRead, noticeKeys, tell } from '../../../src/orders/index.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { defineCommand } from '../../../src/platform/command.ts';
import { actorWith, openWorld, type World } from '../../support/world.ts';

const announce = defineCommand({
  name: 'kiln.announce',
  permission: 'kiln.announce',
  summary: 'Tells somebody something and nothing more.',
  input: z.strictObject({ personId: z.uuid(), number: z.string() }),
  output: z.strictObject({}),
  errors: [],
  run: async (work, { personId, number }) => {
    const about = `request:${work.newId()}`;
    await tell(work, { personId, about, key: noticeKeys[0], params: { number } });
    return {};
  },
});

describe('notices', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('come to the person, the newest first, and go when he has read them', async () => {
    const person = actorWith(['notices.manage-own']);
    const other = actorWith(['notices.manage-own']);
    for (const number of ['one', 'two', 'three']) {
      await world.run(announce, { personId: person.id, number });
      world.clock.advanceDays(1);
    }
    const seen = await world.ask(listOwnNotices, {}, person);
    expect(seen.total).toBe(3);
    expect(seen.notices.map(({ params }) => params.number)).toEqual(['three', 'two', 'one']);
    expect((await world.ask(listOwnNotices, {}, other)).total).toBe(0);

    const noticeIds = seen.notices.slice(0, 2).map(({ id }) => id);
    expect(await world.run(markRead, { noticeIds }, other)).toEqual({ marked: 0 });
    expect(await world.run(markRead, { noticeIds }, person)).toEqual({ marked: 2 });
    expect(await world.run(markRead, { noticeIds }, person)).toEqual({ marked: 0 });
    const left = await world.ask(listOwnNotices, {}, person);
    expect(left.notices.map(({ params }) => params.number)).toEqual(['one']);
    const all = await world.ask(listOwnNotices, { onlyUnread: false, limit: 2 }, person);
    expect([all.total, all.notices.length]).toEqual([3, 2]);
  });

  it('are not made of one’s own doing, nor for the product', async () => {
    const person = actorWith(['kiln.announce', 'notices.manage-own']);
    await world.run(announce, { personId: person.id, number: 'own' }, person);
    await world.run(announce, { personId: systemActor.id, number: 'product' }, person);
    expect((await world.ask(listOwnNotices, {}, person)).total).toBe(0);
    expect((await world.ask(listOwnNotices, {}, systemActor)).total).toBe(0);
  });
});
