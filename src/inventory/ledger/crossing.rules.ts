/**
 * Where stock crosses the border between what is ours and lies with us and the rest of the world:
 * only there value comes in or goes out. Pure; it knows places and owners, never an amount.
 */
import { ourCompany, place } from '../places.ts';
import type { EntryDraft, Pile, PostingLine } from './posting.rules.ts';

/** Every virtual place but the road between our own sites. */
const outside: ReadonlySet<string> = new Set(
  Object.values(place).filter((locationId) => locationId !== place.inTransit),
);

/** Whether a place is one of ours: inside a site, or on the road between two of them. */
const isOurPlace = (locationId: string): boolean => !outside.has(locationId);

/** Whether what lies in the pile is worth something to us. */
const isValued = (pile: Pile): boolean =>
  pile.ownerId === ourCompany && isOurPlace(pile.locationId);

/** A line that changes what we own, as the posting statement takes it. */
export interface Crossing {
  readonly n: number;
  readonly part_id: string;
  /** 1 comes in, -1 goes out. */
  readonly sign: 1 | -1;
  readonly quantity: number;
  /** What the line is worth in minor units, if somebody says so; of a conversion, its weight. */
  readonly said: number | null;
  /** Whether the line takes part in a conversion: what goes in comes out again, to the cent. */
  readonly is_shared: boolean;
}

/** Whether the lines that come out of a conversion share what went into it. */
const isConversion = (draft: EntryDraft): boolean => draft.isConversion ?? draft.kind === 'kit';

function crossingOf(draft: EntryDraft, line: PostingLine, n: number): Crossing[] {
  const [leaves, arrives] = [isValued(line.from), isValued(line.to)];
  if (leaves === arrives) return [];
  const other = arrives ? line.from : line.to;
  return [
    {
      n,
      part_id: line.from.partId,
      sign: arrives ? 1 : -1,
      quantity: line.quantity,
      said: line.valueMinor ?? null,
      is_shared: isConversion(draft) && other.locationId === place.conversion,
    },
  ];
}

/** The lines of a draft that change what we own; empty when stock only moves among our places. */
export function crossingsOf(draft: EntryDraft): Crossing[] {
  return draft.lines.flatMap((line, at) => crossingOf(draft, line, at + 1));
}

// To give a piece back, or to have it repaired, uses nothing up.
const usedUpAt: ReadonlySet<string> = new Set([
  place.customer,
  place.conversion,
  place.scrap,
  place.countDifference,
]);

/** Whether a line uses up stock that lies with us and belongs to somebody else. */
export function usesForeignStock({ from, to }: PostingLine): boolean {
  if (from.ownerId === ourCompany || !isOurPlace(from.locationId)) return false;
  return to.ownerId === ourCompany || usedUpAt.has(to.locationId);
}
