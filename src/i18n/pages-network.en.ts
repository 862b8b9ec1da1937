/** English words of the pages of the transport network. */
export const networkPagesEn = {
  'network.title': 'The transport network',
} as const;
