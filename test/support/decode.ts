/**
 * The judge of printed barcodes: an independent reader given exactly the dots a 203.2 dpi printer
 * would be given. It knows pixels only; what should be on the label is the test's business.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { rasterisePdf } from './pdf.ts';

const wasm = readFileSync(
  createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
);
// Without the file the reader would fetch it from the network.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

export interface ReadCodes {
  readonly code128: readonly string[];
  readonly qr: readonly string[];
}

interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

async function read(source: Uint8Array | Pixels): Promise<ReadCodes> {
  const input = source instanceof Uint8Array ? source : { colorSpace: 'srgb' as const, ...source };
  const found = await readBarcodes(input, {
    formats: ['Code128', 'QRCode'],
    tryHarder: true,
    tryRotate: false,
    tryInvert: false,
    tryDownscale: false,
    // A label holds both symbols, and bars must not be taken for numbers of another symbology.
    maxNumberOfSymbols: 8,
    textMode: 'Plain',
  });
  const texts = (format: string) =>
    found.filter((result) => result.format === format && result.isValid).map(({ text }) => text);
  return { code128: texts('Code128'), qr: texts('QRCode') };
}

/** Reads a PNG as it is. */
export function decodePng(png: Uint8Array): Promise<ReadCodes> {
  return read(png);
}

/** Rasterises an SVG at its own size, eight dots to the millimetre, and reads it. */
export function decodeSvg(svg: Uint8Array): Promise<ReadCodes> {
  const image = new Resvg(Buffer.from(svg), { dpi: 203.2, font: { loadSystemFonts: false } });
  return read(image.render().asPng());
}

/** Rasterises every page of a PDF at 203.2 dpi and reads each. */
export async function decodePdf(pdf: Uint8Array): Promise<ReadCodes[]> {
  const codes: ReadCodes[] = [];
  for (const page of await rasterisePdf(pdf, 203.2)) codes.push(await read(page));
  return codes;
}
