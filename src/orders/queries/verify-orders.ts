/** Asks the auditor whether promises, holds and orders agree. */
import { z } from 'zod';
import { defineQuery } from '../../platform/query.ts';
import { auditOrders, orderValidators } from '../allocation/audit.store.ts';

export const verifyOrders = defineQuery({
  name: 'orders.verify',
  permission: 'ledger.verify',
  summary: 'Runs every validator over all orders and promises; no findings means that they agree.',
  input: z.strictObject({}),
  output: z.strictObject({
    isClean: z.boolean(),
    validators: z.array(z.strictObject({ name: z.string(), findings: z.int() })),
    findings: z.array(
      z.strictObject({ validator: z.string(), detail: z.record(z.string(), z.unknown()) }),
    ),
  }),
  errors: [],
  run: async (read) => {
    const findings = await auditOrders(read.db);
    return {
      isClean: findings.length === 0,
      validators: orderValidators.map(({ name }) => ({
        name,
        findings: findings.filter((finding) => finding.validator === name).length,
      })),
      findings: findings.map(({ validator, detail }) => ({ validator, detail: { ...detail } })),
    };
  },
});
