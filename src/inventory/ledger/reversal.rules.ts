/**
 * Which entries a person may undo by themselves. What a document did is undone through the document,
 * never behind its back. Pure; a document is an opaque reference.
 */
import type { EntryKind } from './posting.rules.ts';

const standalone: ReadonlySet<string> = new Set<EntryKind>([
  'opening',
  'receipt',
  'put-away',
  'move',
  'count',
  'adjustment',
  'loss',
  'scrap',
]);

// A delivery number that somebody typed is no document of ours; one of ours is named by its id.
const typedReference = /^receipt:(?![0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$)/;

/** Whether the entry stands for itself, so that undoing it contradicts no document. */
export function standsAlone(entry: {
  readonly kind: string;
  readonly document: string | null;
}): boolean {
  const { kind, document } = entry;
  return standalone.has(kind) && (document === null || typedReference.test(document));
}
