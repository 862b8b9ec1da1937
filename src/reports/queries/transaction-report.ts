/** The transaction report: every movement with who, when, why, document, before and after. */
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { nearPart, transactionRow, transactionWish } from '../contract.ts';
import { nearParts, readTransactions } from './read-transactions.ts';

const rows = z.array(transactionRow);

export const transactionReport = defineQuery({
  name: 'reports.transactions',
  permission: 'reports.view',
  summary:
    'Movements by period, part, place, kind, person, document, serial number or words, newest first.',
  input: z.strictObject({ ...transactionWish, limit: z.int().min(1).max(200).default(50) }),
  output: z.strictObject({
    rows,
    next: z.int().nullable(),
    /** Parts spelt nearly as the search, where it found nothing. */
    near: z.array(nearPart),
  }),
  errors: [],
  run: async (read, { limit, ...wish }) => {
    const page = await readTransactions(read, wish, limit);
    const isLost = page.rows.length === 0 && wish.before === null;
    return { ...page, near: isLost ? [...(await nearParts(read, wish.search))] : [] };
  },
});

export const transactionExport = defineQuery({
  name: 'reports.transactions-export',
  permission: 'reports.view',
  summary: 'The transaction report for a file, up to 5,000 movements at a time.',
  input: z.strictObject({ ...transactionWish, limit: z.int().min(1).max(5000).default(2000) }),
  output: z.strictObject({ rows, next: z.int().nullable() }),
  errors: [],
  run: (read, { limit, ...wish }) => readTransactions(read, wish, limit),
});
