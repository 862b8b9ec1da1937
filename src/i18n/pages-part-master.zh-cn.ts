/** Chinese words of the pages of the part master. */
import type { partMasterPagesEn } from './pages-part-master.en.ts';

export const partMasterPagesZhCn = {} as const satisfies Readonly<
  Record<keyof typeof partMasterPagesEn, string>
>;
