/**
 * The small promises of every file: it is short, it says first what it is for, it leaves nothing lying
 * about, and it asks for time, chance and settings in one place only.
 */
import { describe, expect, it } from 'vitest';
import { places, sourceFiles, sources, textOf } from './source-files.ts';

const hardLimit = 300;
const softLimit = 150;

const src = sources('src');
const ours = sources('src', 'test', 'scripts', 'bench');
const written = [
  ...ours,
  ...['drizzle', 'docs']
    .flatMap(sourceFiles)
    .filter((path) => /\.(sql|md)$/.test(path))
    .map((path) => ({ path, text: textOf(path), code: '', comments: textOf(path) })),
];
const linesOf = (text: string): number => text.split('\n').length - 1;

/** Where a pattern stands in the code of the product, but for the files that may. */
function inCode(pattern: RegExp, mayHave: RegExp): readonly string[] {
  return src
    .filter(({ path }) => !mayHave.test(path))
    .flatMap(({ path, code }) => places(path, code, pattern));
}

describe('every file', () => {
  it('has at most 300 lines', () => {
    const long = ours.filter(({ text }) => linesOf(text) > softLimit);
    const list = long.map(({ path, text }) => `${path} ${linesOf(text)}`).sort();
    process.stdout.write(`${list.length} files above ${softLimit} lines: ${list.join(', ')}\n`);
    expect(ours.filter(({ text }) => linesOf(text) > hardLimit).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('opens with what it is for', () => {
    const silent = ours.filter(({ text }) => !/^(#!.*\n)?\/[/*]/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('is named in kebab case, and after what it does', () => {
    const bad = ours.filter(({ path }) => {
      const name = path.split('/').at(-1) ?? '';
      return !/^[a-z0-9.-]+$/.test(name) || /^(utils?|helpers?|types|common|misc)\./.test(name);
    });
    expect(bad.map(({ path }) => path)).toEqual(['src/labels/documents/common.ts']);
  });

  it('leaves nothing to be done later', () => {
    const later = /\b(TO[D]O|FI[X]ME|X[X]X|HA[C]K)\b/g;
    expect(written.flatMap(({ path, text }) => places(path, text, later))).toEqual([]);
  });

  it('names no folder of somebody’s machine', () => {
    const machine = /(?<![\w.~*])\/(home|Users|root|work)\/[\w.]+|\b[A-Z]:\\\\?Users\b/g;
    expect(written.flatMap(({ path, text }) => places(path, text, machine))).toEqual([]);
  });

  it('speaks of the house, not of how it came to be', () => {
    const history =
      /\b(tick[e]t|pull requ[e]st|issu[e]|PR) #?\d+|(?<=\s)#\d+\b|\b(this|last|previous|earlier) s[e]ssion\b|\b(cod[e]x|cop[i]lot|cl[a]ude|chat[g]pt|language mod[e]l|A[I] (agent|assistant))\b/gi;
    const told = written.filter(({ path }) => !path.startsWith('docs/reference/'));
    expect(told.flatMap(({ path, comments }) => places(path, comments, history))).toEqual([]);
  });
});

describe('the product asks', () => {
  it('the clock for the time', () => {
    const moments = /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(/g;
    const may = /^src\/(platform\/clock|main|web\/islands\/[\w-]+)\.ts$|^src\/platform\/embedded\//;
    expect(inCode(moments, may)).toEqual([]);
  });

  it('its ids for chance', () => {
    expect(inCode(/\bMath\.random\b/g, /^$/)).toEqual([]);
    const chance = /\b(randomBytes|randomUUID|randomInt|getRandomValues)\b/g;
    // An island runs in a browser, where nobody hands anything in.
    const may =
      /^src\/platform\/(ids|embedded\/[\w-]+)\.ts$|^src\/people\/secret-hash\.ts$|^src\/web\/islands\//;
    expect(inCode(chance, may)).toEqual([]);
  });

  it('the configuration for settings', () => {
    expect(inCode(/\bprocess\.env\b/g, /^src\/platform\/config\.ts$/)).toEqual([]);
  });

  it('the log to speak', () => {
    expect(inCode(/\bconsole\.\w+/g, /^$/)).toEqual([]);
  });
});

describe('the ledger', () => {
  it('is written in one place', () => {
    const writes =
      /\b(insert\s+into|update|delete\s+from)\s+"?(entry|movement|bucket)\b|\.(insert|update|delete)\(\s*(entry|movement|bucket)\b/gi;
    const writers =
      /^src\/inventory\/ledger\/(post-entry|posting-statement|reserve|reserve-up-to|reserve-all)\.ts$/;
    expect(inCode(writes, writers)).toEqual([]);
    const found = src.filter(({ path }) => writers.test(path));
    expect(found.flatMap(({ path, code }) => places(path, code, writes)).length).toBeGreaterThan(2);
  });
});

describe('the value of stock', () => {
  it('is written by the posting, a revaluation and nobody else', () => {
    const writes =
      /\b(insert\s+into|update|delete\s+from)\s+"?(part_cost|cost_entry)\b|\.(insert|update|delete)\(\s*(partCost|costEntry)\b/gi;
    const writers = /^src\/inventory\/(ledger\/cost-parts|costs\/store)\.ts$/;
    expect(inCode(writes, writers)).toEqual([]);
    const found = src.filter(({ path }) => writers.test(path));
    expect(found.flatMap(({ path, code }) => places(path, code, writes)).length).toBeGreaterThan(3);
  });
});

describe('the lock file', () => {
  it('names no registry, so that it installs from any', () => {
    const lock = textOf('package-lock.json');
    expect(places('package-lock.json', lock, /"resolved": "(https?|git)[^"]*"/g)).toEqual([]);
    expect(lock).toContain('"integrity"');
  });
});
