/**
 * Finds a Chromium for the browser tests, or unpacks the one that npm brought, and launches it with
 * fonts that know hanzi. Decides nothing about pages; a machine without a browser is told so plainly.
 */
import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const project = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const inflate = promisify(brotliDecompress);

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser that can be started. */
export interface FoundChromium {
  readonly executable: string;
  /** Folder with the libraries it needs beside those of the system. */
  readonly libraries: string | null;
}

const usualPlaces: Readonly<Record<string, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].flatMap((name) =>
    ['C:/Program Files', 'C:/Program Files (x86)'].map(
      (base) => `${base}/${name}/Application/${name.endsWith('Edge') ? 'msedge' : 'chrome'}.exe`,
    ),
  ),
};

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Browsers that an earlier `playwright install` left in its cache, the newest first. */
function cachedByPlaywright(): string[] {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? '',
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  ].filter((folder) => folder !== '' && existsSync(folder));
  const within = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
  ];
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => name.startsWith('chromium-'))
      .sort()
      .reverse()
      .flatMap((name) => within.map((file) => join(cache, name, file))),
  );
}

/** An installed browser; CHROMIUM_PATH comes first and must then exist. */
function findInstalled(): FoundChromium | null {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (!isRunnable(given)) throw new Error(`CHROMIUM_PATH names no program: ${given}`);
    return { executable: given, libraries: null };
  }
  const places = [...(usualPlaces[process.platform] ?? []), ...cachedByPlaywright()];
  const executable = places.find(isRunnable);
  return executable === undefined ? null : { executable, libraries: null };
}

/**
 * Unpacks the browser of the development dependency once, below `.tmp`. Linux on x64 only.
 * @throws Error when the package is missing
 */
async function unpackBundled(): Promise<FoundChromium> {
  const packed = resolve(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const manifest: { version: string } = JSON.parse(
    await readFile(join(packed, 'package.json'), 'utf8'),
  );
  const folder = join(project, '.tmp', `chromium-${manifest.version}`);
  const found = { executable: join(folder, 'chromium'), libraries: join(folder, 'lib') };
  if (existsSync(found.executable)) return found;
  // Unpacked beside and renamed: another run never sees half a browser.
  const fresh = `${folder}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const part = async (name: string) => inflate(await readFile(join(packed, 'bin', name)));
  await writeFile(join(fresh, 'chromium'), await part('chromium.br'), { mode: 0o755 });
  // The network security libraries that a bare system lacks.
  execFileSync('tar', ['-xf', '-', '-C', fresh], { input: await part('al2023.tar.br') });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(found.executable)) throw error;
  }
  return found;
}

/** Why browser tests cannot run on this kind of machine at all; null where they must. */
export function whyNoBrowser(): string | null {
  if (findInstalled() !== null) return null;
  if (process.platform === 'linux' && process.arch === 'x64') return null;
  return `no Chromium is installed, and npm brings none for ${process.platform} ${process.arch}`;
}

/** A fontconfig file that knows the fonts the product itself prints with. */
async function fontsFile(): Promise<string> {
  const fonts = resolve(dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json')));
  const file = join(project, '.tmp', 'fonts.conf');
  const cache = join(tmpdir(), 'benchstock-fontconfig');
  mkdirSync(dirname(file), { recursive: true });
  const folders = [join(fonts, '400Regular'), join(fonts, '700Bold')];
  const lines = folders.map((folder) => `<dir>${folder}</dir>`);
  const always = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  const body = [always, ...lines, `<cachedir>${cache}</cachedir>`].join('\n  ');
  const declared = '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">';
  await writeFile(
    file,
    `<?xml version="1.0"?>\n${declared}\n<fontconfig>\n  ${body}\n</fontconfig>\n`,
  );
  return file;
}

/** Launches the browser. @throws Error in plain words when none can be had */
export async function launchChromium(): Promise<Browser> {
  let found: FoundChromium;
  try {
    found = findInstalled() ?? (await unpackBundled());
  } catch (cause) {
    const remedy = 'Install Chromium, or name one by CHROMIUM_PATH.';
    throw new Error(`No browser for the browser tests. ${remedy}`, { cause });
  }
  const libraries = [found.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({
    executablePath: found.executable,
    args: flags,
    env: {
      ...process.env,
      FONTCONFIG_FILE: await fontsFile(),
      ...(libraries === '' ? {} : { LD_LIBRARY_PATH: libraries }),
    },
  });
}
