/**
 * Looks at JSON text for what parsing hides: keys given twice, keys that reach for prototypes,
 * nesting without end, numbers that would be rounded. Pure; the text is known to be valid JSON.
 */

/** Something in the text that must be refused, and where (JSON pointer). */
export interface JsonFinding {
  readonly pointer: string;
  readonly rule: 'duplicate-field' | 'forbidden-field' | 'too-deep' | 'not-exact';
}

/** Deepest nesting of objects and lists. */
export const jsonDepthMax = 32;

interface Frame {
  /** Keys seen; null for a list. */
  readonly keys: Set<string> | null;
  step: string | number;
  expectsKey: boolean;
}

const quote = 34;
const backslash = 92;

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === backslash) i += 1;
    else if (code === quote) return i + 1;
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && '0123456789+-.eE'.includes(text.charAt(end))) end += 1;
  return end;
}

function pointerOf(frames: readonly Frame[]): string {
  return frames
    .map(({ step }) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** Sign, digits without outer zeros, and exponent: equal for two spellings of one number. */
function canonical(token: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token);
  if (parts === null) return token;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const scale = Number(exponent) - fraction.length + digits.length - significant.length;
  return `${sign}${significant}e${scale}`;
}

/** Whether a number keeps its value when it is read: 2^53+1 does not, nor does 1e400. */
export function isExactNumber(token: string): boolean {
  const value = Number(token);
  return Number.isFinite(value) && canonical(token) === canonical(String(value));
}

function keyFinding(frame: Frame, key: string): JsonFinding['rule'] | null {
  if (key === '__proto__') return 'forbidden-field';
  return frame.keys?.has(key) === true ? 'duplicate-field' : null;
}

/** Reads strings and numbers; answers where the token that begins at `start` ends. */
function scanToken(
  text: string,
  start: number,
  frames: readonly Frame[],
  found: JsonFinding[],
): number {
  const frame = frames.at(-1);
  if (text.charCodeAt(start) !== quote) {
    const end = endOfNumber(text, start);
    if (!isExactNumber(text.slice(start, end))) {
      found.push({ pointer: pointerOf(frames), rule: 'not-exact' });
    }
    return end;
  }
  const end = endOfString(text, start);
  if (frame?.keys != null && frame.expectsKey) {
    const key: unknown = JSON.parse(text.slice(start, end));
    frame.step = String(key);
    const rule = keyFinding(frame, frame.step);
    if (rule !== null) found.push({ pointer: pointerOf(frames), rule });
    frame.keys.add(frame.step);
    frame.expectsKey = false;
  }
  return end;
}

/** Everything wrong in a valid JSON text, at most `findingsMax` of it. */
export function scanJson(text: string, findingsMax = 50): JsonFinding[] {
  const found: JsonFinding[] = [];
  const frames: Frame[] = [];
  for (let i = 0; i < text.length && found.length < findingsMax; ) {
    const char = text.charAt(i);
    const frame = frames.at(-1);
    if (char === '{' || char === '[') {
      if (frames.length === jsonDepthMax) return [...found, { pointer: '', rule: 'too-deep' }];
      const isObject = char === '{';
      frames.push({ keys: isObject ? new Set() : null, step: 0, expectsKey: isObject });
    } else if (char === '}' || char === ']') {
      frames.pop();
    } else if (char === ',' && frame !== undefined) {
      if (frame.keys === null) frame.step = Number(frame.step) + 1;
      else frame.expectsKey = true;
    } else if (/["\d-]/.test(char)) {
      i = scanToken(text, i, frames, found);
      continue;
    }
    i += 1;
  }
  return found;
}
