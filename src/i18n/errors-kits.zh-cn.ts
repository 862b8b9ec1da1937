/** Chinese words for the refusals of kits and bills of material. */
export const kitsErrorsZhCn = {
  'kits.unknown-kit.title': '没有这个套件',
  'kits.unknown-kit.remedy': '请检查编号，或在列表中查找。',
} as const;
