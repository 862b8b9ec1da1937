/** Offers of suppliers as a table: one row a part and supplier, its prices by quantity in one cell. */
import {
  lockPartsByNumber,
  type OfferCells,
  partiesByCode,
  partsByNumber,
  storedOffers,
  writeOffers,
} from '../../inventory/index.ts';
import {
  currencyColumn,
  dayColumn,
  labelColumn,
  optional,
  pricesColumn,
  textColumn,
  wholeColumn,
  withDefault,
  yesNoColumn,
} from '../table/columns.rules.ts';
import { defineTable, type TableSpec } from '../table/define-table.ts';
import { faultOfCell } from '../table/fault.rules.ts';
import { partFaults, partNumbers } from './part-numbers.ts';

const quantityMax = 1_000_000_000;

const spec: TableSpec<OfferCells, OfferCells> = {
  name: 'supplier-parts',
  rows: 'offers of suppliers with their price breaks',
  permission: 'parts.import',
  columns: {
    partNumber: partNumbers,
    supplier: labelColumn(['Supplier', '供应商', 'Supplier code', 'Vendor', '供应商代码'], 30),
    supplierPartNumber: optional(
      textColumn(['Supplier part number', '供应商料号', 'Supplier part no', 'Vendor part'], 80),
    ),
    currency: withDefault(currencyColumn(), 'CNY'),
    priceBreaks: pricesColumn(['Price breaks', '阶梯价', 'Prices', 'Price', '价格', '单价']),
    packSize: withDefault(wholeColumn(['Pack size', '包装数', '包装数量'], 1, quantityMax), 1),
    minimumOrder: withDefault(
      wholeColumn(['Minimum order', '最小起订量', 'MOQ', '起订量'], 1, quantityMax),
      1,
    ),
    leadTimeDays: optional(
      wholeColumn(['Lead time days', '提前期(天)', 'Lead time', '交期', '提前期'], 0, 3_650),
    ),
    isPreferred: withDefault(yesNoColumn(['Preferred', '首选', '首选供应商']), false),
    validFrom: optional(dayColumn(['Valid from', '生效日期', 'From'])),
    validTo: optional(dayColumn(['Valid to', '失效日期', 'To'])),
  },
  key: ['partNumber', 'supplier'],
  stored: storedOffers,
  judge: async (read, rows) => {
    const numbers = rows.map(({ value }) => value.partNumber);
    const parts = await partsByNumber(read, numbers);
    const codes = rows.map(({ value }) => value.supplier);
    const suppliers = await partiesByCode(read, codes);
    const preferred = new Map<string, number>();
    return rows.flatMap((row) => {
      const { partNumber, supplier, isPreferred, validFrom, validTo } = row.value;
      const faults = partFaults(row, 'partNumber', parts);
      const party = suppliers.get(supplier);
      if (party === undefined || party.isRetired) {
        faults.push(faultOfCell(row, ['supplier', supplier], 'unknown-party'));
      } else if (party.kind !== 'supplier' && party.kind !== 'repairer') {
        faults.push(faultOfCell(row, ['supplier', supplier], 'not-a-supplier'));
      }
      if (validFrom !== null && validTo !== null && validTo < validFrom) {
        faults.push(faultOfCell(row, ['validTo', validTo], 'ends-before-start'));
      }
      const firstRow = preferred.get(partNumber);
      if (isPreferred && firstRow !== undefined) {
        faults.push(faultOfCell(row, ['isPreferred', 'yes'], 'second-preferred', { firstRow }));
      }
      if (isPreferred && firstRow === undefined) preferred.set(partNumber, row.row);
      return faults;
    });
  },
  write: async (work, rows) => {
    const cells = rows.map(({ value }) => value);
    await lockPartsByNumber(
      work,
      cells.map(({ partNumber }) => partNumber),
    );
    await writeOffers(work, cells);
  },
};

export const supplierPartsTable = defineTable(spec);
