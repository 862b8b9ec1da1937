/** What is said of a site when it is opened and when it is changed. */
import { text } from '../../platform/scalars.ts';
import { labelCode } from '../contract.ts';

export const siteWords = {
  code: labelCode.max(20),
  nameEn: text(120).nullable().default(null),
  nameZh: text(120).nullable().default(null),
  address: text(400).nullable().default(null),
  phone: text(40).nullable().default(null),
};

/** Whether there is a name in one of the two languages. */
export function isNamed(value: { nameEn: string | null; nameZh: string | null }): boolean {
  return value.nameEn !== null || value.nameZh !== null;
}
