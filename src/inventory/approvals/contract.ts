/**
 * The words of approvals: what needs a second person, and how a limit is shown. Shapes only; who may
 * approve what is decided by the rule.
 */
import { z } from 'zod';
import { id, moneyMinor } from '../../platform/scalars.ts';

export const approvalKinds = ['request', 'scrap', 'adjustment'] as const;
export const approvalKind = z.enum(approvalKinds);
export type ApprovalKind = z.infer<typeof approvalKind>;

/** Up to which value may be approved; null where there is no limit. */
export const ownLimit = z.strictObject({ kind: approvalKind, maxMinor: moneyMinor.nullable() });

export const limitView = z.strictObject({
  kind: approvalKind,
  /** Null is the limit of everybody who has none of his own. */
  personId: id.nullable(),
  maxMinor: moneyMinor,
  setByName: z.string(),
  setAt: z.iso.datetime(),
});
