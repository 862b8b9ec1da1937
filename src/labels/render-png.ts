/**
 * A label scene as a PNG with one pixel per printer dot, on white. Knows pixels and nothing of what
 * they show.
 */
import { crc32 } from 'node:zlib';
import { renderAsync } from '@resvg/resvg-js';
import { renderSvg } from './render-svg.ts';
import { type Scene, toneColours } from './scene.ts';
import { dotsPerMm } from './sizes.ts';

/** The PNG chunk that tells a print dialogue the real size: 8 dots per millimetre is 8000 per metre. */
function physicalSizeChunk(): Buffer {
  const body = Buffer.alloc(13);
  body.write('pHYs', 0, 'latin1');
  body.writeUInt32BE(dotsPerMm * 1000, 4);
  body.writeUInt32BE(dotsPerMm * 1000, 8);
  body.writeUInt8(1, 12);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), 17);
  return chunk;
}

/** Signature (8) and the IHDR chunk (25): pHYs may follow right after. */
const headLength = 33;

/** Rasterises a scene measured in dots; a fraction of a dot at the right or lower edge is cut off. */
export async function renderPng(scene: Scene): Promise<Uint8Array> {
  const width = Math.floor(scene.width);
  const height = Math.floor(scene.height);
  const svg = renderSvg({ ...scene, width, height }, { width: `${width}`, height: `${height}` });
  const image = await renderAsync(svg, {
    background: toneColours.paper,
    font: { loadSystemFonts: false },
  });
  const png = image.asPng();
  return Buffer.concat([
    png.subarray(0, headLength),
    physicalSizeChunk(),
    png.subarray(headLength),
  ]);
}
