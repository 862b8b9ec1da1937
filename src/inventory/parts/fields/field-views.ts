/** The words of custom fields: their kinds, their definition, and the values parts hold. Shapes only. */
import { z } from 'zod';
import { id, text } from '../../../platform/scalars.ts';

export const customFieldKinds = ['text', 'number', 'day', 'choice'] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

/** A code that people and programs use: small letters, digits and hyphens. */
export const fieldCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);

const labels = {
  labelEn: text(80).nullable().default(null),
  labelZh: text(80).nullable().default(null),
};

const choiceInput = z.strictObject({ code: fieldCode, ...labels });

/** What an administrator says of a field. */
export const fieldWords = {
  ...labels,
  kind: z.enum(customFieldKinds),
  isRequired: z.boolean().default(false),
  /** For a choice only; in the order in which they are shown. */
  choices: z.array(choiceInput).max(100).default([]),
  position: z.int().min(0).max(10_000).default(0),
};

interface Named {
  readonly labelEn: string | null;
  readonly labelZh: string | null;
}

/** Whether a field has a name in one of the languages. */
export function isNamed({ labelEn, labelZh }: Named): boolean {
  return labelEn !== null || labelZh !== null;
}

/** Whether there are choices exactly where one is to be chosen, each with a name and once. */
export function hasRightChoices({
  kind,
  choices,
}: {
  readonly kind: CustomFieldKind;
  readonly choices: readonly (Named & { readonly code: string })[];
}): boolean {
  const isOnce = new Set(choices.map(({ code }) => code)).size === choices.length;
  return (kind === 'choice') === choices.length > 0 && isOnce && choices.every(isNamed);
}

export const customFieldView = z.strictObject({
  id,
  code: z.string(),
  labelEn: z.string().nullable(),
  labelZh: z.string().nullable(),
  kind: z.enum(customFieldKinds),
  isRequired: z.boolean(),
  choices: z.array(
    z.strictObject({
      code: z.string(),
      labelEn: z.string().nullable(),
      labelZh: z.string().nullable(),
    }),
  ),
  position: z.int(),
  isRetired: z.boolean(),
  version: z.int(),
});
export type CustomFieldView = z.infer<typeof customFieldView>;

/** A field as one part holds it; null where it says nothing. */
export const customValueView = customFieldView.extend({
  value: z.union([z.string(), z.number()]).nullable(),
});
export type CustomValueView = z.infer<typeof customValueView>;
