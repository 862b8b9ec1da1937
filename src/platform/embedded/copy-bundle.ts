/**
 * Makes a private copy of the bundled PostgreSQL where the server's account cannot reach the installed
 * package or where the package lacks its links (package managers that run no scripts). The package is
 * only read; a copy appears complete or not at all.
 */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { Account } from './account.ts';
import { errorCode } from './error-code.ts';
import { isTrusted, makeFolder, sweepLeftovers, syncFolder } from './folders.ts';
import { newSignature } from './process-signature.ts';
import { canEnter, isRoot } from './server-account.ts';

const linkListSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string().regex(/^[\w.+-]+$/) });

interface BundleLink {
  /** Path of the link below the bundle. */
  readonly link: string;
  /** What it points at, relative to its own folder. */
  readonly text: string;
}

/** The links a bundle needs, from its own list, which counts from the package's folder. */
function bundleLinks(bundle: string): BundleLink[] {
  const file = join(bundle, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const within = (path: string) => relative('native', normalize(path));
  return linkListSchema
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map(({ source, target }) => ({ source: within(source), link: within(target) }))
    .filter(({ source, link }) => !source.startsWith('..') && !link.startsWith('..'))
    .map(({ source, link }) => ({ link, text: relative(dirname(link), source) }));
}

/** Whether a bundle lacks links from its own list, without which its libraries do not load. */
export function lacksLinks(bundle: string): boolean {
  return bundleLinks(bundle).some(({ link }) => !existsSync(join(bundle, link)));
}

function copyFile(from: string, to: string, isProgram: boolean): void {
  copyFileSync(from, to);
  chmodSync(to, isProgram ? 0o755 : 0o644);
  const handle = openSync(to, 'r+');
  try {
    fdatasyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function copyTree(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else copyFile(source, target, from.endsWith('bin') || entry.name.includes('.so'));
  }
}

function copyName(bundle: string): string {
  const text = readFileSync(join(bundle, '..', 'package.json'), 'utf8');
  return `postgresql-${packageSchema.parse(JSON.parse(text)).version}-${process.platform}-${process.arch}`;
}

/** Copies the bundle into a folder unless it is there; returns the copy. */
export function copyBundle(bundle: string, folder: string): string {
  const target = join(folder, copyName(bundle));
  sweepLeftovers(folder, `${copyName(bundle)}.new.`);
  if (existsSync(target)) return target;
  const draft = `${target}.new${newSignature()}`;
  try {
    copyTree(bundle, draft);
    for (const { link, text } of bundleLinks(bundle)) {
      if (!existsSync(join(draft, link))) symlinkSync(text, join(draft, link));
    }
    renameSync(draft, target);
    syncFolder(folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start finished the same copy first.
    const code = errorCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error;
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** Removes a copy that cannot be run, moving it away first so that no other start meets half of it. */
export function discardCopy(copy: string): void {
  const away = `${copy}.new${newSignature()}`;
  renameSync(copy, away);
  rmSync(away, { recursive: true, force: true });
}

/** Folders in which a copy can be kept: made by us, writable by nobody else, open to the account. */
export async function* copyFolders(
  cacheRoot: string,
  account: Account | null,
): AsyncGenerator<string> {
  const places = [resolve(cacheRoot)];
  if (isRoot()) places.push('/var/cache/benchstock');
  places.push(join(tmpdir(), `benchstock-cache-${process.getuid?.() ?? 0}`));
  for (const place of places) {
    try {
      makeFolder(place);
    } catch {
      continue;
    }
    if (isTrusted(place) && (await canEnter(account, place))) yield place;
  }
}
