/** Finds parts for the stories of the demo: counted ones without serial numbers, by how much there is. */
import { listParts, stockOnHand } from '../inventory/index.ts';
import { systemActor } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';
import type { PlainPart } from './load-trade.ts';

/** How many are looked for, and from how many pieces on a part is plentiful. */
const wanted = 40;
const plentiful = 8;
const as = { actor: systemActor };

/** Plain parts with plenty of stock at the depot and none elsewhere, and one that nobody has. */
export async function plainParts(executor: Executor, siteCode: string) {
  const stocked = new Map<string, number>();
  const elsewhere = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { rows } = await executor.ask(stockOnHand, { page, limit: 200 }, as);
    for (const row of rows) {
      if (row.siteCode !== siteCode) elsewhere.add(row.partId);
      stocked.set(row.partId, Math.max(row.available, stocked.get(row.partId) ?? 0));
    }
    if (rows.length < 200) break;
  }
  const plain: PlainPart[] = [];
  let missing: PlainPart | undefined;
  for (let page = 1; plain.length < wanted || missing === undefined; page += 1) {
    const { parts } = await executor.ask(listParts, { page, limit: 200 }, as);
    if (parts.length === 0) break;
    for (const { id: partId, partNumber, tracking, costMinor } of parts) {
      if (tracking !== 'none' || costMinor === null) continue;
      const part = { partId, partNumber, costMinor };
      const has = stocked.get(partId) ?? 0;
      if (has > plentiful && !elsewhere.has(partId)) plain.push(part);
      else if (has === 0) missing ??= part;
    }
  }
  return { plain, missing };
}
