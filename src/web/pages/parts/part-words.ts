/** Words of the part master that several of its pages say. Knows no page. */
import type { Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';

/** A unit of measure in the reader's language; units of the company's own as they are. */
export function unitWord(visit: Visit, unit: string): string {
  return wordOf(visit, 'part.unit', unit);
}

/** When something holds: `2026-01-01 to 2026-06-30`, `always`. */
export function validText(
  visit: Visit,
  { validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null },
): string {
  if (validFrom === null && validTo === null) return visit.say('part.valid-always');
  return visit.say('part.valid-text', { from: validFrom ?? '…', to: validTo ?? '…' });
}

/** How a phase of life is coloured; the word says it too. */
export const phaseTone = {
  'in-design': 'wait',
  active: 'good',
  'phase-out': 'wait',
  obsolete: 'bad',
  'no-longer-served': 'bad',
} as const;
