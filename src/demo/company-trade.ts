/**
 * From whom the demo company buys, on which terms, and which parts stand in for others. Parts are given
 * by their place in a list of plain parts, because the list is drawn by chance. Data only.
 */

export interface DemoSupplier {
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly contactName: string;
  readonly phone: string;
  readonly email: string;
  readonly leadTimeDays: number;
  /** Parts in a thousand of our cost: what they ask for one piece. */
  readonly perMille: number;
}

/** Three suppliers; phones of a series that no exchange gives out. */
export const demoSuppliers: readonly DemoSupplier[] = [
  {
    code: 'V0001',
    nameEn: 'Haixing Electronics',
    nameZh: '海星电子',
    contactName: '吴晓东',
    phone: '+86 755 0000 0301',
    email: 'sales@haixing.example',
    leadTimeDays: 12,
    perMille: 1_000,
  },
  {
    code: 'V0002',
    nameEn: 'Jinling Precision Parts',
    nameZh: '金陵精密',
    contactName: '徐静',
    phone: '+86 25 0000 0302',
    email: 'orders@jinling.example',
    leadTimeDays: 21,
    perMille: 920,
  },
  {
    code: 'V0003',
    nameEn: 'Express Spares Hong Kong',
    nameZh: '港达备件',
    contactName: 'Ken Lau',
    phone: '+852 0000 0303',
    email: 'desk@express-spares.example',
    leadTimeDays: 3,
    perMille: 1_350,
  },
];

/** From so many pieces on, so many thousandths of the price of one. */
export const demoBreaks = [
  { fromQuantity: 1, perMille: 1_000 },
  { fromQuantity: 20, perMille: 950 },
  { fromQuantity: 100, perMille: 880 },
] as const;

/** Bins of an aisle that is not used yet: aisle E, three bays of four shelves. */
export const demoOverflow = { zone: 'SZ-E', pattern: 'SZ-E-{01..03}-{01..04}' } as const;

/** Who may be bought from, for how many of the plain parts. */
export const suppliedParts = 24;
