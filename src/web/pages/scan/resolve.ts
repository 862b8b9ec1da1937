/**
 * Decides where a scan leads: what the present page wants first, then returns and jobs, papers, boxes,
 * pieces, places, parts, in this order. Decides only; nothing is changed here.
 */
import { findByScan } from '../../../inventory/index.ts';
import { findLineByScan, getRmaLine } from '../../../rma/index.ts';
import { links } from '../../links.ts';
import type { Visit } from '../../visit.ts';
import type { Choice } from './choice.ts';
import { papersOf } from './papers.ts';
import { workAt } from './places.ts';
import { shipmentOf } from './shipments.ts';

/** Where a scan leads. */
export type Resolution =
  | { readonly kind: 'go'; readonly to: string }
  | {
      readonly kind: 'use-part';
      readonly jobId: string;
      readonly part: { id: string; code: string };
    }
  | {
      readonly kind: 'use-piece';
      readonly jobId: string;
      readonly partId: string;
      readonly serialNumber: string;
    }
  | { readonly kind: 'choose'; readonly choices: readonly Choice[] }
  | { readonly kind: 'wrong-kind'; readonly choice: Choice }
  | { readonly kind: 'no-job'; readonly code: string; readonly to: string }
  | { readonly kind: 'unknown' };

interface LineMatch {
  readonly lineId: string;
  readonly code: string;
  readonly jobId: string | null;
  readonly isOpen: boolean;
}

interface Context {
  readonly place: 'dock' | 'bench' | 'ship' | '';
  readonly id: string | null;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Reads what a page says a scan is for; anything else counts as no wish. */
export function contextOf(text: string): Context {
  const found = new RegExp(`^(dock|bench|ship)(?::(${uuid}))?$`).exec(text);
  const place = found?.[1];
  if (place !== 'dock' && place !== 'bench' && place !== 'ship') return { place: '', id: null };
  return { place, id: found?.[2] ?? null };
}

/** The page on which the next step of this return is done by the reader. */
async function nextPage(visit: Visit, match: LineMatch): Promise<string> {
  if (!match.isOpen) return links.line(match.lineId);
  const line = await visit.ask(getRmaLine, { lineId: match.lineId });
  const can = (event: string) => line.events.some((one) => one.event === event && one.allowed);
  if (visit.can('rma.receive') && can('receive')) return links.receive(line.lineId);
  const isAtBench = line.remedy === 'repairing' && line.jobId !== null;
  if (visit.can('repair.work') && isAtBench) return links.job(line.jobId ?? '');
  const isGoing = can('pack') || can('ship');
  return visit.can('rma.ship') && isGoing ? links.ship(line.lineId) : links.line(line.lineId);
}

async function lineResolution(
  visit: Visit,
  { place }: Context,
  match: LineMatch,
): Promise<Resolution> {
  switch (place) {
    case 'dock':
      return { kind: 'go', to: links.receive(match.lineId) };
    case 'ship':
      return { kind: 'go', to: links.ship(match.lineId) };
    case 'bench':
      if (match.jobId !== null) return { kind: 'go', to: links.job(match.jobId) };
      return { kind: 'no-job', code: match.code, to: links.line(match.lineId) };
    default:
      return { kind: 'go', to: await nextPage(visit, match) };
  }
}

function linesIn(matches: readonly (LineMatch & { readonly by: string })[]): LineMatch[] {
  const [first] = matches;
  // The best way of naming wins: a line by its own code before a parcel of that number.
  const best = matches.filter(({ by }) => by === first?.by);
  const open = best.filter(({ isOpen }) => isOpen);
  return open.length > 0 ? open : best;
}

async function stockChoices(visit: Visit, code: string) {
  if (!visit.can('stock.view')) return [];
  const found = await visit.ask(findByScan, { code });
  const order = { serial: 0, location: 1, part: 2, lot: 3 } as const;
  return [...found].sort((a, b) => order[a.kind] - order[b.kind]);
}

type StockMatch = Awaited<ReturnType<typeof stockChoices>>[number];

function choiceOf({ kind, id, code }: StockMatch): Choice {
  const href = {
    ...{ part: links.part(id), location: links.location(id) },
    ...{ serial: links.serial(code), lot: links.lot(code) },
  };
  return { code, kind, href: href[kind] };
}

function benchWish(context: Context, found: readonly StockMatch[]): Resolution | null {
  if (context.place !== 'bench' || context.id === null) return null;
  const [part, another] = found.filter(({ kind }) => kind === 'part');
  if (part !== undefined && another === undefined) {
    return { kind: 'use-part', jobId: context.id, part: { id: part.id, code: part.code } };
  }
  const piece = found.find(({ kind }) => kind === 'serial');
  if (piece?.partId != null) {
    const { partId, code: serialNumber } = piece;
    return { kind: 'use-piece', jobId: context.id, partId, serialNumber };
  }
  return null;
}

/** What the code means to the stock, and what is to be done with it, each thing once. */
async function choicesOf(
  visit: Visit,
  code: string,
  stock: readonly StockMatch[],
): Promise<readonly Choice[]> {
  const shipment = await shipmentOf(visit, code);
  // A parcel opens at once. A piece on the road may also be looked up.
  if (shipment !== null && !shipment.isPiece) return [shipment];
  const coming = shipment?.kind === 'arrival' ? [shipment] : [];
  const place = stock.find(({ kind }) => kind === 'location');
  const work = place?.siteId == null ? [] : await workAt(visit, { ...place, siteId: place.siteId });
  const all = [...coming, ...work, ...stock.map(choiceOf)];
  return all.filter(({ href }, at) => all.findIndex((one) => one.href === href) === at);
}

/** Where the code leads, scanned on a page with this context. */
export async function resolveScan(
  visit: Visit,
  code: string,
  context: Context,
): Promise<Resolution> {
  const matches = visit.can('rma.view') ? await visit.ask(findLineByScan, { code }) : [];
  const lines = linesIn(matches);
  const [line, anotherLine] = lines;
  if (line !== undefined && anotherLine === undefined) return lineResolution(visit, context, line);
  if (line !== undefined) {
    const choices = lines.map((one) => ({
      code: one.code,
      kind: 'line' as const,
      href: links.line(one.lineId),
    }));
    return { kind: 'choose', choices };
  }
  const papers = await papersOf(visit, code);
  const found = papers.length > 0 ? [] : await stockChoices(visit, code);
  const wish = benchWish(context, found);
  if (wish !== null) return wish;
  const choices = papers.length > 0 ? papers : await choicesOf(visit, code, found);
  const [first, ...others] = choices;
  if (first === undefined) return { kind: 'unknown' };
  // A page that works with returns has no use for stock: it says what the code is and offers it.
  if (context.place !== '') return { kind: 'wrong-kind', choice: first };
  return others.length === 0 ? { kind: 'go', to: first.href } : { kind: 'choose', choices };
}
