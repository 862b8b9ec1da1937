/** Chinese words of the pages of picking, packing and shipping of parts. */
import type { shipmentsPagesEn } from './pages-shipments.en.ts';

export const shipmentsPagesZhCn = {
  'shipments.title': '拣货、装箱与发运',
} as const satisfies Readonly<Record<keyof typeof shipmentsPagesEn, string>>;
