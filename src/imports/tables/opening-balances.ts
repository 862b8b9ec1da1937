/**
 * Opening balances as a table: what lies where on the first day. A balance is posted once, so the same
 * file twice posts nothing, and a row that says something else is refused.
 */
import {
  conditions,
  type FoundPiece,
  findPieces,
  knownLots,
  locationsByCode,
  lockOpenings,
  type Opening,
  type PartByNumber,
  partsByNumber,
  periodErrors,
  pieceKey,
  postingErrors,
  postOpenings,
  storedOpenings,
} from '../../inventory/index.ts';
import {
  dayColumn,
  labelColumn,
  listColumn,
  moneyColumn,
  numberOnPackage,
  optional,
  wholeColumn,
  withDefault,
  wordColumn,
} from '../table/columns.rules.ts';
import { defineTable, type TableSpec } from '../table/define-table.ts';
import { faultOfCell } from '../table/fault.rules.ts';
import type { Fault } from '../table/read-table.rules.ts';
import {
  type OpeningCells,
  type OpeningRow,
  openingPile,
  sortOpenings,
} from './opening-sort.rules.ts';
import { partFaults, partNumbers } from './part-numbers.ts';

const valueMax = 100_000_000_000_000;

/** What rows are held against. */
interface Known {
  readonly parts: ReadonlyMap<string, PartByNumber>;
  readonly places: ReadonlyMap<string, string>;
  readonly pieces: ReadonlyMap<string, FoundPiece>;
  /** Day of expiry by part and lot, as stored or as an earlier row said. */
  readonly expiry: Map<string, string | null>;
  readonly firstRow: Map<string, number>;
}

function trackingFaults(row: OpeningRow, part: PartByNumber): Fault[] {
  const { lotNumber, expiresOn, serialNumbers, quantity } = row.value;
  const faults: Fault[] = [];
  const isByLot = part.tracking === 'lot';
  if (isByLot && lotNumber === null) faults.push(faultOfCell(row, ['lotNumber', ''], 'required'));
  if (!isByLot && lotNumber !== null) {
    faults.push(faultOfCell(row, ['lotNumber', lotNumber], 'not-tracked-by-lot'));
  }
  if (!isByLot && expiresOn !== null) {
    faults.push(faultOfCell(row, ['expiresOn', expiresOn], 'not-tracked-by-lot'));
  }
  const given = serialNumbers.length;
  if (part.tracking === 'serial' && given !== quantity) {
    const params = { expected: quantity, given };
    faults.push(faultOfCell(row, ['serialNumbers', given], 'serials-differ', params));
  }
  if (part.tracking !== 'serial' && given > 0) {
    faults.push(faultOfCell(row, ['serialNumbers', given], 'not-tracked-by-serial'));
  }
  return faults;
}

function pieceFaults(row: OpeningRow, part: PartByNumber, { pieces, firstRow }: Known): Fault[] {
  return row.value.serialNumbers.flatMap((serialNumber) => {
    const key = pieceKey({ partId: part.id, serialNumber });
    const cell = ['serialNumbers', serialNumber] as const;
    const first = firstRow.get(key);
    if (first !== undefined) {
      return [faultOfCell(row, cell, 'duplicate-in-file', { firstRow: first })];
    }
    firstRow.set(key, row.row);
    const pile = pieces.get(key);
    const location = pile?.locationCode ?? '';
    return pile?.pile == null ? [] : [faultOfCell(row, cell, 'serial-is-known', { location })];
  });
}

function lotFaults(row: OpeningRow, part: PartByNumber, { expiry }: Known): Fault[] {
  const { lotNumber, expiresOn } = row.value;
  if (lotNumber === null || expiresOn === null) return [];
  const key = `${part.id}|${lotNumber}`;
  const known = expiry.get(key) ?? null;
  if (known === null) expiry.set(key, expiresOn);
  if (known === null || known === expiresOn) return [];
  return [faultOfCell(row, ['expiresOn', expiresOn], 'expiry-differs', { known })];
}

