// Everything that must hold before a change is kept, cheapest first. Stops at the first step that
// fails; with --all it goes on and tells every step. The last line is that of the tests.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const find = createRequire(import.meta.url);

/** The file that `npx name` would run, without a shell between. */
function program(library, name) {
  const file = join(root, 'node_modules', library, 'package.json');
  const { bin } = find(file);
  return join(dirname(file), typeof bin === 'string' ? bin : bin[name]);
}

const steps = [
  ['format', program('@biomejs/biome', 'biome'), ['format', '.']],
  ['lint', program('@biomejs/biome', 'biome'), ['lint', '--error-on-warnings', '.']],
  ['types', program('@typescript/native', 'tsc'), ['--noEmit']],
  [
    'imports',
    program('dependency-cruiser', 'depcruise'),
    ['--config', '.dependency-cruiser.cjs', 'src'],
  ],
  ['dead code', program('knip', 'knip'), []],
  ['docs', program('tsx'), ['scripts/docs.ts', '--check']],
  ['tests', program('vitest', 'vitest'), ['run']],
];

const closingLine = /^\d+ passed, \d+ failed, \d+ skipped$/m;

/** Runs one step with its output shown; keeps the closing line of the tests back for the end. */
function run([name, file, args]) {
  const startedAt = performance.now();
  process.stdout.write(`\n== ${name}\n`);
  return new Promise((done) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = '';
    let closing = null;
    const show = (line, end) => {
      if (name === 'tests' && closingLine.test(line)) closing = line;
      else process.stdout.write(line + end);
    };
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text) => {
      const lines = (last + text).split('\n');
      last = lines.pop() ?? '';
      for (const line of lines) show(line, '\n');
    });
    child.on('close', (code) => {
      if (last !== '') show(last, '\n');
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      done({ name, isGood: code === 0, seconds, closing });
    });
  });
}

const results = [];
for (const step of steps) {
  const result = await run(step);
  results.push(result);
  process.stdout.write(
    `== ${result.name}: ${result.isGood ? 'good' : 'FAILED'}, ${result.seconds} s\n`,
  );
  if (!result.isGood && !process.argv.includes('--all')) break;
}

process.stdout.write('\n');
for (const [name] of steps) {
  const result = results.find((one) => one.name === name);
  const said =
    result === undefined
      ? 'not run'
      : `${result.isGood ? 'good' : 'FAILED'} in ${result.seconds} s`;
  process.stdout.write(`${name.padEnd(10)} ${said}\n`);
}
process.exitCode = results.every(({ isGood }) => isGood) && results.length === steps.length ? 0 : 1;
const closing = results.at(-1)?.closing;
if (closing) process.stdout.write(`${closing}\n`);
