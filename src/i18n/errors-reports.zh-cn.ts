/** Chinese words for the refusals of inventory and transaction reports. */
export const reportsErrorsZhCn = {
  'reports.days-reversed.title': '结束日期早于开始日期',
  'reports.days-reversed.remedy':
    '开始日期为 {fromDay}，结束日期为 {untilDay}。请修改其中一个日期。',
  'reports.too-many-periods.title': '期间数过多',
  'reports.too-many-periods.remedy':
    '一份报表最多显示 {max} 个期间。请选择更长的期间，或缩短日期范围。',
  'reports.whole-company-only.title': '此报表只按全公司统计',
  'reports.whole-company-only.remedy': '库存金额按全公司核算。请联系可查看全部仓库金额的同事。',
} as const;
