/**
 * Breaks kits: the kits go into the conversion place and their components come out, in one entry, so
 * that they are worth what the kits were. What was missing comes out too and is written off at once,
 * with a reason; a serialised piece that nobody can name is only told of.
 */
import type { z } from 'zod';
import {
  findTakablePile,
  getPartRow,
  getSiteLocation,
  linesBetween,
  type PostingLine,
  place,
  postEntry,
  stockLines,
} from '../inventory/index.ts';
import type { Work } from '../platform/work.ts';
import { breakFlaw, componentFor } from './breaking.rules.ts';
import type { breakInput, kitOrderDone, missingInput, returnedInput } from './contract.ts';
import type { Need } from './cover.rules.ts';
import { kitsErrors } from './errors.ts';
import { fromConversion } from './from-conversion.ts';
import { needsOf } from './needs.ts';
import { type NewLine, nameOrder, writeOrder } from './orders.store.ts';
import { componentsOf, keepRevision } from './store.ts';

type BreakWish = z.output<typeof breakInput>;
type Returned = z.output<typeof returnedInput> & { readonly quantity: number };
type Missing = z.output<typeof missingInput> & { readonly reason: string };

/** What breaking may be refused with beyond what the ledger says. */
export const breakErrors = [
  'kits.unknown-kit',
  'kits.another-site',
  'kits.not-a-component',
  'kits.components-do-not-add-up',
  'kits.reason-required',
] as const;

/** What of a component is left when all that was named of it is taken off. */
function restOf(needs: readonly Need[], wish: BreakWish, partId: string): number {
  const component = needs.find((need) => need.component.partId === partId)?.component;
  if (component === undefined || component.isOptional) return 0;
  const named = [...wish.returned, ...wish.missing].filter((one) => one.partId === partId);
  const sum = named.reduce((total, { quantity }) => total + (quantity ?? 0), 0);
  return Math.max(0, component.quantity * wish.quantity - sum);
}

/** What came out: as said, or every required component when nothing was said. */
function returnedOf(needs: readonly Need[], wish: BreakWish): readonly Returned[] {
  const isSilent = wish.returned.length === 0 && wish.missing.every((one) => one.quantity === 0);
  const plain = { condition: 'good' as const, quantity: null, serialNumbers: [], lotNumber: null };
  const said = isSilent
    ? needs.map(({ component }) => ({ ...plain, partId: component.partId }))
    : wish.returned;
  return said.flatMap((one) => {
    const quantity = one.quantity ?? restOf(needs, wish, one.partId);
    return quantity === 0 ? [] : { ...one, quantity };
  });
}

function missingOf(wish: BreakWish): readonly Missing[] {
  return wish.missing.flatMap((one) => {
    if (one.quantity === 0) return [];
    if (one.reason === null) throw kitsErrors.error('reason-required');
    return [{ ...one, reason: one.reason }];
  });
}

async function requireSum(
  work: Work,
  needs: readonly Need[],
  of: {
    readonly kits: number;
    readonly found: readonly { readonly partId: string; readonly quantity: number }[];
  },
): Promise<void> {
  const flaw = breakFlaw(needs, of.kits, of.found);
  if (flaw === null) return;
  const { partNumber } = await getPartRow(work.db, flaw.partId);
  if (flaw.flaw === 'not-a-component') throw kitsErrors.error('not-a-component', { partNumber });
  const { expected, given } = flaw;
  throw kitsErrors.error('components-do-not-add-up', { partNumber, expected, given });
}

/** The kits on their way into the conversion place. */
async function kitLines(work: Work, wish: BreakWish): Promise<PostingLine[]> {
  const { partId, locationId, quantity, serialNumbers, lotNumber } = wish;
  const { tracking } = await getPartRow(work.db, partId);
  if (tracking === 'lot' || wish.condition !== null) {
    const stock = {
      partId,
      condition: wish.condition ?? 'new',
      quantity,
      serialNumbers,
      lotNumber,
    };
    const places = { from: locationId, to: place.conversion, mayBeNew: false };
    return stockLines(work, stock, places);
  }
  const from = await findTakablePile(work, { partId, locationId, quantity });
  const to = { ...from, locationId: place.conversion };
  return linesBetween(work, { from, to }, { quantity, serialNumbers });
}

