/** Further units of parts as a table: so many of the unit are so many base units. */
import {
  lockPartsByNumber,
  partsByNumber,
  storedUnits,
  type UnitCells,
  writeUnits,
} from '../../inventory/index.ts';
import { textColumn, wholeColumn, withDefault } from '../table/columns.rules.ts';
import { defineTable, type TableSpec } from '../table/define-table.ts';
import { faultOfCell } from '../table/fault.rules.ts';
import { partFaults, partNumbers } from './part-numbers.ts';

const most = 1_000_000;

const spec: TableSpec<UnitCells, UnitCells> = {
  name: 'part-units',
  rows: 'further units of parts',
  permission: 'parts.import',
  columns: {
    partNumber: partNumbers,
    unit: textColumn(['Unit', '单位', 'Further unit', '辅助单位'], 20),
    numerator: wholeColumn(['Base units', '折合基本单位数', 'Pieces', '折合数量'], 1, most),
    denominator: withDefault(wholeColumn(['Per so many', '每几个单位', 'Per'], 1, most), 1),
  },
  key: ['partNumber', 'unit'],
  stored: storedUnits,
  judge: async (read, rows) => {
    const numbers = rows.map(({ value }) => value.partNumber);
    const parts = await partsByNumber(read, numbers);
    return rows.flatMap((row) => {
      const { partNumber, unit } = row.value;
      const isBase = parts.get(partNumber)?.unitOfMeasure === unit;
      const faults = partFaults(row, 'partNumber', parts);
      return isBase ? [...faults, faultOfCell(row, ['unit', unit], 'is-base-unit')] : faults;
    });
  },
  write: async (work, rows) => {
    const cells = rows.map(({ value }) => value);
    await lockPartsByNumber(
      work,
      cells.map(({ partNumber }) => partNumber),
    );
    await writeUnits(work, cells);
  },
};

export const partUnitsTable = defineTable(spec);
