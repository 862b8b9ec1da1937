/** Reads an amount as people type it into minor units, exactly; what is no amount stays as it was. */

/** `450`, `450.5`, `1,450.00` (also full-width) to `45000`, `45050`, `145000`. */
export function minorOf(typed: string): string {
  const plain = typed.normalize('NFKC').trim();
  const found = /^(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  if (found?.[1] === undefined) return typed;
  const whole = found[1].replaceAll(',', '');
  return String(Number(`${whole}${(found[2] ?? '').padEnd(2, '0')}`));
}
