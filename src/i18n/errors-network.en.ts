/** English words for the refusals of the transport network. */
export const networkErrorsEn = {
  'network.unknown-lane.title': 'There is no such lane',
  'network.unknown-lane.remedy': 'Check the number, or look for it in the list.',
} as const;
