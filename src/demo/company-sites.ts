/**
 * The two sites of the demo company and the places in them: a depot in Shenzhen and field stock in
 * Shanghai. Codes of places are unique across sites, since a scanner reads the code alone.
 */

export type DemoLocationKind = 'dock' | 'storage' | 'bench' | 'van' | 'quarantine' | 'shipping';

export interface DemoLocation {
  readonly code: string;
  readonly kind: DemoLocationKind;
  /** Login of the person whose stock it is; vans only. */
  readonly custodian: string | null;
}

export interface DemoSite {
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly address: string;
  readonly phone: string;
  readonly locations: readonly DemoLocation[];
}

interface Grid {
  readonly aisles: readonly string[];
  readonly bays: number;
  readonly shelves: number;
}

const two = (number: number) => String(number).padStart(2, '0');
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const place = (
  code: string,
  kind: DemoLocationKind,
  custodian: string | null = null,
): DemoLocation => ({ code, kind, custodian });

/** Shelf bins of a grid, aisle by aisle: `SZ-A-01-01` is aisle A, bay 1, shelf 1. */
function shelfBins(site: string, { aisles, bays, shelves }: Grid): readonly DemoLocation[] {
  return aisles.flatMap((aisle) =>
    upTo(bays).flatMap((bay) =>
      upTo(shelves).map((shelf) => place(`${site}-${aisle}-${two(bay)}-${two(shelf)}`, 'storage')),
    ),
  );
}

/** Both sites. Phone numbers are of a series that no exchange gives out. */
export const demoSites: readonly [DemoSite, DemoSite] = [
  {
    code: 'SZ',
    nameEn: 'Shenzhen depot',
    nameZh: '深圳维修中心',
    address: '广东省深圳市南山区示例路18号3栋',
    phone: '+86 755 0000 0100',
    locations: [
      place('SZ-DOCK', 'dock'),
      place('SZ-QUARANTINE', 'quarantine'),
      place('SZ-BENCH-01', 'bench'),
      place('SZ-BENCH-02', 'bench'),
      place('SZ-BENCH-03', 'bench'),
      place('SZ-SHIPPING', 'shipping'),
      place('SZ-VAN-01', 'van', 'he.jun'),
      ...shelfBins('SZ', { aisles: ['A', 'B', 'C', 'D'], bays: 6, shelves: 5 }),
    ],
  },
  {
    code: 'SH',
    nameEn: 'Shanghai field stock',
    nameZh: '上海备件库',
    address: '上海市闵行区样板路266号B座',
    phone: '+86 21 0000 0200',
    locations: [
      place('SH-DOCK', 'dock'),
      place('SH-QUARANTINE', 'quarantine'),
      place('SH-SHIPPING', 'shipping'),
      place('SH-VAN-01', 'van', 'zhou.kai'),
      ...shelfBins('SH', { aisles: ['A'], bays: 4, shelves: 4 }),
    ],
  },
];

const [first, ...others] = demoSites
  .flatMap(({ locations }) => locations)
  .filter(({ kind }) => kind === 'storage')
  .map(({ code }) => code);

/** Codes of all shelf bins, those of the depot first. */
export const demoBinCodes: readonly [string, ...string[]] = [first ?? 'SZ-A-01-01', ...others];
