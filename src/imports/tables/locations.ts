/** Locations as a table: site, code, kind, zone, place on the walk. A kind never changes by a file. */
import {
  type LocationCells,
  locationCodesTaken,
  type NamedSite,
  type StoredLocation,
  sitesByCode,
  storedLocations,
  writeLocations,
} from '../../inventory/index.ts';
import type { FileRow } from '../table/against-stored.rules.ts';
import {
  labelColumn,
  optional,
  textColumn,
  wholeColumn,
  wordColumn,
} from '../table/columns.rules.ts';
import { defineTable, type TableSpec } from '../table/define-table.ts';
import { faultOfCell } from '../table/fault.rules.ts';
import type { Fault } from '../table/read-table.rules.ts';

type Row = FileRow<LocationCells, StoredLocation>;

/** What the judge holds a row against. */
interface Known {
  readonly sites: ReadonlyMap<string, NamedSite>;
  /** Codes that some location has, in use or not. */
  readonly taken: ReadonlySet<string>;
  /** Zones by code, stored and of this file, with their site and the zone they lie in. */
  readonly zones: ReadonlyMap<string, Pick<LocationCells, 'site' | 'zone'>>;
}

function siteFaults(row: Row, { sites }: Known): Fault[] {
  const { site } = row.value;
  const cell = ['site', site] as const;
  const found = sites.get(site);
  if (found === undefined || !found.isOwn) return [faultOfCell(row, cell, 'unknown-site')];
  return found.isOpen ? [] : [faultOfCell(row, cell, 'site-is-retired')];
}

/** Whether a zone of the file ends up in itself. */
function isInItself(code: string, { zones }: Known): boolean {
  const seen = new Set<string>();
  for (let here = zones.get(code)?.zone ?? null; here !== null; ) {
    if (here === code) return true;
    if (seen.has(here)) return false;
    seen.add(here);
    here = zones.get(here)?.zone ?? null;
  }
  return false;
}

function zoneFaults(row: Row, known: Known): Fault[] {
  const { zone, site, code } = row.value;
  if (zone === null) return [];
  const cell = ['zone', zone] as const;
  const found = known.zones.get(zone);
  if (found === undefined || found.site !== site) return [faultOfCell(row, cell, 'unknown-zone')];
  return isInItself(code, known) ? [faultOfCell(row, cell, 'zone-in-itself')] : [];
}

function changeFaults(row: Row, { taken }: Known): Fault[] {
  const { value, stored } = row;
  if (stored === null) {
    if (taken.has(value.code)) return [faultOfCell(row, ['code', value.code], 'code-taken')];
    const isVan = value.kind === 'van';
    return isVan ? [faultOfCell(row, ['kind', value.kind], 'van-needs-keeper')] : [];
  }
  const faults: Fault[] = [];
  if (stored.site !== value.site) {
    faults.push(faultOfCell(row, ['site', value.site], 'is-fixed', { is: stored.site }));
  }
  if (stored.kind !== value.kind) {
    faults.push(faultOfCell(row, ['kind', value.kind], 'is-fixed', { is: stored.kind }));
  }
  if (stored.kind === 'zone' && stored.zone !== value.zone) {
    faults.push(faultOfCell(row, ['zone', value.zone], 'is-fixed', { is: stored.zone }));
  }
  return faults;
}

const spec: TableSpec<LocationCells, StoredLocation> = {
  name: 'locations',
  rows: 'locations',
  permission: 'sites.edit',
  columns: {
    site: labelColumn(['Site', '仓库', 'Site code', '网点', '仓库代码'], 40),
    code: labelColumn(['Code', '库位', 'Location', 'Location code', 'Bin', '库位代码', '货位'], 40),
    kind: wordColumn(['Kind', '库位类型', 'Type', '类型'], {
      storage: ['bin', 'shelf', '存储', '存储库位', '货位'],
      bench: ['workbench', '工位', '维修工位'],
      quarantine: ['隔离', '隔离区'],
      dock: ['receiving', '收货区', '收货'],
      shipping: ['发货区', '发货'],
      van: ['车', '服务车'],
      zone: ['区', '库区', '区域'],
    }),
    name: optional(textColumn(['Name', '名称'], 120)),
    zone: optional(labelColumn(['Zone', '所属库区', 'Parent', '上级', '库区'], 40)),
    pickSequence: optional(
      wholeColumn(['Pick sequence', '拣货顺序', 'Sequence', '顺序'], 1, 1_000_000_000),
    ),
  },
  key: ['code'],
  errors: ['inventory.location-code-taken', 'inventory.not-a-zone', 'inventory.site-retired'],
  stored: storedLocations,
  judge: async (read, rows) => {
    const stored = await storedLocations(read);
    const all = [...stored, ...rows.map(({ value }) => value)];
    const known: Known = {
      sites: await sitesByCode(read),
      taken: await locationCodesTaken(
        read,
        rows.map(({ value }) => value.code),
      ),
      zones: new Map(all.filter(({ kind }) => kind === 'zone').map((one) => [one.code, one])),
    };
    return rows.flatMap((row) => [
      ...siteFaults(row, known),
      ...zoneFaults(row, known),
      ...changeFaults(row, known),
    ]);
  },
  write: (work, rows) =>
    writeLocations(
      work,
      rows.map(({ value, stored }) => ({ ...value, id: stored?.id ?? null })),
    ),
};

export const locationsTable = defineTable(spec);
