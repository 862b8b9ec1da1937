// Starts Benchstock: builds it first when the sources have changed, then runs what was built.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
if (await buildIfChanged()) process.stdout.write('Built.\n');
await import(`file://${resolve(root, 'dist/app/main.js')}`);
