/** Chinese words for the refusals of counts, adjustments and scrapping. */
export const countsErrorsZhCn = {
  'counts.unknown-count.title': '没有这个盘点单',
  'counts.unknown-count.remedy': '请检查编号，或在列表中查找。',
  'counts.version-changed.title': '其他人已修改此单据',
  'counts.version-changed.remedy': '请重新加载页面，查看变化后再操作。当前状态：{state}。',
  'counts.event-not-allowed.title': '现在不能执行这一步',
  'counts.event-not-allowed.remedy': '请重新加载页面，选择其中提供的步骤。当前状态：{state}。',
} as const;
