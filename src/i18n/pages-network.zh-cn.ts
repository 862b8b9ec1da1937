/** Chinese words of the pages of the transport network. */
import type { networkPagesEn } from './pages-network.en.ts';

export const networkPagesZhCn = {
  'network.title': '运输网络',
} as const satisfies Readonly<Record<keyof typeof networkPagesEn, string>>;
