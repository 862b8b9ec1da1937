/** What is to be bought, part by part and site by site, with the numbers and the people behind it. */
import { z } from 'zod';
import { paging } from '../../inventory/contract.ts';
import type { SupplierPart } from '../../inventory/index.ts';
import { covers as isCovered } from '../../platform/actor.ts';
import { defineQuery } from '../../platform/query.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Read } from '../../platform/work.ts';
import { type DemandRow, demandRow } from '../contract.ts';
import type { Need } from '../demand.rules.ts';
import { type Demand, demandNow, offersOf } from '../demand.ts';
import { type PartFacts, partsById, siteCodes } from '../facts.store.ts';
import { priceFor, roundedUp } from '../rounding.rules.ts';

function offerView(offer: SupplierPart | undefined, needed: number): DemandRow['offer'] {
  if (offer === undefined) return null;
  const { supplierId, supplierCode, supplierNameEn, supplierNameZh } = offer;
  const { isPreferred, currency, packSize, minimumOrder, leadTimeDays } = offer;
  const rounded = roundedUp(needed, offer);
  return {
    ...{ supplierId, supplierCode, supplierNameEn, supplierNameZh },
    ...{ isPreferred, currency, packSize, minimumOrder, leadTimeDays },
    ...rounded,
    priceMinor: priceFor(offer.priceBreaks, rounded.quantity),
  };
}

function wishesOf({ wishes }: Need, { lines }: Demand): DemandRow['wishes'] {
  return wishes.flatMap(({ lineId, waiting, short }) => {
    const line = lines.get(lineId);
    if (line === undefined) return [];
    const { orderId, orderNumber, priority, neededBy } = line;
    return [{ orderId, orderNumber, waiting, short, priority, neededBy }];
  });
}

function handMadeOf({ handMade }: Need, demand: Demand): DemandRow['handMade'] {
  return handMade.flatMap(({ demandId, open }) => {
    const one = demand.handMade.get(demandId);
    if (one === undefined) return [];
    const { reason, neededBy, createdByName } = one;
    return [{ demandId, open, reason, neededBy, createdByName }];
  });
}

function isFound(part: PartFacts | undefined, search: string): boolean {
  const wanted = search.toLowerCase();
  const names = [part?.partNumber, part?.nameEn, part?.nameZh];
  return names.some((name) => name?.toLowerCase().includes(wanted) ?? false);
}

async function rowsOf(read: Read, demand: Demand, needs: readonly Need[]): Promise<DemandRow[]> {
  const partIds = [...new Set(needs.map(({ partId }) => partId))];
  const [parts, sites, offers] = [
    await partsById(read, partIds),
    await siteCodes(read),
    await offersOf(read, partIds),
  ];
  return needs.map((need) => {
    const part = parts.get(need.partId);
    const { waiting, free, road, expected, draft, short, byHand, quantity } = need;
    return demandRow.parse({
      partId: need.partId,
      partNumber: part?.partNumber,
      nameEn: part?.nameEn,
      nameZh: part?.nameZh,
      unitOfMeasure: part?.unitOfMeasure,
      siteId: need.siteId,
      siteCode: sites.get(need.siteId),
      ...{ waiting, free, road, expected, draft, short, byHand, quantity },
      offer: offerView(offers.get(need.partId)?.[0], quantity),
      wishes: wishesOf(need, demand),
      handMade: handMadeOf(need, demand),
    });
  });
}

export const listPurchaseDemand = defineQuery({
  name: 'purchasing.demand',
  permission: 'purchasing.view',
  summary:
    'What is to be bought, by part and site, with the numbers behind it and who waits for it.',
  input: z.strictObject({
    search: text(100, 0).default(''),
    siteId: id.nullable().default(null),
    /** Also what is covered by stock, by what is expected or by drafts. */
    withCovered: z.boolean().default(false),
    ...paging,
  }),
  output: z.strictObject({
    total: z.int(),
    /** Of the rows that match: parts nobody sells. */
    withoutSupplier: z.int(),
    rows: z.array(demandRow),
  }),
  errors: [],
  run: async (read, { search, siteId, withCovered, page, limit }) => {
    const demand = await demandNow(read);
    const seen = demand.needs.filter(
      (need) =>
        isCovered(read.scopes, need.siteId) &&
        (siteId === null || need.siteId === siteId) &&
        (withCovered || need.quantity > 0),
    );
    const partIds = [...new Set(seen.map(({ partId }) => partId))];
    const [parts, sites] = [await partsById(read, partIds), await siteCodes(read)];
    const offers = await offersOf(read, partIds);
    const matching = seen
      .filter(({ partId }) => search === '' || isFound(parts.get(partId), search))
      .sort((a, b) => {
        const keyOf = (need: Need) =>
          `${parts.get(need.partId)?.partNumber} ${sites.get(need.siteId)}`;
        return keyOf(a) < keyOf(b) ? -1 : 1;
      });
    return {
      total: matching.length,
      withoutSupplier: matching.filter(
        ({ partId, quantity }) => quantity > 0 && (offers.get(partId) ?? []).length === 0,
      ).length,
      rows: await rowsOf(read, demand, matching.slice((page - 1) * limit, page * limit)),
    };
  },
});
