/**
 * Turns what a scanner typed into the code that was printed: full-width letters, symbology
 * identifiers, ECI prefixes, separators, our own links, an inverted Caps Lock. Runs in the browser and
 * on the server alike; pure, and without any knowledge of what a code names.
 */

/** The separator of GS1 element strings. */
const groupSeparator = '\u001d';

const codeMax = 200;

/** Prefixes our own numbers have; seen in small letters, they tell that Caps Lock was on. */
const ownPrefixes = /^(rma|job|shp|box|def)-\d|^(ord|req|rcv|dsc|cnt|adj|scr|po|ret|kit)-\d{6}/;

/** Full-width forms to the plain ones, as an input method leaves them. */
function foldWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/** Ctrl+], printed stand-ins and the control picture of GS to GS itself. */
function foldSeparators(text: string): string {
  return text.replace(/\u241d|<GS>|\{GS\}|\^\]/gi, groupSeparator);
}

function dropPrefixes(text: string): string {
  // AIM symbology identifier: ]C1, ]Q1, ]d2 …; then `\000026` (ECI 26: UTF-8), escaped by the reader.
  return text.replace(/^\][A-Za-z][0-9A-Za-z]/, '').replace(/^\\0000\d\d/, '');
}

/** The code inside a link of the form `http(s)://host/s/<code>`, whatever the letters' case. */
function insideLink(text: string): string {
  const found = /^https?:\/\/[^/\s]+\/s\/([^/?#\s]+)/i.exec(text);
  if (found?.[1] === undefined) return text;
  try {
    return decodeURIComponent(found[1]);
  } catch {
    return text;
  }
}

function swapCase(text: string): string {
  return [...text]
    .map((char) => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase()))
    .join('');
}

/** Small letters where our numbers have capitals: the keyboard had Caps Lock on. */
function undoCapsLock(text: string): string {
  return ownPrefixes.test(text) || /^HTTPS?:\/\/[a-z]/.test(text) ? swapCase(text) : text;
}

/**
 * The code a scan stands for; '' when nothing is left of it.
 * @example normaliseScan(']C1rma-000042-1\r') // RMA-000042-1
 */
export function normaliseScan(raw: string): string {
  const plain = dropPrefixes(foldSeparators(foldWidth(raw)).replace(/^[\s\u0000-\u001c]+/, ''));
  const shown = undoCapsLock(plain.replace(/[\r\n\t\u001c\u001e\u0004]+$/g, '').trim());
  const code = insideLink(shown)
    .replaceAll(groupSeparator, '')
    .replace(/[\u0000-\u001f\u007f]/g, '');
  return code.trim().slice(0, codeMax);
}
