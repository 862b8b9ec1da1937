/** Chinese words for the refusals of parts that come back: unused and defective. */
export const partReturnsErrorsZhCn = {
  'part-returns.unknown-return.title': '没有这个归还单',
  'part-returns.unknown-return.remedy': '请检查编号，或在列表中查找。',
  'part-returns.version-changed.title': '其他人已修改此单据',
  'part-returns.version-changed.remedy': '请重新加载页面，查看变化后再操作。当前状态：{state}。',
  'part-returns.event-not-allowed.title': '现在不能执行这一步',
  'part-returns.event-not-allowed.remedy':
    '请重新加载页面，选择其中提供的步骤。当前状态：{state}。',
} as const;
