/**
 * The ledger's own verbs as bare commands, for tests that need more than the stock commands offer:
 * entries of many lines, holds, holds used up. They still run through the executor.
 */
import { z } from 'zod';
import {
  type EntryDraft,
  inventoryErrors,
  ourCompany,
  type Pile,
  type PostingLine,
  place,
  postEntry,
  release,
  reserve,
} from '../../../src/inventory/index.ts';
import type { HoldRequest } from '../../../src/inventory/ledger/reserve.ts';
import { defineCommand } from '../../../src/platform/command.ts';
import { DomainError } from '../../../src/platform/errors.ts';

const anything = {
  permission: null,
  errors: inventoryErrors.codes,
  summary: 'A verb of the ledger, bare.',
} as const;

export const post = defineCommand({
  ...anything,
  name: 'test.post',
  input: z.strictObject({ draft: z.custom<EntryDraft>((value) => typeof value === 'object') }),
  output: z.strictObject({ entryId: z.uuid() }),
  run: async (work, { draft }) => ({ entryId: await postEntry(work, draft) }),
});

export const hold = defineCommand({
  ...anything,
  name: 'test.hold',
  input: z.strictObject({ requests: z.custom<readonly HoldRequest[]>(Array.isArray) }),
  output: z.strictObject({ holdIds: z.array(z.uuid()) }),
  run: async (work, { requests }) => ({ holdIds: await reserve(work, requests) }),
});

export const giveBack = defineCommand({
  ...anything,
  name: 'test.give-back',
  input: z.strictObject({ holdIds: z.array(z.uuid()) }),
  output: z.strictObject({}),
  run: async (work, { holdIds }) => {
    await release(work, holdIds);
    return {};
  },
});

/** Our own new stock of a part in a place, unless said otherwise. */
export function pileOf(partId: string, locationId: string, other: Partial<Pile> = {}): Pile {
  return {
    partId,
    locationId,
    condition: 'new',
    ownerId: ourCompany,
    lotId: null,
    handlingUnitId: null,
    ...other,
  };
}

/** One line of one part between two places. */
export function line(
  partId: string,
  places: { from: string; to: string },
  other: Partial<PostingLine> = {},
): PostingLine {
  const [from, to] = [pileOf(partId, places.from), pileOf(partId, places.to)];
  return { from, to, quantity: 1, serialId: null, holdId: null, ...other };
}

/** A move entry of these lines. */
export function moving(...lines: PostingLine[]): { draft: EntryDraft } {
  return { draft: { kind: 'move', document: null, reason: null, lines } };
}

/** A claim for the test's own document. */
export function claim(
  pile: Pile,
  quantity: number,
  serialId: string | null = null,
): { requests: HoldRequest[] } {
  return { requests: [{ pile, quantity, serialId, document: 'test:1', expiresAt: null }] };
}

export { place };

/** How many calls were answered, and how many refused by which code; a defect stops the test. */
export async function tally(
  calls: readonly Promise<unknown>[],
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(calls)) {
    const refused = result.status === 'rejected' ? result.reason : null;
    if (refused !== null && !(refused instanceof DomainError)) throw refused;
    const name = refused?.code ?? 'done';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
