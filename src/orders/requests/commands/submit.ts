/**
 * Asks for parts: for a job, to one's own van unless another place is named, or to refill a place.
 * What a policy lets pass is approved at once, everything else waits for a second person.
 */
import {
  coveringParts,
  getSiteLocation,
  inventoryErrors,
  type LocationRow,
} from '../../../inventory/index.ts';
import { isoDay } from '../../../platform/clock.ts';
import { defineCommand } from '../../../platform/command.ts';
import { startFlow } from '../../../platform/flow.ts';
import type { Work } from '../../../platform/work.ts';
import { ordersErrors } from '../../errors.ts';
import { whereIsRequest } from '../answer.ts';
import { approveLines, policyItself } from '../approve-lines.ts';
import { openingErrors } from '../command-errors.ts';
import { type RequestInput, requestInput, requestMoved } from '../contract.ts';
import { decisionsFor, isOver, mayBeBroughtTo, needsNobody } from '../decision.rules.ts';
import {
  askedBefore,
  askedParts,
  automaticMaxOf,
  oneRequestAtATime,
  ownVans,
} from '../facts.store.ts';
import { requestFlow } from '../request.machine.ts';
import { addRequest } from '../store.ts';
import { askedValue } from '../value.store.ts';

async function destinationOf(work: Work, { kind, destinationId }: RequestInput) {
  const [van] = destinationId === null ? await ownVans(work) : [];
  const chosen = destinationId ?? van?.id;
  if (chosen === undefined) throw ordersErrors.error('no-own-van');
  const place: LocationRow & { siteId: string } = await getSiteLocation(work, chosen);
  if (place.retiredAt !== null || !mayBeBroughtTo(kind, place.kind)) {
    throw ordersErrors.error('destination-cannot-hold-stock', { location: place.code });
  }
  return place;
}

/** @throws inventory.unknown-part, orders.part-twice, part-is-retired, part-is-replaced */
async function requireAskable(work: Work, lines: RequestInput['lines']): Promise<void> {
  const partIds = lines.map(({ partId }) => partId);
  const parts = await askedParts(work, partIds);
  const covers = await coveringParts(work, partIds, isoDay(work.now));
  for (const [at, partId] of partIds.entries()) {
    const part = parts.get(partId);
    if (part === undefined) throw inventoryErrors.error('unknown-part', {}, [fieldOf(at)]);
    const { partNumber } = part;
    if (partIds.indexOf(partId) < at) {
      throw ordersErrors.error('part-twice', { partNumber }, [fieldOf(at)]);
    }
    if (!part.isRetired) continue;
    const successor = covers.get(partId)?.find((one) => one.kind === 'supersedes')?.partNumber;
    if (successor === undefined) throw ordersErrors.error('part-is-retired', { partNumber });
    throw ordersErrors.error('part-is-replaced', { partNumber, successor }, [fieldOf(at)]);
  }
}

/** @throws orders.asked-before unless it was acknowledged */
async function requireNew(work: Work, input: RequestInput): Promise<void> {
  await oneRequestAtATime(work);
  const { document, documentNumber, lines } = input;
  const partIds = lines.map(({ partId }) => partId);
  const before = await askedBefore(work, { partIds, document, documentNumber });
  if (before !== null && !work.acknowledged.has('orders.asked-before')) {
    throw ordersErrors.error('asked-before', before);
  }
}

export const submitRequest = defineCommand({
  name: 'requests.submit',
  permission: 'requests.submit',
  summary:
    'Asks for parts for a job or to refill a place; waits for approval unless a policy lets it pass.',
  input: requestInput,
  output: requestMoved,
  errors: [
    ...openingErrors,
    'inventory.unknown-location',
    'inventory.unknown-part',
    'orders.no-own-van',
    'orders.destination-cannot-hold-stock',
    'orders.needed-by-is-over',
    'orders.part-twice',
    'orders.part-is-retired',
    'orders.part-is-replaced',
    'orders.asked-before',
    'orders.value-beyond-counting',
  ],
  run: async (work, input) => {
    const { kind, lines: wanted, neededBy } = input;
    const place = await destinationOf(work, input);
    if (neededBy !== null && isOver(neededBy, work.now)) {
      throw ordersErrors.error('needed-by-is-over', { day: neededBy });
    }
    await requireAskable(work, wanted);
    await requireNew(work, input);
    const value = await askedValue(work, wanted);
    if (value === null) throw ordersErrors.error('value-beyond-counting');
    const quantity = wanted.reduce((sum, line) => sum + line.quantity, 0);
    const { stored } = startFlow(requestFlow, { quantity });
    const { row, lines } = await addRequest(
      work,
      {
        ...input,
        destinationId: place.id,
        siteId: place.siteId,
        valueMinor: value.minor,
        isValueKnown: value.isKnown,
      },
      { stored, isDone: false },
    );
    work.about(`request:${row.id}`);
    if (needsNobody(value, await automaticMaxOf(work, kind))) {
      const decisions = decisionsFor(lines, null);
      if (!('refusal' in decisions)) {
        await approveLines(work, row, { lines, decisions, by: policyItself });
      }
    }
    return whereIsRequest(work, row.id);
  },
});

function fieldOf(line: number) {
  return { pointer: `/lines/${line}/partId`, rule: 'invalid', params: {} };
}
