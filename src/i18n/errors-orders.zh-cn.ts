/** Chinese words for the refusals of requests and orders for parts. */
export const ordersErrorsZhCn = {
  'orders.unknown-order.title': '没有这个调拨单',
  'orders.unknown-order.remedy': '请检查编号，或在列表中查找。',
  'orders.unknown-request.title': '没有这个备件申请',
  'orders.unknown-request.remedy': '请检查编号，或在列表中查找。',
  'orders.version-changed.title': '其他人已修改此单据',
  'orders.version-changed.remedy': '请重新加载页面，查看变化后再操作。当前状态：{state}。',
  'orders.event-not-allowed.title': '现在不能执行这一步',
  'orders.event-not-allowed.remedy': '请重新加载页面，选择其中提供的步骤。当前状态：{state}。',
} as const;
