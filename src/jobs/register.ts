/**
 * The job desk: which timer sends which command, and which fact leads to which review. It knows
 * names of jobs and facts; what they mean is in the commands.
 */
import { z } from 'zod';
import { countShortPick } from '../counts/index.ts';
import { feedWaiting, followOrderOfRequest, tellProgress } from '../orders/index.ts';
import { chaseOwed, followReturnShipment, planChasing } from '../part-returns/index.ts';
import { reviewMovedParts } from '../planning/index.ts';
import { DomainError } from '../platform/errors.ts';
import type { FactHandler, JobHandler } from '../platform/jobs/index.ts';
import { noteWrittenOff, planArrival, receiveWhenDue } from '../receipts/index.ts';
import { assumeDelivery, expireLine } from '../rma/index.ts';

const lineJob = z.object({ lineId: z.uuid() });
const postedFact = z.object({ kind: z.string().default(''), partIds: z.array(z.uuid()) });

/** Parts served or reviewed in one command; a batch of facts may name more. */
const partsPerReview = 500;

/** A timer that comes too late finds the line elsewhere: then there is nothing left to do. */
async function unlessOvertaken(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    const isOvertaken = error instanceof DomainError && error.code === 'rma.event-not-allowed';
    if (!isOvertaken) throw error;
  }
}

const shipmentJob = z.object({ shipmentId: z.uuid() });
const lostFact = z.object({
  reason: z.string().nullable(),
  lines: z.array(z.object({ shipmentLineId: z.uuid() })),
});

/** What a shipment is found in when somebody was there before its timer. */
const isReceived: ReadonlySet<string> = new Set([
  'receipts.received-already',
  'receipts.nothing-expected',
]);

async function unlessReceived(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof DomainError && isReceived.has(error.code))) throw error;
  }
}

const owedFact = z.object({ returnId: z.uuid() });
const owedJob = z.object({ owedReturnId: z.uuid() });

/** Timers, by the kind under which they were scheduled. */
export const jobHandlers: Readonly<Record<string, JobHandler>> = {
  'rma.expire': (job, { run }) =>
    unlessOvertaken(() => run(expireLine, { lineId: lineJob.parse(job.data).lineId })),
  'rma.assume-delivery': (job, { run }) =>
    unlessOvertaken(() => run(assumeDelivery, { lineId: lineJob.parse(job.data).lineId })),
  'receipts.receive-when-due': (job, { run }) =>
    unlessReceived(() =>
      run(receiveWhenDue, { shipmentId: shipmentJob.parse(job.data).shipmentId }),
    ),
  'part-returns.chase': async (job, { run }) => {
    await run(chaseOwed, owedJob.parse(job.data));
  },
};

/** Parts whose stock moved are reviewed, each once a batch however often it moved. */
const reviewAfterPosting: FactHandler = {
  name: 'review-levels',
  facts: ['inventory.posted'],
  handle: async (facts, { run }) => {
    const partIds = [...new Set(facts.flatMap(({ data }) => postedFact.parse(data).partIds))];
    for (let start = 0; start < partIds.length; start += partsPerReview) {
      await run(reviewMovedParts, { partIds: partIds.slice(start, start + partsPerReview) });
    }
  },
};

const endedFact = z.object({ requestId: z.uuid().nullable() });

/** An order that has come to its end ends the request it was opened for. */
const requestsFollowOrders: FactHandler = {
  name: 'requests-follow-orders',
  facts: ['orders.ended'],
  handle: async (facts, { run }) => {
    const ids = new Set(facts.flatMap(({ data }) => endedFact.parse(data).requestId ?? []));
    for (const requestId of ids) await run(followOrderOfRequest, { requestId });
  },
};

const freedFact = z.object({
  partIds: z.array(z.uuid()),
  exceptOrderId: z.uuid().nullable(),
});

/** Stock that an order gave up goes to whoever waits for it, but not back to that order by itself. */
const feedFromFreedStock: FactHandler = {
  name: 'feed-from-freed-stock',
  facts: ['orders.stock-freed'],
  handle: async (facts, { run }) => {
    for (const { data } of facts) await run(feedWaiting, freedFact.parse(data));
  },
};

/** Postings after which there may be more to promise than before. */
const bringsStock: ReadonlySet<string> = new Set([
  ...['opening', 'receipt', 'put-away', 'move', 'return', 'kit', 'count', 'adjustment', 'reversal'],
]);

/** Stock that came to lie somewhere goes to whoever waits for it, each part once a batch. */
const feedFromPostedStock: FactHandler = {
  name: 'feed-from-posted-stock',
  facts: ['inventory.posted'],
  handle: async (facts, { run }) => {
    const posted = facts.map(({ data }) => postedFact.parse(data));
    const coming = posted.filter(({ kind }) => bringsStock.has(kind));
    const partIds = [...new Set(coming.flatMap((fact) => fact.partIds))];
    for (let start = 0; start < partIds.length; start += partsPerReview) {
      await run(feedWaiting, { partIds: partIds.slice(start, start + partsPerReview) });
    }
  },
};

