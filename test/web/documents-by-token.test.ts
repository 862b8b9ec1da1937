/** Labels and documents for a program: the same addresses, with a token instead of a cookie. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDepot } from '../support/depot.ts';
import { openWebApp, type WebApp } from '../support/web-app.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(() => web.close());

it('are handed to a token that may print, and to no other', async () => {
  const { app } = web;
  const depot = await makeDepot(app.world);
  const { lineId } = await depot.authorized(await depot.unit());
  const held = (role: 'clerk' | 'planner') => app.makeActorToken([{ role, siteId: depot.siteId }]);
  const { token } = await held('clerk');
  for (const [name, type] of [
    ['rma-form.pdf', 'application/pdf'],
    ['parcel-label.svg', 'image/svg+xml'],
    ['parcel-label.png', 'image/png'],
  ]) {
    const answer = await app.call(`/documents/lines/${lineId}/${name}`, { token });
    expect([name, answer.status]).toEqual([name, 200]);
    expect(answer.headers.get('content-type')).toContain(type);
  }
  const other = await app.makeActorToken([
    { role: 'clerk', siteId: (await app.world.site()).siteId },
  ]);
  const path = `/documents/lines/${lineId}/rma-form.pdf`;
  expect((await app.call(path, { token: other.token })).status).toBe(404);
  expect((await app.call(path, { token: 'benchstock_nothing' })).status).not.toBe(200);
});
