/** What holds for every site is changed only by somebody who may change it for every site. */
import { platformErrors } from '../platform/platform-errors.ts';
import type { Work } from '../platform/work.ts';

/** @throws platform.not-permitted for somebody whose right is limited to some sites */
export function requireEverywhere(work: Work): void {
  if (work.scopes === 'all') return;
  throw platformErrors.error('not-permitted', { permission: 'network.edit' });
}
