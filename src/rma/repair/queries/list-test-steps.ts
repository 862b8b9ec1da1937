/** The test steps of every model, and those of all models without steps of their own. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineQuery } from '../../../platform/query.ts';
import { id } from '../../../platform/scalars.ts';

const testStepRow = z.strictObject({
  stepId: id,
  /** Null: for every model without steps of its own. */
  partId: id.nullable(),
  partNumber: z.string().nullable(),
  position: z.int(),
  nameEn: z.string(),
  nameZh: z.string(),
  isMandatory: z.boolean(),
});

export const listTestSteps = defineQuery({
  name: 'repair.list-test-steps',
  permission: 'repair.view',
  summary: 'The test steps of every model, and those of models without steps of their own.',
  input: z.strictObject({}),
  output: z.array(testStepRow),
  errors: [],
  run: async (read) => {
    const rows = await read.db.execute<Record<string, unknown> & z.infer<typeof testStepRow>>(sql`
      select s.id as "stepId", s.part_id as "partId", p.part_number as "partNumber", s.position,
             s.name_en as "nameEn", s.name_zh as "nameZh", s.is_mandatory as "isMandatory"
      from test_step s
      left join part p on p.id = s.part_id
      order by p.part_number nulls first, s.position, s.id`);
    return [...rows];
  },
});
