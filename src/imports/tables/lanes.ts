/** Lanes as a table: from, to, mode, hours, cost, calendar. A lane leads to a site the reader may change. */
import { type NamedSite, sitesByCode } from '../../inventory/index.ts';
import {
  calendarCodes,
  type LaneCells,
  lockCalendars,
  type StoredLane,
  storedLanes,
  writeLanes,
} from '../../network/index.ts';
import type { FileRow } from '../table/against-stored.rules.ts';
import {
  clockColumn,
  currencyColumn,
  dayColumn,
  labelColumn,
  moneyColumn,
  optional,
  textColumn,
  wholeColumn,
  withDefault,
  wordColumn,
} from '../table/columns.rules.ts';
import { defineTable, type TableSpec } from '../table/define-table.ts';
import { faultOfCell } from '../table/fault.rules.ts';
import type { Fault } from '../table/read-table.rules.ts';

type Row = FileRow<LaneCells, StoredLane>;

function endFaults(row: Row, sites: ReadonlyMap<string, NamedSite>): Fault[] {
  const { from, to } = row.value;
  if (from === to) return [faultOfCell(row, ['to', to], 'lane-to-itself')];
  return (['from', 'to'] as const).flatMap((end) => {
    const code = row.value[end];
    const site = sites.get(code);
    const isUsable = site !== undefined && (end === 'from' || site.isOwn);
    if (!isUsable) return [faultOfCell(row, [end, code], 'unknown-site')];
    return site.isOpen ? [] : [faultOfCell(row, [end, code], 'site-is-retired')];
  });
}

const spec: TableSpec<LaneCells, StoredLane> = {
  name: 'lanes',
  rows: 'lanes between sites',
  permission: 'network.edit',
  columns: {
    from: labelColumn(['From site', '发出仓库', 'From', '起点'], 40),
    to: labelColumn(['To site', '到达仓库', 'To', '终点'], 40),
    mode: wordColumn(['Mode', '运输方式', 'Transport'], {
      road: ['truck', '公路', '陆运'],
      air: ['空运', '航空'],
      sea: ['ship', '海运'],
      courier: ['express', '快递'],
      'own-van': ['van', '自有车辆', '自有车'],
      hand: ['hand-carried', '人工携带', '自提'],
    }),
    carrier: optional(textColumn(['Carrier', '承运商', '承运人'], 80)),
    leadHours: wholeColumn(['Lead hours', '运输时长(小时)', 'Hours', '小时'], 0, 8760),
    spreadHours: withDefault(
      wholeColumn(['Spread hours', '波动(小时)', 'Spread', '浮动时长'], 0, 8760),
      0,
    ),
    costMinor: withDefault(moneyColumn(['Cost', '费用', '运费']), 0),
    currency: withDefault(currencyColumn(), 'CNY'),
    calendar: labelColumn(['Calendar', '工作日历', '日历'], 20),
    cutOffMinute: optional(clockColumn(['Cut-off', '截单时间', 'Cutoff', '截止时间'])),
    priority: withDefault(wholeColumn(['Priority', '优先级'], 1, 9), 1),
    validFrom: optional(dayColumn(['Valid from', '生效日期'])),
    validTo: optional(dayColumn(['Valid to', '失效日期'])),
    autoReceiveAfter: optional(
      wordColumn(['Auto receipt', '自动收货', 'Automatic receipt'], {
        'lead-time': ['按时长', '按提前期'],
        'arrival-scan': ['到货扫描'],
      }),
    ),
  },
  key: ['from', 'to', 'mode', 'carrier', 'priority', 'validFrom'],
  errors: ['network.lane-to-itself'],
  lock: lockCalendars,
  stored: storedLanes,
  judge: async (read, rows) => {
    const sites = await sitesByCode(read);
    const calendars = await calendarCodes(read);
    return rows.flatMap((row) => {
      const { calendar, validFrom, validTo } = row.value;
      const faults = endFaults(row, sites);
      if (!calendars.has(calendar)) {
        faults.push(faultOfCell(row, ['calendar', calendar], 'unknown-calendar'));
      }
      if (validFrom !== null && validTo !== null && validTo < validFrom) {
        faults.push(faultOfCell(row, ['validTo', validTo], 'ends-before-start'));
      }
      return faults;
    });
  },
  write: (work, rows) =>
    writeLanes(
      work,
      rows.map(({ value, stored }) => ({ ...value, id: stored?.id ?? null })),
    ),
};

export const lanesTable = defineTable(spec);
