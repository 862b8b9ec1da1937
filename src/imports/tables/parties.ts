/** Customers, suppliers and repairers as a table. What kind of partner one is never changes by a file. */
import {
  type PartyCells,
  partiesByCode,
  type StoredParty,
  storedParties,
  writeParties,
} from '../../inventory/index.ts';
import {
  labelColumn,
  optional,
  textColumn,
  withDefault,
  wordColumn,
} from '../table/columns.rules.ts';
import { defineTable, type TableSpec } from '../table/define-table.ts';
import { faultOfCell } from '../table/fault.rules.ts';

const spec: TableSpec<PartyCells, StoredParty> = {
  name: 'parties',
  rows: 'customers, suppliers and repairers',
  permission: 'parties.edit',
  columns: {
    code: labelColumn(
      ['Code', '代码', 'Customer code', 'Supplier code', '客户代码', '供应商代码'],
      30,
    ),
    kind: wordColumn(['Kind', '类型', 'Type'], {
      customer: ['client', '客户'],
      supplier: ['vendor', '供应商', '供货商'],
      repairer: ['repair shop', '维修商', '维修厂'],
    }),
    nameEn: optional(textColumn(['Name (en)', '英文名称', 'Name', 'English name', '英文名'], 200)),
    nameZh: optional(textColumn(['Name (zh)', '中文名称', 'Chinese name', '名称', '中文名'], 200)),
    contactName: optional(textColumn(['Contact', '联系人', 'Contact name'], 120)),
    phone: optional(textColumn(['Phone', '电话', 'Telephone', '联系电话', '手机'], 40)),
    email: optional(textColumn(['Email', '邮箱', 'E-mail', '电子邮箱'], 200)),
    address: optional(textColumn(['Address', '地址', '收货地址'], 400)),
    locale: withDefault(
      wordColumn(['Language', '语言'], {
        en: ['english', '英文', '英语'],
        'zh-CN': ['zh', 'chinese', '中文'],
      }),
      'zh-CN',
    ),
  },
  key: ['code'],
  errors: ['inventory.party-code-taken'],
  stored: storedParties,
  judge: async (read, rows) => {
    const taken = await partiesByCode(
      read,
      rows.map(({ value }) => value.code),
    );
    return rows.flatMap((row) => {
      const { value, stored } = row;
      const faults = [];
      if (value.nameEn === null && value.nameZh === null) {
        faults.push(faultOfCell(row, ['name', ''], 'required'));
      }
      if (stored === null && taken.has(value.code)) {
        faults.push(faultOfCell(row, ['code', value.code], 'code-taken'));
      }
      if (stored !== null && stored.kind !== value.kind) {
        faults.push(faultOfCell(row, ['kind', value.kind], 'is-fixed', { is: stored.kind }));
      }
      return faults;
    });
  },
  write: (work, rows) =>
    writeParties(
      work,
      rows.map(({ value, stored }) => ({ ...value, id: stored?.id ?? null })),
    ),
};

export const partiesTable = defineTable(spec);
