// Writes the reference and the flow pages from the program itself; with --check it writes nothing and
// fails when a page on disk differs from what the program says now.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { commandsPage } from './docs/commands-page.ts';
import { errorsPage } from './docs/errors-page.ts';
import { everyFlow } from './docs/every-flow.ts';
import { flowPage } from './docs/flow-page.ts';
import { permissionsPage } from './docs/permissions-page.ts';

const root = resolve(import.meta.dirname, '..');
const folders = ['docs/reference', 'docs/flows'];

const pages: ReadonlyMap<string, string> = new Map([
  ['docs/reference/errors.md', errorsPage()],
  ['docs/reference/permissions.md', permissionsPage()],
  ['docs/reference/commands.md', commandsPage()],
  ...everyFlow.map(
    ({ page, flow, ...about }) => [`docs/flows/${page}.md`, flowPage(flow, about)] as const,
  ),
]);

/** Pages on disk that differ from the program, and pages the program does not know. */
function drifted(): string[] {
  const wrong = [...pages].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  const onDisk = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
  const left = onDisk.filter((path) => !pages.has(path));
  return [...wrong.map(([path]) => path), ...left].sort();
}

function write(): void {
  for (const path of drifted()) if (!pages.has(path)) rmSync(join(root, path));
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  process.stdout.write(`${pages.size} pages written.\n`);
}

if (process.argv.includes('--check')) {
  const paths = drifted();
  for (const path of paths) process.stderr.write(`${path} has drifted: run npm run docs\n`);
  process.exitCode = paths.length === 0 ? 0 : 1;
} else write();