const travelFact = z.object({
  number: z.string(),
  lines: z.array(z.object({ source: z.string(), quantity: z.int(), unusable: z.int().default(0) })),
});

type TravelLine = z.output<typeof travelFact>['lines'][number];

/** So much of each promise as the count says, without those of which it is nothing. */
function sharesOf(lines: readonly TravelLine[], count: (line: TravelLine) => number) {
  return lines.flatMap((line) => {
    const [, allocationId] = /^allocation:(.+)$/.exec(line.source) ?? [];
    const quantity = count(line);
    return allocationId === undefined || quantity === 0 ? [] : [{ allocationId, quantity }];
  });
}

/** Whoever waits for goods is told when they leave, come in or get lost. */
const tellAboutGoods: FactHandler = {
  name: 'tell-about-goods',
  facts: ['shipments.sent', 'shipments.arrived', 'shipments.lost'],
  handle: async (facts, { once }) => {
    for (const one of facts) {
      const { fact, data } = one;
      const fate = z.enum(['sent', 'arrived', 'lost']).parse(fact.slice('shipments.'.length));
      const { number: shipment, lines } = travelFact.parse(data);
      const shares = sharesOf(lines, ({ quantity, unusable }) => quantity - unusable);
      if (shares.length > 0) await once(one)(tellProgress, { fate, shipment, shares });
    }
  },
};

/** What came and cannot be used is told in words of its own. */
const tellAboutBrokenGoods: FactHandler = {
  name: 'tell-about-broken-goods',
  facts: ['shipments.arrived'],
  handle: async (facts, { once }) => {
    for (const one of facts) {
      const { number: shipment, lines } = travelFact.parse(one.data);
      const shares = sharesOf(lines, ({ unusable }) => unusable);
      if (shares.length > 0) await once(one)(tellProgress, { fate: 'unusable', shipment, shares });
    }
  },
};

const shortPickFact = z.object({ partId: z.uuid(), locationId: z.uuid(), allocationId: z.uuid() });

/** A bin in which a picker found too little is counted for that part. */
const countAfterShortPick: FactHandler = {
  name: 'count-after-short-pick',
  facts: ['shipments.short-picked'],
  handle: async (facts, { run }) => {
    for (const { data } of facts) {
      const { partId, locationId, allocationId } = shortPickFact.parse(data);
      await run(countShortPick, { partId, locationId, document: `allocation:${allocationId}` });
    }
  },
};

/** What left on a lane that receives by itself gets a timer. */
const planAfterSending: FactHandler = {
  name: 'plan-arrivals',
  facts: ['shipments.sent'],
  handle: async (facts, { run }) => {
    for (const { data } of facts) {
      await run(planArrival, { shipmentId: shipmentJob.parse(data).shipmentId });
    }
  },
};

/** What its sender wrote off is not missed by its receiver any more. */
const settleAfterLoss: FactHandler = {
  name: 'settle-written-off',
  facts: ['shipments.lost'],
  handle: async (facts, { run }) => {
    for (const { data } of facts) {
      const { reason, lines } = lostFact.parse(data);
      const shipmentLineIds = lines.map(({ shipmentLineId }) => shipmentLineId);
      await run(noteWrittenOff, { shipmentLineIds, reason: reason ?? 'lost' });
    }
  },
};

/** Whoever owes a defective part is reminded in time. */
const chaseWhatIsOwed: FactHandler = {
  name: 'chase-what-is-owed',
  facts: ['inventory.defective-return-owed'],
  handle: async (facts, { run }) => {
    for (const { data } of facts) {
      const owed = owedFact.safeParse(data);
      if (owed.success) await run(planChasing, { owedReturnId: owed.data.returnId });
    }
  },
};

const roadFact = z.object({
  shipmentId: z.uuid(),
  lines: z.array(z.object({ shipmentLineId: z.uuid(), source: z.string(), quantity: z.int() })),
});

/** A return on its way hears what came in of it, what got lost and what turned up. */
const returnsFollowShipments: FactHandler = {
  name: 'returns-follow-shipments',
  facts: ['shipments.arrived', 'shipments.lost', 'shipments.found'],
  handle: async (facts, { once }) => {
    for (const one of facts) {
      const { shipmentId, lines: all } = roadFact.parse(one.data);
      const fate = z.enum(['arrived', 'lost', 'found']).parse(one.fact.slice('shipments.'.length));
      const lines = all
        .filter(({ source }) => source.startsWith('part-return-line:'))
        .map(({ shipmentLineId, quantity }) => ({ shipmentLineId, quantity }));
      if (lines.length > 0) await once(one)(followReturnShipment, { shipmentId, fate, lines });
    }
  },
};

export const factHandlers: readonly FactHandler[] = [
  requestsFollowOrders,
  feedFromFreedStock,
  feedFromPostedStock,
  tellAboutGoods,
  tellAboutBrokenGoods,
  reviewAfterPosting,
  countAfterShortPick,
  planAfterSending,
  settleAfterLoss,
  chaseWhatIsOwed,
  returnsFollowShipments,
];
