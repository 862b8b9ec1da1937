/** Chinese words for the refusals of picking, packing and shipping of parts. */
export const shipmentsErrorsZhCn = {
  'shipments.unknown-shipment.title': '没有这个发运单',
  'shipments.unknown-shipment.remedy': '请检查编号，或在列表中查找。',
  'shipments.version-changed.title': '其他人已修改此单据',
  'shipments.version-changed.remedy': '请重新加载页面，查看变化后再操作。当前状态：{state}。',
  'shipments.event-not-allowed.title': '现在不能执行这一步',
  'shipments.event-not-allowed.remedy': '请重新加载页面，选择其中提供的步骤。当前状态：{state}。',
  'shipments.unknown-box.title': '没有这个箱子',
  'shipments.unknown-box.remedy': '请扫描箱标上的箱号：{box}。',
  'shipments.unknown-line.title': '此行不在该发运单中',
  'shipments.unknown-line.remedy': '请重新加载页面；可能已被他人移除。',
  'shipments.it-holds-goods.title': '发运单是空的',
  'shipments.it-holds-goods.remedy': '请先拣货。',
  'shipments.everything-is-packed.title': '还有未装箱的货',
  'shipments.everything-is-packed.remedy': '请将其余装箱，或注明不装箱发运，或留到下一单。',
  'shipments.something-is-lost.title': '该发运单没有丢失的货',
  'shipments.something-is-lost.remedy': '只有按丢失核销的货才能找回。',
  'shipments.more-than-on-the-way.title': '在途数量不足',
  'shipments.more-than-on-the-way.remedy': '此行在途 {onTheWay}，提交了 {told}。请重新加载页面。',
  'shipments.box-in-other-shipment.title': '此箱属于另一张发运单',
  'shipments.box-in-other-shipment.remedy':
    '箱 {box} 在发运单 {shipment} 中。请换一个箱子，或先从那里移除。',
} as const;
