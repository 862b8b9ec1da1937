/**
 * What is to be done at a scanned place: counted, picked from, emptied into bins. What lies there is
 * always offered as well.
 */
import { findCountByScan } from '../../../counts/index.ts';
import { listToPutAway } from '../../../receipts/index.ts';
import { pickList } from '../../../shipments/index.ts';
import type { Visit } from '../../visit.ts';
import { countLinks } from '../counts/links.ts';
import { receiptLinks } from '../receipts/links.ts';
import { shipmentLinks } from '../shipments/addresses.ts';
import { type Choice, holdsAt } from './choice.ts';

interface Place {
  readonly id: string;
  readonly code: string;
  readonly siteId: string;
}

async function toCount(visit: Visit, { code, siteId }: Place): Promise<Choice[]> {
  if (!holdsAt(visit.actor, 'counts.work', siteId)) return [];
  const found = await visit.ask(findCountByScan, { code });
  return found.flatMap((bin) =>
    bin.kind !== 'bin' || bin.countId === null
      ? []
      : [{ code: bin.code, kind: 'count-bin', href: countLinks.bin(bin.countId, bin.id) }],
  );
}

async function toPick(visit: Visit, { id, code, siteId }: Place): Promise<Choice[]> {
  if (!holdsAt(visit.actor, 'shipments.work', siteId)) return [];
  const { total } = await visit.ask(pickList, { siteId, locationId: id, limit: 1 });
  return total === 0 ? [] : [{ code, kind: 'pick-bin', href: shipmentLinks.pickBin(siteId, id) }];
}

async function toPutAway(visit: Visit, { id, code, siteId }: Place): Promise<Choice[]> {
  if (!holdsAt(visit.actor, 'receipts.work', siteId)) return [];
  const { rows } = await visit.ask(listToPutAway, { siteId, search: code, limit: 1 });
  if (rows[0]?.locationId !== id) return [];
  const list = `${receiptLinks.putAway}?${new URLSearchParams({ search: code })}`;
  return [{ code, kind: 'put-away', href: list }];
}

/** What waits at the place for the reader, the most pressing first. */
export async function workAt(visit: Visit, place: Place): Promise<Choice[]> {
  const asked = [toCount(visit, place), toPick(visit, place), toPutAway(visit, place)];
  return (await Promise.all(asked)).flat();
}
