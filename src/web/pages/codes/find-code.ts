/**
 * From a code that was typed or scanned to the thing it means: a part, a location, a customer. Knows
 * which question answers it; what the thing is wanted for is the page's business.
 */
import { findByScan, listParties } from '../../../inventory/index.ts';
import { text } from '../../../platform/scalars.ts';
import type { Visit } from '../../visit.ts';

/** What a code may stand for. */
export type CodeKind = 'part' | 'location' | 'customer' | 'supplier';

/** The id the code means, or the refusal that says why there is none. */
export type FoundCode =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly refusal: string };

const unknown = {
  part: 'inventory.unknown-part',
  location: 'inventory.unknown-location',
  customer: 'inventory.unknown-party',
  supplier: 'inventory.unknown-party',
} as const satisfies Readonly<Record<CodeKind, string>>;

const pageRows = 200;

async function partnersLike(visit: Visit, kind: 'customer' | 'supplier', code: string) {
  const wanted = code.toUpperCase();
  for (let page = 1; ; page += 1) {
    // A repairer may sell exchange units, so a supplier is not looked for among suppliers alone.
    const only = kind === 'customer' ? kind : null;
    const asked = { search: code, kind: only, page, limit: pageRows };
    const { parties, total } = await visit.ask(listParties, asked);
    const found = parties.filter((party) => party.code.toUpperCase() === wanted);
    if (found.length > 0 || page * pageRows >= total) return found;
  }
}

async function matches(visit: Visit, kind: CodeKind, code: string) {
  if (kind === 'customer' || kind === 'supplier') return partnersLike(visit, kind, code);
  const found = await visit.ask(findByScan, { code });
  return found.filter((match) => match.kind === kind);
}

/** What a typed code means. An exact code wins over a further one, such as the maker's number. */
export async function findCode(visit: Visit, kind: CodeKind, typed: string): Promise<FoundCode> {
  const max = kind === 'customer' || kind === 'supplier' ? 100 : 200;
  const code = text(max).safeParse(typed);
  if (!code.success) return { ok: false, refusal: unknown[kind] };
  const found = await matches(visit, kind, code.data);
  const exact = found.filter((match) => match.code === code.data);
  const [only, ...others] = exact.length > 0 ? exact : found;
  if (only === undefined) return { ok: false, refusal: unknown[kind] };
  if (others.length > 0) return { ok: false, refusal: 'inventory.ambiguous-scan' };
  return { ok: true, id: only.id };
}
