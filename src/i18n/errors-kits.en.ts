/** English words for the refusals of kits and bills of material. */
export const kitsErrorsEn = {
  'kits.unknown-kit.title': 'There is no such kit',
  'kits.unknown-kit.remedy': 'Check the number, or look for it in the list.',
} as const;
