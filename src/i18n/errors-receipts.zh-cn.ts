/** Chinese words for the refusals of receiving by list and discrepancies. */
export const receiptsErrorsZhCn = {
  'receipts.unknown-receipt.title': '没有这个收货单',
  'receipts.unknown-receipt.remedy': '请检查编号，或在列表中查找。',
  'receipts.unknown-discrepancy.title': '没有这个差异',
  'receipts.unknown-discrepancy.remedy': '请检查编号，或在列表中查找。',
  'receipts.version-changed.title': '其他人已修改此单据',
  'receipts.version-changed.remedy': '请重新加载页面，查看变化后再操作。当前状态：{state}。',
  'receipts.event-not-allowed.title': '现在不能执行这一步',
  'receipts.event-not-allowed.remedy': '请重新加载页面，选择其中提供的步骤。当前状态：{state}。',
} as const;
