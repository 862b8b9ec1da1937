/** Further codes of parts as a table: one row a code. A code of another part is refused, never moved. */
import {
  type BarcodeCells,
  partsByNumber,
  refuseTakenCodes,
  storedBarcodes,
  writeBarcodes,
} from '../../inventory/index.ts';
import { labelColumn } from '../table/columns.rules.ts';
import { defineTable, type TableSpec } from '../table/define-table.ts';
import { faultOfCell } from '../table/fault.rules.ts';
import { partFaults, partNumbers } from './part-numbers.ts';

const spec: TableSpec<BarcodeCells, BarcodeCells> = {
  name: 'barcodes',
  rows: 'barcodes of parts',
  permission: 'parts.import',
  columns: {
    partNumber: partNumbers,
    code: labelColumn(['Barcode', '条码', 'Code', '条形码', 'EAN', 'UPC', 'GTIN'], 64),
  },
  key: ['code'],
  errors: ['inventory.barcode-taken'],
  stored: storedBarcodes,
  judge: async (read, rows) => {
    const numbers = rows.map(({ value }) => value.partNumber);
    const parts = await partsByNumber(read, numbers);
    return rows.flatMap((row) => {
      const faults = partFaults(row, 'partNumber', parts);
      const { stored, value } = row;
      if (stored === null) return faults;
      const params = { partNumber: stored.partNumber };
      return [...faults, faultOfCell(row, ['code', value.code], 'barcode-of-another', params)];
    });
  },
  write: async (work, rows) => {
    const cells = rows.map(({ value }) => value);
    refuseTakenCodes(
      work,
      '',
      cells.map(({ code }) => code),
    );
    await writeBarcodes(work, cells);
  },
};

export const barcodesTable = defineTable(spec);
