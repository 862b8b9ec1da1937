/** Where programs and data may lie, whose they must be, and what is refused. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyBundle } from '../../../src/platform/embedded/copy-bundle.ts';
import { usualPlaces } from '../../../src/platform/embedded/find-programs.ts';
import { isTrusted, makeFolder } from '../../../src/platform/embedded/folders.ts';
import { startEmbedded } from '../../../src/platform/embedded/start-embedded.ts';
import { isRoot, makeSandbox, query, type Sandbox } from './sandbox.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { bundle, installed } = usualPlaces();
const older = installed.find((bin) => bin.includes('15'));

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = makeSandbox();
});
afterEach(() => sandbox.clear());

/** Every path below a folder with its kind, to prove that nothing was changed. */
function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${lstatSync(join(folder, name)).mode}`)
    .sort();
}

/** A copy of the bundled package, with or without the links that its install script makes. */
function packageCopy(folder: string, withLinks: boolean): string {
  if (bundle === null) throw new Error('no bundled package on this machine');
  cpSync(dirname(bundle), folder, { recursive: true, verbatimSymlinks: true });
  const native = join(folder, 'native');
  if (withLinks) return native;
  for (const name of readdirSync(join(native, 'lib'))) {
    const path = join(native, 'lib', name);
    if (lstatSync(path).isSymbolicLink()) rmSync(path);
  }
  return native;
}

describe('programs', () => {
  it.skipIf(bundle === null)('are the bundled ones first', async () => {
    const server = await startEmbedded(sandbox.options());
    expect(server.version).toMatch(/^18\./);
    await server.stop();
  });

  it.skipIf(bundle === null)('work from a package whose scripts never ran, untouched', async () => {
    const native = packageCopy(join(sandbox.folder, 'package'), false);
    const before = listing(native);
    const options = { ...sandbox.options(), programs: { bundle: native, installed: [] } };
    for (const _ of [1, 2]) {
      const server = await startEmbedded(options);
      expect(server.version).toMatch(/^18\./);
      await server.stop();
    }
    expect(listing(native)).toEqual(before);
    expect(readdirSync(options.cacheRoot)).toHaveLength(1);
  });

  it.skipIf(bundle === null)('are copied anew when the copy is broken', async () => {
    const native = packageCopy(join(sandbox.folder, 'package'), false);
    const options = { ...sandbox.options(), programs: { bundle: native, installed: [] } };
    makeFolder(options.cacheRoot);
    writeFileSync(join(copyBundle(native, options.cacheRoot), 'bin', 'postgres'), '');
    const server = await startEmbedded(options);
    expect(server.version).toMatch(/^18\./);
    await server.stop();
  });

  it('never come from a folder that others can write', () => {
    const open = join(sandbox.folder, 'open');
    mkdirSync(open);
    expect(isTrusted(open)).toBe(true);
    symlinkSync(open, join(sandbox.folder, 'link'));
    expect(isTrusted(join(sandbox.folder, 'link'))).toBe(false);
    const inner = join(open, 'inner');
    mkdirSync(inner);
    chmodSync(open, 0o777);
    expect(isTrusted(open)).toBe(false);
    expect(isTrusted(inner)).toBe(false);
  });

  it.skipIf(older === undefined)('are the installed ones where no bundle runs', async () => {
    const broken = join(sandbox.folder, 'package', 'native');
    mkdirSync(join(broken, 'bin'), { recursive: true });
    const server = await startEmbedded({
      ...sandbox.options(),
      programs: { bundle: broken, installed },
    });
    expect(installed.some((bin) => bin.includes(server.version.split('.')[0] ?? '?'))).toBe(true);
    await server.stop();
  });

  it.skipIf(older === undefined)('fit the major version of the data', async () => {
    const options = sandbox.options();
    const programs = { bundle: null, installed: [older ?? ''] };
    const first = await startEmbedded({ ...options, programs });
    expect(first.version).toMatch(/^15\./);
    await query(first.url, 'create table kept as select 1 as one');
    await first.stop();
    const second = await startEmbedded(options);
    expect(second.version).toMatch(/^15\./);
    expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it('of another major are refused with the one that is needed', async () => {
    const options = sandbox.options();
    const { version, stop } = await startEmbedded(options);
    await stop();
    writeFileSync(join(options.dataRoot, 'pgdata', 'PG_VERSION'), '13\n');
    await expect(startEmbedded(options)).rejects.toMatchObject({
      code: 'embedded.data-needs-version',
      params: { needs: 13, found: expect.stringContaining(version) },
    });
  });

  it('that are nowhere are named as missing', async () => {
    const programs = { bundle: null, installed: [] };
    const start = startEmbedded({ ...sandbox.options(), programs });
    await expect(start).rejects.toMatchObject({ code: 'embedded.no-program' });
  });
});

describe.skipIf(!isRoot)('started by root', () => {
  it('works below a folder closed to all others, and finds its data again', async () => {
    const closed = join(sandbox.folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const native = packageCopy(join(closed, 'package'), true);
    const lines: string[] = [];
    const options = {
      ...sandbox.options('closed/data'),
      cacheRoot: join(closed, 'cache'),
      programs: { bundle: native, installed: [] },
      log: (line: string) => lines.push(line),
    };
    const first = await startEmbedded(options);
    await query(first.url, 'create table kept as select 1 as one');
    const [{ data } = { data: '' }] = await query(
      first.url,
      `select current_setting('data_directory') as data`,
    );
    expect(data.startsWith(closed)).toBe(false);
    expect(lines.some((line) => line.includes(data))).toBe(true);
    await first.stop();
    const second = await startEmbedded(options);
    expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(lstatSync(closed).mode & 0o777).toBe(0o700);

    const pointer = join(options.dataRoot, 'data-location');
    const home = readFileSync(pointer, 'utf8');
    writeFileSync(pointer, `${home}-gone`);
    await expect(startEmbedded(options)).rejects.toMatchObject({ code: 'embedded.data-missing' });
    writeFileSync(pointer, home);
    await sandbox.clear();
    expect(existsSync(home)).toBe(false);
  });

  it('makes its folders enterable whatever the umask', async () => {
    const before = process.umask(0o077);
    try {
      const options = sandbox.options('deep/er/data');
      const server = await startEmbedded(options);
      expect(existsSync(join(options.dataRoot, 'pgdata', 'PG_VERSION'))).toBe(true);
      expect(lstatSync(join(options.dataRoot, 'pgdata')).mode & 0o777).toBe(0o700);
      await server.stop();
    } finally {
      process.umask(before);
    }
  });

  it('gives data restored by root back to an account', async () => {
    const options = sandbox.options();
    const first = await startEmbedded(options);
    await query(first.url, 'create table kept as select 1 as one');
    await first.stop();
    const data = join(options.dataRoot, 'pgdata');
    cpSync(data, `${data}.copy`, { recursive: true });
    rmSync(data, { recursive: true });
    cpSync(`${data}.copy`, data, { recursive: true });
    expect(lstatSync(data).uid).toBe(0);
    const second = await startEmbedded(options);
    expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it('leaves an ordinary user his own way and keeps his hands off its data', async () => {
    const nobody = { uid: 65534, gid: 65534 };
    const mine = sandbox.options('mine');
    await (await startEmbedded(mine)).stop();
    expect((await sandbox.launch(mine, nobody)).answer.error).toBe('embedded.folder-unwritable');

    const open = join(sandbox.folder, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    const theirs = sandbox.options('open/theirs');
    const { answer, child } = await sandbox.launch(theirs, nobody);
    expect(lstatSync(join(theirs.dataRoot, 'pgdata')).uid).toBe(nobody.uid);
    child.stdin?.end();
    await new Promise((ended) => child.once('exit', ended));
    const heir = await startEmbedded(theirs);
    expect(heir.url.split(':')[2]).toBe(answer.url.split(':')[2]);
    await heir.stop();
  });
});
