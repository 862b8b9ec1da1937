/** What the documents and comments point to exists. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';
import { sourceFiles, sources, textOf } from './source-files.ts';

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...sourceFiles('docs').filter((path) => path.endsWith('.md')),
];

const cited = /(?<![\w/.@-])(?:src|test|docs|scripts|bench|drizzle|\.ci)\/[\w./-]*\w(?![\w*{<[])/g;
const link = /\]\(([^)\s]+)\)/g;

function missingIn(path: string, text: string): readonly string[] {
  return [...text.matchAll(cited)]
    .filter(([found], at) => at >= 0 && !existsSync(join(root, found)))
    .map(([found]) => `${path}: ${found}`);
}

describe('documents', () => {
  it('cite paths that exist', () => {
    expect(documents.length).toBeGreaterThan(0);
    expect(documents.flatMap((path) => missingIn(path, textOf(path)))).toEqual([]);
  });

  it('link to files that exist', () => {
    const lost = documents.flatMap((path) =>
      [...textOf(path).matchAll(link)]
        .map(([, to = '']) => to.split('#')[0] ?? '')
        .filter((to) => to !== '' && !/^[a-z]+:/.test(to))
        .filter((to) => !existsSync(join(root, normalize(join(dirname(path), decodeURI(to))))))
        .map((to) => `${path}: ${to}`),
    );
    expect(lost).toEqual([]);
  });

  it('are cited by comments under the names they have', () => {
    const comments = sources('src', 'test', 'scripts', 'bench');
    expect(comments.flatMap((source) => missingIn(source.path, source.comments))).toEqual([]);
  });
});
