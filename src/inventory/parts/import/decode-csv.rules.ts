/**
 * Decides in which encoding a file of parts was saved and gives its text, or refuses the file. It
 * guesses only where a guess can be proved wrong: every decoder here is strict. It must not know
 * delimiters, headings or parts.
 */

/** Largest file taken, in bytes; 50,000 rows of 400 bytes fit. */
export const importBytesMax = 20 * 1024 * 1024;

export type CsvEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le';

export type DecodeRefusal =
  | 'empty-file'
  | 'file-too-large'
  | 'spreadsheet-file'
  | 'unknown-encoding';

export type DecodedCsv =
  | { readonly ok: true; readonly text: string; readonly encoding: CsvEncoding }
  | {
      readonly ok: false;
      readonly reason: DecodeRefusal;
      readonly params: Readonly<Record<string, number>>;
    };

const zipSignature = [0x50, 0x4b, 0x03, 0x04];
const oldExcelSignature = [0xd0, 0xcf, 0x11, 0xe0];
const utf8Mark = [0xef, 0xbb, 0xbf];
const utf16Mark = [0xff, 0xfe];

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

function decodeStrictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Candidates in the order in which they are tried: a mark decides, else UTF-8 before GB18030. */
function candidates(bytes: Uint8Array): readonly (readonly [CsvEncoding, string])[] {
  if (startsWith(bytes, utf8Mark)) return [['utf-8-bom', 'utf-8']];
  if (startsWith(bytes, utf16Mark)) return [['utf-16le', 'utf-16le']];
  return [
    ['utf-8', 'utf-8'],
    ['gb18030', 'gb18030'],
  ];
}

/**
 * Bytes to text, without the byte order mark. UTF-8 and UTF-16LE are recognised by their mark;
 * without one strict UTF-8 is tried first, then strict GB18030 (which contains GBK and GB2312).
 * Workbooks (xlsx, xls) are refused by name, since saving them as CSV is the whole remedy.
 */
export function decodeCsv(bytes: Uint8Array): DecodedCsv {
  if (bytes.length > importBytesMax) {
    const params = { bytes: bytes.length, max: importBytesMax };
    return { ok: false, reason: 'file-too-large', params };
  }
  if (startsWith(bytes, zipSignature) || startsWith(bytes, oldExcelSignature)) {
    return { ok: false, reason: 'spreadsheet-file', params: {} };
  }
  for (const [encoding, label] of candidates(bytes)) {
    const text = decodeStrictly(label, bytes);
    if (text === null) continue;
    if (text.trim() === '') return { ok: false, reason: 'empty-file', params: {} };
    return { ok: true, text, encoding };
  }
  return { ok: false, reason: 'unknown-encoding', params: {} };
}
