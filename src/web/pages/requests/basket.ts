/**
 * What the form of a new request holds between two presses: its lines, and what a scan does to them.
 * Nothing is stored before the request is sent; the form carries everything.
 */
import {
  type AskablePart,
  type BasketLine,
  lookUpParts,
  withInstead,
  withOneMore,
} from '../../../orders/index.ts';
import { text } from '../../../platform/scalars.ts';
import type { FieldTexts } from '../../form-fields.ts';
import { normaliseScan } from '../../islands/scan-normalise.rules.ts';
import type { Visit } from '../../visit.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const linesMax = 100;

/** The lines the form holds, in their order. */
export function linesIn(texts: FieldTexts): BasketLine[] {
  const lines: BasketLine[] = [];
  for (let at = 0; at < linesMax; at += 1) {
    const partId = texts.get(`lines.${at}.partId`)?.at(-1) ?? '';
    const quantity = texts.get(`lines.${at}.quantity`)?.at(-1) ?? '';
    if (uuid.test(partId)) lines.push({ partId, quantity });
  }
  return lines;
}

/** The texts of the form with these lines instead of its own. */
export function withLines(texts: FieldTexts, lines: readonly BasketLine[]): Map<string, string[]> {
  const kept = [...texts].filter(([name]) => !/^(lines\.|add$|step$)/.test(name));
  const made = lines.flatMap(({ partId, quantity }, at): [string, string[]][] => [
    [`lines.${at}.partId`, [partId]],
    [`lines.${at}.quantity`, [quantity]],
  ]);
  return new Map<string, string[]>([
    ...kept.map(([name, values]): [string, string[]] => [name, [...values]]),
    ...made,
  ]);
}

/** What became of a code that was added. */
export type Added =
  | { readonly kind: 'added'; readonly lines: readonly BasketLine[] }
  | { readonly kind: 'refused'; readonly refusal: string }
  | { readonly kind: 'replaced'; readonly part: AskablePart };

async function partOf(visit: Visit, typed: string): Promise<AskablePart | string> {
  const code = text(200).safeParse(normaliseScan(typed));
  if (!code.success) return 'inventory.unknown-part';
  const { parts } = await visit.ask(lookUpParts, { code: code.data });
  const exact = parts.filter(({ partNumber }) => partNumber === code.data);
  const [only, ...others] = exact.length > 0 ? exact : parts;
  if (only === undefined) return 'inventory.unknown-part';
  return others.length > 0 ? 'inventory.ambiguous-scan' : only;
}

/** Adds what a code means; a part that is no longer given out is not added. */
export async function addByCode(
  visit: Visit,
  lines: readonly BasketLine[],
  typed: string,
): Promise<Added> {
  const part = await partOf(visit, typed);
  if (typeof part === 'string') return { kind: 'refused', refusal: part };
  if (part.isRetired && part.successor === null) {
    return { kind: 'refused', refusal: 'orders.part-is-retired' };
  }
  if (part.isRetired) return { kind: 'replaced', part };
  return { kind: 'added', lines: withOneMore(lines, part.id) };
}

/** What a button of the form does to the lines: `remove:<partId>`, `take:<partId>`, `swap:<old>:<new>`. */
export function afterStep(lines: readonly BasketLine[], step: string): readonly BasketLine[] {
  const [verb, first = '', second = ''] = step.split(':');
  if (verb === 'remove') return lines.filter(({ partId }) => partId !== first);
  if (verb === 'take' && uuid.test(first)) return withOneMore(lines, first);
  if (verb === 'swap' && uuid.test(second)) return withInstead(lines, first, second);
  return lines;
}
