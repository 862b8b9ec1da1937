/**
 * The few files that pages need beside themselves: one style sheet, one script, one icon. They carry
 * their content in their name, so a browser may keep them forever.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { DeskEnv } from '../http/context.ts';
import { platformErrors } from '../platform/platform-errors.ts';

/** The files by the name that pages use. */
export type AssetName = 'styles.css' | 'desk.js' | 'icon.svg';

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** Where the files are and what is in them. */
export interface Assets {
  /** The address of a file. */
  url(name: AssetName): string;
  /** A file by the last step of its address. */
  find(file: string): Asset | undefined;
}

const manifestShape = z.record(z.string(), z.string());
const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Reads what `buildIslands` of `scripts/islands.mjs` wrote.
 * @param directory the folder with `manifest.json`
 */
export async function openAssets(directory: string): Promise<Assets> {
  const text = await readFile(join(directory, 'manifest.json'), 'utf8');
  const manifest = manifestShape.parse(JSON.parse(text));
  const files = new Map<string, Asset>();
  for (const file of Object.values(manifest)) {
    const type = types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    files.set(file, { bytes: new Uint8Array(await readFile(join(directory, file))), type });
  }
  return {
    url: (name) => `/assets/${manifest[name] ?? name}`,
    find: (file) => files.get(file),
  };
}

const forever = 'public, max-age=31536000, immutable';

/** Adds `/assets/…`. */
export function mountAssets(app: Hono<DeskEnv>, assets: Assets): void {
  app.get('/assets/:file', (c) => {
    const asset = assets.find(c.req.param('file'));
    if (asset === undefined) throw platformErrors.error('not-found');
    return c.body(asset.bytes, 200, { 'Content-Type': asset.type, 'Cache-Control': forever });
  });
}
