/** Chinese words of the planning pages: suggestions and levels. */
import type { planningPagesEn } from './pages-planning.en.ts';

export const planningPagesZhCn = {
  'planning.title': '补货建议',
  'planning.levels': '最小与最大库存',
  'planning.search': '料号或名称',
  'planning.part': '料号',
  'planning.name': '名称',
  'planning.site': '仓库',
  'planning.order': '建议订购',
  'planning.why': '理由',
  'planning.why-levels':
    '现有 {onHand} − 预留 {reserved} = 可用 {available}，不高于最小库存 {min}：订购 {quantity}，补到最大库存 {max}。',
  'planning.why-packs':
    '订购量超过最大库存 {max}，因为供应商起订量为 {minimumOrder}，每包 {packSize}。',
  'planning.why-lead': '提前期 {days} 天。',
  'planning.why-demand': '近 12 个月需求 {demand}。',
  'planning.value': '金额',
  'planning.opened': '提出日期',
  'planning.reviewed': '复核日期',
  'planning.none':
    '没有备件低于最小库存。未设最小库存的备件不参与监控，请在“最小与最大库存”中设置。',
  'planning.levels-none': '尚未设置。请在下方设置第一个，或导入备件清单。',
  'planning.min': '最小库存',
  'planning.max': '最大库存',
  'planning.min-hint': '可用量不高于此数时建议订购。',
  'planning.max-hint': '订购补到此数。',
  'planning.set-by': '设置人',
  'planning.change': '更改',
  'planning.set': '设置库存水平',
  'planning.set-go': '设置',
  'planning.set-done': '{part} 的库存水平：{min} 至 {max}。',
} as const satisfies Readonly<Record<keyof typeof planningPagesEn, string>>;
