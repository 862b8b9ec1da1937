/** Asks the auditor whether the ledger keeps every promise. */
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { auditLedger, ledgerValidators } from '../audit.ts';

export const verifyLedger = defineQuery({
  name: 'ledger.verify',
  permission: 'ledger.verify',
  summary: 'Runs every validator over the whole ledger; no findings means a clean ledger.',
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
    const findings = await auditLedger(read.db);
    return {
      isClean: findings.length === 0,
      validators: ledgerValidators.map(({ name }) => ({
        name,
        findings: findings.filter((finding) => finding.validator === name).length,
      })),
      findings: findings.map(({ validator, detail }) => ({ validator, detail: { ...detail } })),
    };
  },
});
