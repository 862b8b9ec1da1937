/** Chinese words for the refusals of planning. */
export const planningErrorsZhCn = {
  'planning.max-not-above-min.title': '最大库存没有大于最小库存',
  'planning.max-not-above-min.remedy': '请填写大于最小库存的最大库存。',
} as const;
