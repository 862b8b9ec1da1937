/** Chinese words for the refusals of purchase demand and purchase orders. */
export const purchasingErrorsZhCn = {
  'purchasing.unknown-purchase-order.title': '没有这个采购订单',
  'purchasing.unknown-purchase-order.remedy': '请检查编号，或在列表中查找。',
  'purchasing.version-changed.title': '其他人已修改此单据',
  'purchasing.version-changed.remedy': '请重新加载页面，查看变化后再操作。当前状态：{state}。',
  'purchasing.event-not-allowed.title': '现在不能执行这一步',
  'purchasing.event-not-allowed.remedy': '请重新加载页面，选择其中提供的步骤。当前状态：{state}。',
} as const;
