/** The auditor as an assertion: a test that moved stock ends with it. */
import { expect } from 'vitest';
import { auditLedger } from '../../src/inventory/index.ts';
import type { Connection } from '../../src/platform/db/connect.ts';

/** Fails unless every validator of the ledger finds nothing. */
export async function expectCleanLedger(connection: Connection): Promise<void> {
  expect(await auditLedger(connection.db)).toEqual([]);
}
