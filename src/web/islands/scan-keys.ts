/**
 * Reads characters off key events the way a wedge scanner sends them, also when an input method has
 * swallowed the characters (`Process`): then the physical key decides, on the US layout scanners use.
 * Pure; knows no page.
 */

/** What matters of a key event. */
export interface KeyStroke {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

const shifted: Readonly<Record<string, string>> = {
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
  Backquote: '`~',
};
const digitsShifted = ')!@#$%^&*(';

function byPlace(code: string, shift: boolean): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shift ? letter : letter.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code);
  if (digit?.[1] !== undefined) {
    const isTop = code.startsWith('Digit');
    return shift && isTop ? (digitsShifted[Number(digit[1])] ?? '') : digit[1];
  }
  return (shifted[code] ?? '')[shift ? 1 : 0] ?? '';
}

/** The character of a stroke; '' when it has none. Held keys repeat nothing. */
export function characterOf(stroke: KeyStroke): string {
  if (stroke.repeat || stroke.metaKey || stroke.altKey) return '';
  // Ctrl+] is how keyboards send GS.
  if (stroke.ctrlKey) return stroke.code === 'BracketRight' ? '\u001d' : '';
  if (stroke.key.length === 1) return stroke.key;
  const isSwallowed = stroke.key === 'Process' || stroke.key === 'Unidentified';
  return isSwallowed ? byPlace(stroke.code, stroke.shiftKey) : '';
}

/** Whether the stroke ends a scan. */
function endsScan(stroke: Pick<KeyStroke, 'key' | 'code'>): boolean {
  return /^(Enter|NumpadEnter|Tab)$/.test(stroke.code) || /^(Enter|Tab)$/.test(stroke.key);
}

/** Collects strokes into scans: fast, and ended by Enter or Tab. */
export interface ScanBuffer {
  /** The raw scan this stroke completes; null while none is complete. */
  take(stroke: KeyStroke, at: number): string | null;
  /** How many characters are waiting. */
  readonly size: number;
}

/** Characters of one scan come closer together than this, in milliseconds; a person is slower. */
const gapMax = 120;
const lengthMin = 3;

/** Makes an empty buffer. `at` of its strokes is in milliseconds. */
export function makeScanBuffer(): ScanBuffer {
  let typed = '';
  let last = 0;
  return {
    get size() {
      return typed.length;
    },
    take: (stroke, at) => {
      if (at - last > gapMax) typed = '';
      if (endsScan(stroke)) {
        const done = typed;
        typed = '';
        return done.length >= lengthMin ? done : null;
      }
      const character = characterOf(stroke);
      if (character !== '') {
        typed += character;
        last = at;
      }
      return null;
    },
  };
}
