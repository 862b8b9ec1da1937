/** English words of the pages of kits and bills of material. */
export const kitsPagesEn = {
  'kits.title': 'Kits and bills of material',
} as const;
