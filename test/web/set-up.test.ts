/** An empty installation is set up once, by its link, without script. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueFirstAdministratorLink } from '../../src/people/index.ts';
import { openWebApp, textOf, type WebApp } from '../support/web-app.ts';

let web: WebApp;
beforeAll(async () => {
  web = await openWebApp();
});
afterAll(() => web.close());

describe('setting up and signing in', () => {
  it('makes the first administrator by the link, once, who then signs in and out', async () => {
    const { ports } = web.app;
    const stranger = await web.browser();
    expect((await stranger.get('/sign-in')).location).toBe('/set-up');
    const link = await issueFirstAdministratorLink(ports.executor);
    const page = await stranger.get(`/set-up?token=${link}`);
    const short = { login: 'chief', displayName: 'Chief', password: 'tiny-word' };
    const refused = await stranger.send(page, '/set-up', short);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="chief"');
    expect(refused.html).not.toContain('tiny-word');
    expect(refused.html).toMatch(
      /name="password"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="password"/,
    );
    const password = 'violet-harbour-lantern-42';
    const done = await stranger.sendOn(refused, '/set-up', { password });
    expect(textOf(done.html)).toContain('is set up');
    const wrong = await stranger.send(done, '/sign-in', { login: 'chief', password: 'no' });
    expect(wrong.status).not.toBe(200);
    expect(wrong.html).toContain('value="chief"');
    const home = await stranger.sendOn(wrong, '/sign-in', { login: 'chief', password });
    expect(home.status).toBe(200);
    expect(home.html).toContain('name="code"');
    const out = await stranger.sendOn(home, '/sign-out');
    expect(textOf(out.html)).toContain('You are signed out');
    expect((await stranger.get('/rmas?queue=open')).location).toBe(
      `/sign-in?next=${encodeURIComponent('/rmas?queue=open')}`,
    );
    expect((await stranger.get(`/set-up?token=${link}`)).location).toBe('/sign-in');
  });
});
