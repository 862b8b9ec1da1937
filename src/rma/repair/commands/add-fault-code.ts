/** Adds a fault code that technicians may record. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { text } from '../../../platform/scalars.ts';
import { faultCodeView } from '../../contract.ts';
import { rmaErrors } from '../../errors.ts';
import { insertFaultCode } from '../bench-records.store.ts';

export const addFaultCode = defineCommand({
  name: 'repair.add-fault-code',
  permission: 'repair.set-up',
  summary: 'Adds a fault code that technicians may record.',
  input: faultCodeView.extend({
    code: z.string().regex(/^[\x21-\x7e]{1,40}$/),
    nameEn: text(120),
    nameZh: text(120),
  }),
  output: z.strictObject({ code: z.string() }),
  errors: ['rma.fault-code-taken'],
  run: async (work, input) => {
    work.refuseAs('fault_code_pkey', async () =>
      rmaErrors.error('fault-code-taken', { faultCode: input.code }),
    );
    await insertFaultCode(work, input);
    return { code: input.code };
  },
});
