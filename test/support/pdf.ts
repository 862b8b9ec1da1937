/** An independent reader of PDFs: text, page sizes and pixels as a viewer would show them. */
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';

let library: Promise<PDFiumLibrary> | undefined;

async function withPdf<T>(pdf: Uint8Array, use: (file: PDFiumDocument) => Promise<T>): Promise<T> {
  library ??= PDFiumLibrary.init();
  const file = await (await library).loadDocument(new Uint8Array(pdf));
  try {
    return await use(file);
  } finally {
    file.destroy();
  }
}

export interface PdfPage {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** The reader reports a hyphen at the end of a line as this noncharacter. */
const lineEndHyphen = /\ufffe/g;

/** Text (line ends as spaces) and size in points of every page. */
export function readPdf(pdf: Uint8Array): Promise<PdfPage[]> {
  return withPdf(pdf, async (file) =>
    Array.from(file.pages(), (page) => {
      const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
      return {
        text: page.getText().replace(lineEndHyphen, '-').replace(/\s+/g, ' '),
        width,
        height,
      };
    }),
  );
}

/** RGBA pixels of every page. */
export function rasterisePdf(pdf: Uint8Array, dpi: number) {
  return withPdf(pdf, async (file) => {
    const pages: { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number }[] = [];
    for (const page of file.pages()) {
      const { data, width, height } = await page.render({ scale: dpi / 72, render: 'bitmap' });
      // Blue and red change places, which no grey pixel notices.
      pages.push({ data: new Uint8ClampedArray(data), width, height });
    }
    return pages;
  });
}
