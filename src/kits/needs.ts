/** Gathers for the components of kits which parts may be taken for each, in their order. */
import { coveringParts } from '../inventory/index.ts';
import { isoDay } from '../platform/clock.ts';
import type { Read } from '../platform/work.ts';
import type { Cover, Need } from './cover.rules.ts';
import type { Component } from './definition.rules.ts';

/** The component itself, and its substitutes of today where the kit allows any. */
export async function needsOf(
  read: Pick<Read, 'db' | 'now'>,
  components: readonly Component[],
): Promise<readonly Need[]> {
  const open = components.filter(({ allowsSubstitutes }) => allowsSubstitutes);
  const found =
    open.length === 0
      ? new Map<string, readonly (Cover & { effectivity: string | null })[]>()
      : await coveringParts(
          read,
          open.map(({ partId }) => partId),
          isoDay(read.now),
        );
  return components.map((component) => {
    const itself = { partId: component.partId, numerator: 1, denominator: 1 };
    // What fits only some serial numbers of equipment does not fit a kit that goes anywhere.
    const covers = component.allowsSubstitutes
      ? (found.get(component.partId) ?? []).filter(({ effectivity }) => effectivity === null)
      : [];
    return { component, covers: covers.length === 0 ? [itself] : covers };
  });
}

/** Every part that may be taken for one of these components. */
export function partsOf(needs: readonly Need[]): readonly string[] {
  return [...new Set(needs.flatMap(({ covers }) => covers.map(({ partId }) => partId)))];
}
