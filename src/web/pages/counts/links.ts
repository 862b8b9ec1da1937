/** The addresses of the pages of counts and changes of stock, in one list. */
export const countLinks = {
  hub: '/counts',
  new: '/counts/new',
  count: (countId: string) => `/counts/${countId}`,
  bin: (countId: string, binId: string) => `/counts/${countId}/bins/${binId}`,
  changes: '/counts/changes',
  change: (changeId: string) => `/counts/changes/${changeId}`,
  proof: (proofId: string) => `/counts/proofs/${proofId}`,
  newAdjustment: '/counts/adjustments/new',
  newScrap: '/counts/scrap/new',
  settings: '/counts/settings',
} as const;
