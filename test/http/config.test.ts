/** The settings a process takes, and the plain words when they make no sense. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/platform/config.ts';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({}, [])).toMatchObject({
      problems: [],
      config: {
        role: 'all',
        databaseUrl: null,
        port: 3000,
        host: '127.0.0.1',
        publicUrl: 'http://127.0.0.1:3000',
        isHttps: false,
        demo: false,
      },
    });
  });

  it('lets the command line win over the environment', () => {
    const { config } = readConfig({ PORT: '80', HOST: '::' }, [
      'serve',
      '--port',
      '8080',
      '--demo',
    ]);
    expect(config).toMatchObject({ role: 'serve', port: 8080, host: '::', demo: true });
    expect(config?.publicUrl).toBe('http://localhost:8080');
  });

  it('sends secure cookies exactly under https', () => {
    const { config } = readConfig({ PUBLIC_URL: 'https://Parts.Example.com/' }, []);
    expect(config).toMatchObject({ publicUrl: 'https://parts.example.com', isHttps: true });
  });

  it.each([
    [{ PORT: '70000' }, [], /^PORT: /],
    [{ PORT: 'x' }, [], /^PORT: /],
    [{ PUBLIC_URL: 'https://a.example/path' }, [], /^PUBLIC_URL: /],
    [{ PUBLIC_URL: 'https://user:word@a.example' }, [], /^PUBLIC_URL: /],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, [], /^TRUSTED_PROXIES: /],
    [{ TRUSTED_PROXIES: 'proxy' }, [], /^TRUSTED_PROXIES: /],
    [{ DATABASE_URL: 'mysql://u:topsecret@h/d' }, [], /^DATABASE_URL: must begin/],
    [{}, ['dance'], /^role: /],
    [{}, ['serve', 'work'], /unexpected word/],
    [{}, ['--colour'], /--colour/],
  ])('refuses %j %j', (env, argv, expected) => {
    const { config, problems } = readConfig(env, argv);
    expect(config).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
    expect(problems.join()).not.toContain('topsecret');
  });
});
