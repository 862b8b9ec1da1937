/** The fault codes that technicians may record. */
import { asc } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { faultCodeView } from '../../contract.ts';
import { faultCode } from '../tables.ts';

export const listFaultCodes = defineQuery({
  name: 'repair.list-fault-codes',
  permission: 'repair.view',
  summary: 'The fault codes that technicians may record.',
  input: z.strictObject({}),
  output: z.array(faultCodeView),
  errors: [],
  run: async (read) => {
    const rows = await read.db.select().from(faultCode).orderBy(asc(faultCode.code));
    return rows.map((row) => faultCodeView.parse(row));
  },
});
