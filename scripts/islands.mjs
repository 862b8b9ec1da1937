/**
 * Bundles what browsers load: the script, the style sheet and the icon, each named by its content, with
 * a manifest that tells the server the names.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const web = resolve(import.meta.dirname, '../src/web');

async function bundled(entry) {
  const result = await build({
    entryPoints: [join(web, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['es2020'],
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  });
  return Buffer.from(result.outputFiles[0].contents);
}

/**
 * Writes the files and `manifest.json` to a folder.
 * @param {string} outDir made when it does not exist
 * @returns {Promise<Record<string, string>>} file written, by the name pages use
 */
export async function buildIslands(outDir) {
  const contents = {
    'desk.js': await bundled('islands/desk.ts'),
    'styles.css': await bundled('styles.css'),
    'icon.svg': await readFile(join(web, 'icon.svg')),
  };
  await mkdir(outDir, { recursive: true });
  const manifest = {};
  for (const [name, bytes] of Object.entries(contents)) {
    const [stem, ending] = name.split('.');
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    manifest[name] = `${stem}-${hash}.${ending}`;
    await writeFile(join(outDir, manifest[name]), bytes);
  }
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2));
  return manifest;
}
