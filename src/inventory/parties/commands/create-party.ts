/** Adds a customer, supplier or repairer. */
import { z } from 'zod';
import { defineCommand } from '../../../platform/command.ts';
import { text } from '../../../platform/scalars.ts';
import { labelCode, partyKinds } from '../../contract.ts';
import { inventoryErrors } from '../../errors.ts';
import { addParty } from '../store.ts';

export const createParty = defineCommand({
  name: 'parties.create',
  permission: 'parties.edit',
  summary: 'Adds a customer, supplier or repairer.',
  input: z
    .strictObject({
      code: labelCode.max(30),
      kind: z.enum(partyKinds),
      nameEn: text(200).nullable().default(null),
      nameZh: text(200).nullable().default(null),
      contactName: text(120).nullable().default(null),
      phone: text(40).nullable().default(null),
      email: text(200).nullable().default(null),
      address: text(400).nullable().default(null),
      locale: z.enum(['en', 'zh-CN']).default('zh-CN'),
    })
    .refine((value) => value.nameEn !== null || value.nameZh !== null, {
      path: ['nameEn'],
      error: 'name-required',
    }),
  output: z.strictObject({ partyId: z.uuid() }),
  errors: ['inventory.party-code-taken'],
  run: async (work, input) => {
    work.refuseAs('party_code', async () =>
      inventoryErrors.error('party-code-taken', { code: input.code }),
    );
    const partyId = await addParty(work, input);
    work.about(`party:${partyId}`);
    return { partyId };
  },
});
