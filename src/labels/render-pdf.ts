/**
 * Scenes as pages of one PDF: vector barcodes, real text in embedded subsets of the shared fonts.
 * The same scenes give the same bytes; the only date in the file is the one handed in.
 */
import PDFDocument from 'pdfkit';
import { fontOf, type Weight } from './fonts.ts';
import { type Mark, type ModulesMark, type Scene, type TextMark, toneColours } from './scene.ts';

export interface PdfOptions {
  /** Points per unit of the scenes. */
  readonly scale: number;
  readonly title: string;
  /** BCP 47 tag of the printed words, for screen readers. */
  readonly language: string;
  /** Written as creation date; the format demands one, so without it the file says 1 January 1970. */
  readonly createdAt?: Date;
}

type Pdf = InstanceType<typeof PDFDocument>;

function registerFonts(pdf: Pdf): void {
  for (const weight of ['regular', 'bold'] satisfies Weight[]) {
    // pdfkit takes any object with a `layout` method as a parsed font, which its types do not say;
    // handing it bytes instead would parse ten megabytes again for each document.
    const parsed = fontOf(weight) as unknown as Buffer;
    pdf.registerFont(weight, parsed);
  }
}

function drawText(pdf: Pdf, mark: TextMark): void {
  if (mark.text === '') return;
  pdf
    .font(mark.weight)
    .fontSize(mark.size)
    .fillColor(toneColours[mark.tone])
    .text(mark.text, mark.x, mark.baseline, { lineBreak: false, baseline: 'alphabetic' });
}

function drawModules(pdf: Pdf, mark: ModulesMark): void {
  for (const [x, y, width, height] of mark.rects) {
    pdf.rect(
      mark.x + x * mark.module,
      mark.y + y * mark.rowHeight,
      width * mark.module,
      height * mark.rowHeight,
    );
  }
  // One fill for the whole symbol: neighbouring modules of one path show no hairline between them.
  pdf.fill(toneColours.ink);
}

function draw(pdf: Pdf, mark: Mark): void {
  switch (mark.kind) {
    case 'text':
      drawText(pdf, mark);
      break;
    case 'modules':
      drawModules(pdf, mark);
      break;
    case 'box':
      pdf.rect(mark.x, mark.y, mark.width, mark.height).fill(toneColours[mark.tone]);
  }
}

/** Writes one page per scene, each exactly as large as its scene. */
export async function renderPdf(
  scenes: Iterable<Scene> | AsyncIterable<Scene>,
  options: PdfOptions,
): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    font: '',
    lang: options.language,
    displayTitle: true,
    info: {
      Title: options.title,
      Producer: 'Benchstock',
      Creator: 'Benchstock',
      // The file id is computed from this date, so it must never be the moment of printing.
      CreationDate: options.createdAt ?? new Date(0),
    },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  registerFonts(pdf);
  for await (const scene of scenes) {
    const size: [number, number] = [scene.width * options.scale, scene.height * options.scale];
    pdf.addPage({ size, margin: 0 });
    pdf.scale(options.scale);
    for (const mark of scene.marks) draw(pdf, mark);
  }
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}