/** What comes out, line by line, with what the document says of it. */
interface Outcome {
  readonly lines: PostingLine[];
  readonly noted: NewLine[];
}

async function comeOut(
  work: Work,
  needs: readonly Need[],
  to: { readonly locationId: string; readonly returned: readonly Returned[] },
): Promise<Outcome> {
  const lines: PostingLine[] = [];
  const noted: NewLine[] = [];
  for (const one of to.returned) {
    const { partId, condition } = one;
    const forPartId = componentFor(needs, partId)?.component.partId ?? partId;
    for (const line of await fromConversion(work, one, to.locationId)) {
      const { quantity, serialId } = line;
      const where = { locationId: to.locationId, condition, lotId: line.to.lotId, serialId };
      lines.push(line);
      noted.push({ kind: 'returned', partId, forPartId, quantity, ...where });
    }
  }
  return { lines, noted };
}

/** What was missing: it comes out of the kits like the rest, to be written off right after. */
async function wentMissing(
  work: Work,
  needs: readonly Need[],
  at: { readonly locationId: string; readonly missing: readonly Missing[] },
): Promise<Outcome> {
  const lines: PostingLine[] = [];
  const noted: NewLine[] = [];
  for (const { partId, quantity, serialNumbers, reason } of at.missing) {
    const forPartId = componentFor(needs, partId)?.component.partId ?? partId;
    const { tracking } = await getPartRow(work.db, partId);
    const isNameless = tracking !== 'none' && serialNumbers.length === 0;
    const stock = { partId, condition: 'good' as const, quantity, serialNumbers, lotNumber: null };
    const out = isNameless ? [] : await fromConversion(work, stock, at.locationId);
    lines.push(...out);
    const kind = 'missing' as const;
    const told = out.map((line) => {
      return { kind, partId, forPartId, quantity: line.quantity, serialId: line.serialId, reason };
    });
    noted.push(...(told.length > 0 ? told : [{ kind, partId, forPartId, quantity, reason }]));
  }
  return { lines, noted };
}

async function writeOff(
  work: Work,
  lines: readonly PostingLine[],
  of: { readonly document: string; readonly siteId: string; readonly reason: string },
): Promise<string | null> {
  if (lines.length === 0) return null;
  const gone = lines.map((line) => {
    return { ...line, from: line.to, to: { ...line.to, locationId: place.scrap } };
  });
  return postEntry(work, { kind: 'scrap', ...of, lines: gone });
}

/** Breaks them and writes the document. */
export async function breakKits(
  work: Work,
  wish: BreakWish,
): Promise<z.output<typeof kitOrderDone>> {
  const { partId, quantity, serialNumbers, note } = wish;
  const { siteId, id: locationId } = await getSiteLocation(work, wish.locationId);
  const target = await getSiteLocation(work, wish.toLocationId ?? locationId);
  if (target.siteId !== siteId) throw kitsErrors.error('another-site');
  const revision = await keepRevision(work, partId);
  const needs = await needsOf(work, await componentsOf(work, partId));
  const [returned, missing] = [returnedOf(needs, wish), missingOf(wish)];
  await requireSum(work, needs, { kits: quantity, found: [...returned, ...missing] });
  const kits = await kitLines(work, wish);
  const out = await comeOut(work, needs, { locationId: target.id, returned });
  const lost = await wentMissing(work, needs, { locationId: target.id, missing });
  const { id, number } = await nameOrder(work);
  const document = `kit-order:${id}`;
  const lines = [...kits, ...out.lines, ...lost.lines];
  const entryId = await postEntry(work, { kind: 'kit', document, reason: note, siteId, lines });
  const reason = missing.map((one) => one.reason).join('; ');
  const scrapEntryId = await writeOff(work, lost.lines, { document, siteId, reason });
  const { condition = 'new', lotId = null } = kits[0]?.from ?? {};
  await writeOrder(
    work,
    {
      ...{ id, number, kind: 'break', siteId, kitPartId: partId, revision, locationId, condition },
      ...{ lotId, quantity, serialNumbers, note, entryId, scrapEntryId },
    },
    [...out.noted, ...lost.noted],
  );
  work.about(document);
  work.emit('kits.broken', { orderId: id, number, partId, quantity });
  return { orderId: id, number, entryId };
}
