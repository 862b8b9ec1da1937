/**
 * Successors and alternates as a table. Each row is judged beside the stored relations and the rows
 * before it, so that a circle or a second successor is found in the file, too.
 */
import {
  faultOf,
  lockRelations,
  type PartByNumber,
  partsByNumber,
  type RelationCells,
  type StoredRelation,
  storedRelations,
  writeRelations,
} from '../../inventory/index.ts';
import type { FileRow } from '../table/against-stored.rules.ts';
import {
  dayColumn,
  optional,
  partNumberColumn,
  textColumn,
  wholeColumn,
  withDefault,
  wordColumn,
  yesNoColumn,
} from '../table/columns.rules.ts';
import { defineTable, type TableSpec } from '../table/define-table.ts';
import { faultOfCell } from '../table/fault.rules.ts';
import type { Fault } from '../table/read-table.rules.ts';
import { partFaults } from './part-numbers.ts';

type Row = FileRow<RelationCells, StoredRelation>;

/** Relations as they would stand, by part, so that only what hangs together is looked at. */
function relationGraph(relations: readonly StoredRelation[]) {
  const byPart = new Map<string, StoredRelation[]>();
  const put = (partId: string, one: StoredRelation) =>
    byPart.set(partId, [...(byPart.get(partId) ?? []), one]);
  const add = (one: StoredRelation) => {
    put(one.fromPartId, one);
    put(one.toPartId, one);
  };
  for (const one of relations) add(one);
  const around = (partIds: readonly string[]): readonly StoredRelation[] => {
    const seen = new Set(partIds);
    const found = new Set<StoredRelation>();
    for (const partId of seen) {
      for (const one of byPart.get(partId) ?? []) {
        found.add(one);
        seen.add(one.fromPartId).add(one.toPartId);
      }
    }
    return [...found];
  };
  return { add, around };
}

function rowFaults(row: Row, parts: ReadonlyMap<string, PartByNumber>): Fault[] {
  const { fromPartNumber, toPartNumber, validFrom, validTo } = row.value;
  const faults = [
    ...partFaults(row, 'fromPartNumber', parts),
    ...partFaults(row, 'toPartNumber', parts),
  ];
  if (fromPartNumber === toPartNumber) {
    faults.push(faultOfCell(row, ['toPartNumber', toPartNumber], 'part-for-itself'));
  }
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    faults.push(faultOfCell(row, ['validTo', validTo], 'ends-before-start'));
  }
  return faults;
}

type Graph = ReturnType<typeof relationGraph>;

function besideOthers(row: Row, wish: StoredRelation, graph: Graph): Fault[] {
  const around = graph.around([wish.fromPartId, wish.toPartId]);
  const found = faultOf(around, wish);
  if (found === null) return [];
  const cell = ['toPartNumber', row.value.toPartNumber] as const;
  if (found.fault === 'circle') {
    const numbers = new Map(
      [...around, wish].flatMap((one) => [
        [one.fromPartId, one.fromPartNumber],
        [one.toPartId, one.toPartNumber],
      ]),
    );
    const chain = found.chain.map((partId) => numbers.get(partId) ?? '').join(' → ');
    return [faultOfCell(row, cell, 'relation-circle', { chain })];
  }
  const other = around.find((one) => one === found.other);
  const params = { from: other?.fromPartNumber ?? '', to: other?.toPartNumber ?? '' };
  return [faultOfCell(row, cell, found.fault, params)];
}

const ratioMax = 1_000_000;

const spec: TableSpec<RelationCells, StoredRelation> = {
  name: 'substitutes',
  rows: 'successors and alternates',
  permission: 'parts.import',
  columns: {
    fromPartNumber: partNumberColumn(['Part number', '料号', 'Old part', '旧料号', '原料号', 'PN']),
    toPartNumber: partNumberColumn([
      'Given instead',
      '替代料号',
      'Substitute',
      'New part',
      '新料号',
      'Successor',
    ]),
    kind: wordColumn(['Kind', '关系', 'Relation', '类型'], {
      supersedes: ['successor', 'supersession', '取代', '后继'],
      alternate: ['alternative', 'substitute', '替代', '可替代'],
    }),
    isTwoWay: withDefault(yesNoColumn(['Two-way', '双向', 'Both ways']), false),
    numerator: withDefault(wholeColumn(['Gives', '替代数量', 'Numerator'], 1, ratioMax), 1),
    denominator: withDefault(wholeColumn(['For', '原数量', 'Denominator'], 1, ratioMax), 1),
    validFrom: optional(dayColumn(['Valid from', '生效日期', 'From'])),
    validTo: optional(dayColumn(['Valid to', '失效日期', 'To'])),
    useUpOldFirst: withDefault(yesNoColumn(['Use up old first', '先用完旧料', 'Old first']), true),
    effectivity: optional(textColumn(['Effectivity', '适用范围'], 200)),
    note: optional(textColumn(['Note', '备注', 'Remark'], 300)),
  },
  key: ['fromPartNumber', 'toPartNumber', 'validFrom'],
  lock: lockRelations,
  stored: storedRelations,
  judge: async (read, rows) => {
    const numbers = rows.flatMap(({ value }) => [value.fromPartNumber, value.toPartNumber]);
    const parts = await partsByNumber(read, numbers);
    const changed = new Set(rows.flatMap(({ stored }) => stored?.id ?? []));
    const graph = relationGraph((await storedRelations(read)).filter(({ id }) => !changed.has(id)));
    return rows.flatMap((row) => {
      const faults = rowFaults(row, parts);
      const from = parts.get(row.value.fromPartNumber);
      const to = parts.get(row.value.toPartNumber);
      if (faults.length > 0 || from === undefined || to === undefined) return faults;
      const wish = { ...row.value, id: '', fromPartId: from.id, toPartId: to.id };
      const beside = besideOthers(row, wish, graph);
      if (beside.length === 0) graph.add(wish);
      return beside;
    });
  },
  write: (work, rows) =>
    writeRelations(
      work,
      rows.map(({ value, stored }) => ({ ...value, id: stored?.id ?? null })),
    ),
};

export const substitutesTable = defineTable(spec);
