/**
 * Carries the physical unit of a line through the ledger: from wherever it is to the place the
 * effect names. It decides no step; it knows places and piles.
 */
import {
  type Condition,
  type EntryDraft,
  findLocationOfKind,
  pileOfSerial,
  postEntry,
} from '../inventory/index.ts';
import type { Work } from '../platform/work.ts';
import { rmaErrors } from './errors.ts';

/** Where a unit goes. */
export interface UnitMove {
  readonly kind: EntryDraft['kind'];
  readonly serialUnitId: string;
  /** The site that serves the line. */
  readonly siteId: string;
  /** The line's code: the document of the movement. */
  readonly document: string;
  readonly locationId: string;
  readonly condition?: Condition;
  readonly handlingUnitId?: string | null;
  readonly holdId?: string | null;
  readonly reason?: string;
}

/** Moves one unit. @throws what postEntry throws */
export async function moveUnit(work: Work, move: UnitMove): Promise<string> {
  const from = await pileOfSerial(work.db, move.serialUnitId);
  const to = {
    ...from,
    locationId: move.locationId,
    condition: move.condition ?? from.condition,
    handlingUnitId: move.handlingUnitId ?? null,
  };
  const line = {
    from,
    to,
    quantity: 1,
    serialId: move.serialUnitId,
    holdId: move.holdId ?? null,
  };
  const { kind, document, siteId } = move;
  return postEntry(work, { kind, document, siteId, reason: move.reason ?? null, lines: [line] });
}

/** The first location of this kind at the site. @throws rma.site-has-no-location */
export async function locationOf(work: Work, siteId: string, kind: string): Promise<string> {
  const found = await findLocationOfKind(work.db, siteId, kind);
  if (found === null) throw rmaErrors.error('site-has-no-location', { kind });
  return found.id;
}