function rowFaults(row: OpeningRow, known: Known): Fault[] {
  const { partNumber, location, quantity, unitValueMinor } = row.value;
  const faults = partFaults(row, 'partNumber', known.parts);
  if (!known.places.has(location)) {
    faults.push(faultOfCell(row, ['location', location], 'unknown-bin'));
  }
  if (unitValueMinor !== null && unitValueMinor > Math.floor(valueMax / quantity)) {
    faults.push(faultOfCell(row, ['unitValueMinor', unitValueMinor], 'too-large'));
  }
  if (row.news === 'changed') {
    const params = { posted: row.stored?.quantity ?? 0 };
    faults.push(faultOfCell(row, ['quantity', quantity], 'opening-is-posted', params));
  }
  const pile = openingPile(row.value);
  const first = known.firstRow.get(pile);
  const isByPiece = row.value.serialNumbers.length > 0;
  if (!isByPiece && first !== undefined) {
    faults.push(
      faultOfCell(row, ['partNumber', partNumber], 'duplicate-in-file', { firstRow: first }),
    );
  }
  if (!isByPiece) known.firstRow.set(pile, first ?? row.row);
  const part = known.parts.get(partNumber);
  if (part === undefined || row.news === 'changed') return faults;
  return [
    ...faults,
    ...trackingFaults(row, part),
    ...pieceFaults(row, part, known),
    ...lotFaults(row, part, known),
  ];
}

const conditionWords = {
  new: ['新', '新品'],
  good: ['ok', '良品', '好件'],
  unverified: ['待检', '未检'],
  defective: ['bad', 'faulty', '坏件', '故障件', '坏品'],
  quarantine: ['隔离'],
} satisfies Record<(typeof conditions)[number], readonly string[]>;

const spec: TableSpec<OpeningCells, OpeningCells> = {
  name: 'opening-balances',
  rows: 'opening balances',
  permission: 'stock.adjust',
  columns: {
    partNumber: partNumbers,
    location: labelColumn(['Location', '库位', 'Bin', 'Location code', '库位代码', '货位'], 40),
    condition: withDefault(
      wordColumn<string>(['Condition', '品质状态', 'State', '状态'], conditionWords),
      'new',
    ),
    lotNumber: optional(numberOnPackage(['Lot', '批次', 'Lot number', 'Batch', '批号'], 60)),
    expiresOn: optional(dayColumn(['Expires on', '有效期至', 'Expiry', '到期日', '有效期'])),
    serialNumbers: listColumn(['Serial numbers', '序列号', 'Serial number', 'SN', 'Serials'], 100),
    quantity: wholeColumn(
      ['Quantity', '数量', 'On hand', '库存数量', '期初数量'],
      1,
      1_000_000_000,
    ),
    unitValueMinor: optional(
      moneyColumn(['Unit value', '单位价值', 'Unit cost', '单价', '单位成本']),
    ),
  },
  key: ['partNumber', 'location', 'condition', 'lotNumber', 'serialNumbers'],
  errors: [...postingErrors, ...periodErrors],
  lock: lockOpenings,
  stored: storedOpenings,
  sort: sortOpenings,
  judge: async (read, rows) => {
    const numbers = rows.map(({ value }) => value.partNumber);
    const parts = await partsByNumber(read, numbers);
    const named = rows.flatMap(({ value }) => {
      const part = parts.get(value.partNumber);
      if (part === undefined) return [];
      return value.serialNumbers.map((serialNumber) => ({ partId: part.id, serialNumber }));
    });
    const known: Known = {
      parts,
      places: await locationsByCode(read),
      pieces: await findPieces(read, named),
      expiry: new Map(
        await knownLots(
          read,
          [...parts.values()].map(({ id }) => id),
        ),
      ),
      firstRow: new Map(),
    };
    return rows.flatMap((row) => rowFaults(row, known));
  },
  write: async (work, rows) => {
    const numbers = rows.map(({ value }) => value.partNumber);
    const parts = await partsByNumber(work, numbers);
    const places = await locationsByCode(work);
    const openings = rows.flatMap(({ value }): Opening[] => {
      const partId = parts.get(value.partNumber)?.id;
      const locationId = places.get(value.location);
      const condition = conditions.find((one) => one === value.condition);
      if (partId === undefined || locationId === undefined || condition === undefined) return [];
      return [{ ...value, partId, locationId, condition }];
    });
    await postOpenings(work, openings);
  },
};

export const openingBalancesTable = defineTable(spec);
