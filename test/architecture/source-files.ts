/** The files of the project as the architecture suites read them: paths, text, text without comments. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
