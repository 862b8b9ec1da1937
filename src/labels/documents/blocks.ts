/**
 * The building blocks of both documents: paragraphs, headings, labelled values, side-by-side
 * columns. Lengths in points; knows no RMA and no parcel.
 */
import type { Weight } from '../fonts.ts';
import type { Mark, Tone } from '../scene.ts';
import { wrapText } from '../wrap.ts';
import { type FlowBlock, line } from './flow.ts';

export interface ParagraphStyle {
  readonly size?: number;
  readonly weight?: Weight;
  readonly tone?: Tone;
}

const bodySize = 9.5;
const labelSize = 7.5;
const lineHeight = 1.36;

/** Text broken into lines of the given width. */
export function paragraph(text: string, width: number, style: ParagraphStyle = {}): FlowBlock {
  const { size = bodySize, weight = 'regular', tone = 'ink' } = style;
  const pitch = size * lineHeight;
  const lines = wrapText(text, { weight, size }, width);
  return {
    height: pitch * lines.length,
    draw: (x, y) =>
      lines.map((text, index) => line(text, { x, y: y + index * pitch }, { size, weight, tone })),
  };
}

/** One paragraph per line of its text, so that a long text may run over a page end. */
export function paragraphLines(
  text: string,
  width: number,
  style: ParagraphStyle = {},
): FlowBlock[] {
  const { size = bodySize, weight = 'regular' } = style;
  return wrapText(text, { weight, size }, width).map((text) => paragraph(text, width, style));
}

/** Blocks under one another as one. */
export function stack(blocks: readonly FlowBlock[], gap = 0): FlowBlock {
  const sum = blocks.reduce((total, block) => total + block.height, 0);
  return {
    height: sum + gap * Math.max(0, blocks.length - 1),
    draw: (x, y) => {
      let top = y;
      return blocks.flatMap((block) => {
        const marks = block.draw(x, top);
        top += block.height + gap;
        return marks;
      });
    },
  };
}

export interface Cell {
  readonly block: FlowBlock;
  readonly width: number;
}

/** Blocks beside one another, tops aligned. */
export function beside(cells: readonly Cell[], gap: number): FlowBlock {
  return {
    height: Math.max(0, ...cells.map((cell) => cell.block.height)),
    draw: (x, y) => {
      let left = x;
      return cells.flatMap((cell) => {
        const marks = cell.block.draw(left, y);
        left += cell.width + gap;
        return marks;
      });
    },
  };
}

/** Room around a block, white or on a tone. */
export function padded(
  block: FlowBlock,
  width: number,
  padding: { readonly x: number; readonly y: number; readonly tone?: Tone },
): FlowBlock {
  const height = block.height + 2 * padding.y;
  return {
    height,
    draw: (x, y) => {
      const inner = block.draw(x + padding.x, y + padding.y);
      if (!padding.tone) return inner;
      const ground: Mark = { kind: 'box', x, y, width, height, tone: padding.tone };
      return [ground, ...inner];
    },
  };
}

/** A small grey label over its value. */
export function labelled(
  label: string,
  value: FlowBlock | string,
  width: number,
  style: ParagraphStyle = {},
): FlowBlock {
  const block = typeof value === 'string' ? paragraph(value, width, style) : value;
  return stack([paragraph(label, width, { size: labelSize, tone: 'grey' }), block], 1);
}

/** Labelled values side by side in columns of equal width. */
export function facts(
  pairs: readonly { readonly label: string; readonly value: string }[],
  width: number,
  style: ParagraphStyle = {},
): FlowBlock {
  const gap = 14;
  const column = (width - gap * (pairs.length - 1)) / pairs.length;
  const cells = pairs.map(({ label, value }) => ({
    block: labelled(label, value, column, style),
    width: column,
  }));
  return beside(cells, gap);
}

/** A section's heading over a thin rule. */
export function heading(text: string, width: number): FlowBlock {
  const title = paragraph(text, width, { size: 10.5, weight: 'bold' });
  const height = title.height + 5;
  return {
    height,
    draw: (x, y) => [
      ...title.draw(x, y),
      { kind: 'box', x, y: y + title.height + 1, width, height: 0.75, tone: 'ink' },
    ],
  };
}

/** A line with a mark in front: a number, or a drawn box to tick. */
export function item(mark: string | 'tick-box', text: string, width: number): FlowBlock {
  const indent = 16;
  const block = paragraph(text, width - indent);
  return {
    height: block.height + 2,
    draw: (x, y) => {
      const front: readonly Mark[] =
        mark === 'tick-box'
          ? tickBox(x, y + 2)
          : paragraph(mark, indent, { weight: 'bold' }).draw(x, y);
      return [...front, ...block.draw(x + indent, y)];
    },
  };
}

/** An empty square of nine points; the font has no such character. */
function tickBox(x: number, y: number): Mark[] {
  const side = 9;
  const pen = 0.75;
  const edge = { kind: 'box', x, y, width: side, height: side, tone: 'ink' } as const;
  return [
    { ...edge, height: pen },
    { ...edge, y: y + side - pen, height: pen },
    { ...edge, width: pen },
    { ...edge, x: x + side - pen, width: pen },
  ];
}
