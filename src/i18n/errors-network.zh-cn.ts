/** Chinese words for the refusals of the transport network. */
export const networkErrorsZhCn = {
  'network.unknown-lane.title': '没有这个运输线路',
  'network.unknown-lane.remedy': '请检查编号，或在列表中查找。',
} as const;
