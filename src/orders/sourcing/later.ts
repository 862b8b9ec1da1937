/**
 * Turns what will be free later into candidates: when it is ready, and when it would then be at the
 * destination over the lanes. Asked for one line at a time, by people; allocation takes what is here.
 */
import { supplyOf } from '../../inventory/index.ts';
import type { Read } from '../../platform/work.ts';
import type { NamedStandIn } from './gather.ts';
import { waysTo } from './gather.ts';
import { laterStock, repairDays } from './later.store.ts';
import { siteCodesOf } from './places.store.ts';
import type { LaterCandidate } from './sourcing.vocabulary.ts';

const dayMs = 86_400_000;

interface Ready {
  readonly kind: LaterCandidate['kind'];
  readonly partId: string;
  readonly siteId: string;
  readonly siteCode: string;
  readonly quantity: number;
  readonly documentNumber: string | null;
  readonly readyAt: number | null;
}

async function readyOf(read: Read, partIds: readonly string[]): Promise<Ready[]> {
  const supply = await supplyOf(read, partIds);
  const stock = await laterStock(read, partIds);
  const codes = await siteCodesOf(
    read,
    supply.map(({ siteId }) => siteId),
  );
  const promised = supply.map(({ kind, partId, siteId, quantity, documentNumber, expectedAt }) => ({
    ...{ kind, partId, siteId, quantity, documentNumber },
    siteCode: codes.get(siteId) ?? '',
    readyAt: expectedAt?.getTime() ?? null,
  }));
  const waiting = stock.map(({ promisedAt, ...rest }) => ({
    ...rest,
    readyAt:
      rest.kind === 'repair'
        ? read.now.getTime() + repairDays * dayMs
        : (promisedAt?.getTime() ?? null),
  }));
  return [...promised, ...waiting];
}

async function arrivalOf(read: Read, ready: Ready, toSiteId: string): Promise<number | null> {
  const { siteId, readyAt } = ready;
  if (readyAt === null || siteId === toSiteId) return readyAt;
  const from = { toSiteId, readyAt: new Date(readyAt), fromSiteIds: [siteId] };
  const [way] = await waysTo(read, from);
  return way?.arriveAt ?? null;
}

/** What will be free later of the parts that may stand in. */
export async function laterCandidates(
  read: Read,
  standIns: readonly NamedStandIn[],
  toSiteId: string,
): Promise<LaterCandidate[]> {
  const found = await readyOf(
    read,
    standIns.map(({ partId }) => partId),
  );
  const candidates: LaterCandidate[] = [];
  for (const ready of found) {
    const standIn = standIns.find(({ partId }) => partId === ready.partId);
    if (standIn === undefined) continue;
    const arriveAt = await arrivalOf(read, ready, toSiteId);
    candidates.push({ ...ready, partNumber: standIn.partNumber, standIn, arriveAt });
  }
  return candidates;
}
