/**
 * The files of the project as the architecture suites read them: their paths, their text, and their
 * code and comments apart, so that a rule can say which of the two it is about.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './cruise.ts';

/** Paths below a folder of the project, relative to its root, sorted. */
export function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? sourceFiles(path) : [path];
    })
    .sort();
}

/** The text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export interface Source {
  readonly path: string;
  readonly text: string;
  /** The text with every comment blanked out; lines stay where they are. */
  readonly code: string;
  /** The comments alone; lines stay where they are. */
  readonly comments: string;
}

function commentsOf(file: ts.SourceFile): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const look = (node: ts.Node): void => {
    const leading = ts.getLeadingCommentRanges(file.text, node.pos) ?? [];
    const trailing = ts.getTrailingCommentRanges(file.text, node.end) ?? [];
    // Text between the tags of a page looks like code to the scanner of comments.
    if (!ts.isJsxText(node))
      for (const { pos, end } of [...leading, ...trailing]) found.set(pos, end);
    for (const child of node.getChildren(file)) look(child);
  };
  look(file);
  return found;
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

function split(path: string): Source {
  const text = textOf(path);
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  let code = text;
  let comments = blank(text);
  for (const [pos, end] of commentsOf(file)) {
    const comment = text.slice(pos, end);
    code = code.slice(0, pos) + blank(comment) + code.slice(end);
    comments = comments.slice(0, pos) + comment + comments.slice(end);
  }
  return { path, text, code, comments };
}

const known = new Map<string, Source>();

/** Every TypeScript and script file below these folders. */
export function sources(...folders: readonly string[]): readonly Source[] {
  const paths = folders.flatMap((folder) => sourceFiles(folder));
  return paths
    .filter((path) => /\.(tsx?|mjs)$/.test(path))
    .map((path) => {
      const source = known.get(path) ?? split(path);
      known.set(path, source);
      return source;
    });
}

/** `path:line: found` for each place where a pattern (with the flag g) is found. */
export function places(path: string, text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => {
    const line = text.slice(0, match.index).split('\n').length;
    return `${path}:${line}: ${match[0].trim()}`;
  });
}
