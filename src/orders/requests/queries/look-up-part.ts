/** The part a typed or scanned code means, as somebody who asks for it wants to know it. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { coveringParts } from '../../../inventory/index.ts';
import { isoDay } from '../../../platform/clock.ts';
import { defineQuery } from '../../../platform/query.ts';
import { id, moneyMinor, text } from '../../../platform/scalars.ts';

const askable = z.strictObject({
  id,
  partNumber: z.string(),
  nameEn: z.string().nullable(),
  nameZh: z.string().nullable(),
  unitOfMeasure: z.string(),
  costMinor: moneyMinor.nullable(),
  currency: z.string(),
  isRetired: z.boolean(),
  /** The part that took its place; null when none did. */
  successor: z.strictObject({ id, partNumber: z.string() }).nullable(),
});
export type AskablePart = z.infer<typeof askable>;

type Row = Record<string, unknown> & Omit<AskablePart, 'successor'>;

export const lookUpParts = defineQuery({
  name: 'requests.look-up-parts',
  permission: 'parts.view',
  summary: 'The parts that a typed or scanned code, or ids, mean for somebody who asks for parts.',
  input: z.strictObject({
    code: text(200).nullable().default(null),
    partIds: z.array(id).max(100).default([]),
  }),
  output: z.strictObject({ parts: z.array(askable) }),
  errors: [],
  run: async (read, { code, partIds }) => {
    const rows = await read.db.execute<Row>(sql`
      select p.id, p.part_number as "partNumber", p.name_en as "nameEn", p.name_zh as "nameZh",
             p.unit_of_measure as "unitOfMeasure", p.cost_minor as "costMinor", p.currency,
             p.retired_at is not null as "isRetired"
      from part p
      where p.id in (select jsonb_array_elements_text(${JSON.stringify(partIds)}::jsonb)::uuid)
         or upper(p.part_number) = upper(${code}) or p.manufacturer_part_number = ${code}
         or p.id in (select part_id from part_barcode where part_barcode.code = ${code})
      order by p.part_number <> coalesce(${code}::text, ''), p.part_number
      limit 120`);
    const ids = [...rows].map((row) => row.id);
    const covers = await coveringParts(read, ids, isoDay(read.now));
    const parts = [...rows].map((row) => {
      const next = covers.get(row.id)?.find((one) => one.kind === 'supersedes');
      const successor =
        next === undefined ? null : { id: next.partId, partNumber: next.partNumber };
      return { ...row, successor };
    });
    return { parts };
  },
});
