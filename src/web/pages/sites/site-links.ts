/** The addresses of sites and locations, and of what is printed for them. */
const query = (values: Readonly<Record<string, string | null>>) => {
  const given = Object.entries(values).filter((one): one is [string, string] => one[1] !== null);
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
};

export const siteLinks = {
  site: (siteId: string, filter: Readonly<Record<string, string | null>> = {}) =>
    `/sites/${siteId}${query(filter)}`,
  bins: (siteId: string, zoneId: string | null = null) =>
    `/sites/${siteId}/bins${query({ parentId: zoneId })}`,
  newLocation: (siteId: string) => `/sites/${siteId}/new-location`,
  location: (locationId: string) => `/locations/${locationId}`,
  /** Sheets count from 1. */
  labels: (siteId: string, zoneId: string | null, sheet: number) =>
    `/documents/sites/${siteId}/labels.pdf${query({ zoneId, sheet: String(sheet) })}`,
} as const;
