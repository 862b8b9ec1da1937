/**
 * A table that runs over pages: rows never break, the head is repeated on each page. Lengths in
 * points; knows columns and cells, not what they mean.
 */

import { textWidth } from '../measure.ts';
import type { Mark } from '../scene.ts';
import { type ParagraphStyle, padded, paragraph } from './blocks.ts';
import type { Flow, FlowBlock } from './flow.ts';

export interface Column<Row> {
  readonly title: string;
  /** Share of the width left by the fixed columns, or fixed points. */
  readonly share?: number;
  readonly points?: number;
  readonly align?: 'right';
  readonly style?: ParagraphStyle;
  readonly cell: (row: Row, index: number) => string;
  /** A second, grey line. */
  readonly note?: (row: Row) => string;
}

const cellPadding = { x: 6, y: 4 };
const headSize = 8;

interface PlacedColumn<Row> extends Column<Row> {
  readonly x: number;
  readonly width: number;
}

function place<Row>(columns: readonly Column<Row>[], width: number): PlacedColumn<Row>[] {
  const fixed = columns.reduce((sum, column) => sum + (column.points ?? 0), 0);
  const shares = columns.reduce((sum, column) => sum + (column.share ?? 0), 0);
  let x = 0;
  return columns.map((column) => {
    const own = column.points ?? ((width - fixed) * (column.share ?? 0)) / shares;
    const placed = { ...column, x, width: own };
    x += own;
    return placed;
  });
}

/** A cell's text; right-aligned ones hold short numbers on one line. */
function cellBlock(
  text: string,
  column: Pick<PlacedColumn<never>, 'width' | 'align'>,
  style: ParagraphStyle,
): FlowBlock {
  const width = column.width - 2 * cellPadding.x;
  const block = paragraph(text, width, style);
  if (column.align !== 'right') return block;
  const own = textWidth(text, style.weight ?? 'regular', style.size ?? 9);
  return { ...block, draw: (x, y) => block.draw(x + width - own, y) };
}

function rowBlock<Row>(
  columns: readonly PlacedColumn<Row>[],
  cellsOf: (column: PlacedColumn<Row>) => readonly FlowBlock[],
): FlowBlock {
  const cells = columns.map((column) => ({ x: column.x, blocks: cellsOf(column) }));
  const heights = cells.map(({ blocks }) => blocks.reduce((sum, block) => sum + block.height, 0));
  return {
    height: Math.max(...heights),
    draw: (x, y) =>
      cells.flatMap((cell) => {
        let top = y;
        return cell.blocks.flatMap((block) => {
          const marks = block.draw(x + cell.x + cellPadding.x, top);
          top += block.height;
          return marks;
        });
      }),
  };
}

function ruled(block: FlowBlock, width: number): FlowBlock {
  const inner = padded(block, width, { x: 0, y: cellPadding.y });
  return {
    height: inner.height,
    draw: (x, y): Mark[] => [
      ...inner.draw(x, y),
      { kind: 'box', x, y: y + inner.height - 0.5, width, height: 0.5, tone: 'line' },
    ],
  };
}

/** Puts a table into the flow; `total` is a last bold row of texts, one per column. */
export function putTable<Row>(
  flow: Flow,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  total?: readonly string[],
): void {
  const placed = place(columns, flow.width);
  const headCells = rowBlock(placed, (column) => [
    cellBlock(column.title, column, { size: headSize, weight: 'bold' }),
  ]);
  const head = padded(headCells, flow.width, { x: 0, y: cellPadding.y, tone: 'pale' });
  const drawnRows = rows.map((row, index) =>
    ruled(
      rowBlock(placed, (column) => {
        const main = cellBlock(column.cell(row, index), column, { size: 9, ...column.style });
        const note = column.note?.(row);
        const style = { size: 8, tone: 'grey' } as const;
        return note ? [main, cellBlock(note, column, style)] : [main];
      }),
      flow.width,
    ),
  );
  const totalRow = total && [
    padded(
      rowBlock(placed, (column) => [
        cellBlock(total[placed.indexOf(column)] ?? '', column, { size: 9, weight: 'bold' }),
      ]),
      flow.width,
      { x: 0, y: cellPadding.y },
    ),
  ];
  flow.need(head.height + (drawnRows[0]?.height ?? 0));
  flow.put(head);
  for (const row of [...drawnRows, ...(totalRow ?? [])]) {
    if (flow.need(row.height)) flow.put(head);
    flow.put(row);
  }
}
