/** Chinese words for the refusals of picking, packing and shipping of parts. */
export const shipmentsErrorsZhCn = {
  'shipments.unknown-shipment.title': '没有这个发运单',
  'shipments.unknown-shipment.remedy': '请检查编号，或在列表中查找。',
  'shipments.version-changed.title': '其他人已修改此单据',
  'shipments.version-changed.remedy': '请重新加载页面，查看变化后再操作。当前状态：{state}。',
  'shipments.event-not-allowed.title': '现在不能执行这一步',
  'shipments.event-not-allowed.remedy': '请重新加载页面，选择其中提供的步骤。当前状态：{state}。',
} as const;
