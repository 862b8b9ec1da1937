/** The addresses of the pages of returns of parts, in one list. */
export const returnLinks = {
  hub: '/part-returns',
  scan: '/part-returns/scan',
  new: '/part-returns/new',
  use: '/part-returns/use',
  owed: '/defective-returns',
  rules: '/part-returns/rules',
  stock: '/part-returns/my-stock',
  csv: '/part-returns/my-stock.csv',
  stockPart: (partId: string) => `/part-returns/my-stock/${partId}`,
  one: (returnId: string) => `/part-returns/${returnId}`,
} as const;

/** The same page about somebody else. */
export function about(href: string, personId: string | null): string {
  return personId === null ? href : `${href}?${new URLSearchParams({ person: personId })}`;
}
