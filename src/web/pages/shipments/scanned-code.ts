/**
 * What a code means to somebody who picks or packs: a bin, a piece, a part, a box. Several pieces may
 * share a number; the caller says which parts it works with.
 */
import { findByScan } from '../../../inventory/index.ts';
import { normaliseScan } from '../../islands/scan-normalise.rules.ts';
import type { Visit } from '../../visit.ts';

/** The meaning of a code. */
export type ScannedCode =
  | { readonly kind: 'bin'; readonly locationId: string; readonly code: string }
  | { readonly kind: 'piece'; readonly partId: string; readonly serialNumber: string }
  | { readonly kind: 'part'; readonly partId: string; readonly code: string }
  | { readonly kind: 'box'; readonly code: string }
  | { readonly kind: 'unknown'; readonly code: string };

/** Reads a code; a piece or part of `partIds` wins over one that nobody wants here. */
export async function readScan(
  visit: Visit,
  typed: string,
  wanted: { readonly partIds: ReadonlySet<string> },
): Promise<ScannedCode> {
  const code = normaliseScan(typed);
  if (code === '') return { kind: 'unknown', code };
  if (/^BOX-\d+$/i.test(code)) return { kind: 'box', code: code.toUpperCase() };
  const found = await visit.ask(findByScan, { code: code.slice(0, 200) });
  const bin = found.find((one) => one.kind === 'location');
  if (bin !== undefined) return { kind: 'bin', locationId: bin.id, code: bin.code };
  const isWanted = ({ partId }: { readonly partId: string | null }) =>
    partId !== null && wanted.partIds.has(partId);
  const pieces = found.filter((one) => one.kind === 'serial');
  const piece = pieces.find(isWanted) ?? pieces[0];
  if (piece?.partId != null) {
    return { kind: 'piece', partId: piece.partId, serialNumber: piece.code };
  }
  const parts = found.filter((one) => one.kind === 'part');
  const part = parts.find(isWanted) ?? parts[0];
  if (part !== undefined) return { kind: 'part', partId: part.id, code: part.code };
  return { kind: 'unknown', code };
}
