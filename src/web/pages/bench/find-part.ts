/** Finds the one part a typed number or a scanned code names exactly. */
import { findByScan } from '../../../inventory/index.ts';
import { normaliseScan } from '../../islands/scan-normalise.rules.ts';
import type { Visit } from '../../visit.ts';

/** The part, or null when none or several have this code. */
export async function findExactPart(
  visit: Visit,
  typed: string,
): Promise<{ readonly id: string; readonly code: string } | null> {
  const code = normaliseScan(typed);
  if (code === '' || !visit.can('stock.view')) return null;
  const found = await visit.ask(findByScan, { code });
  const parts = found.filter(({ kind }) => kind === 'part');
  const exact = parts.find((part) => part.code === code);
  const [only, another] = parts;
  return exact ?? (another === undefined ? (only ?? null) : null);
}
