/**
 * A document as a column of blocks that runs over as many pages as it needs. Knows paper, margins,
 * the running head and the page count; what the blocks say is not its business. Lengths in points.
 */
import { textWidth } from '../measure.ts';
import { ascent, type Mark, type Scene, type TextMark } from '../scene.ts';
import { type PaperName, papers } from '../sizes.ts';

const pageMargin = 42;
const footHeight = 26;
const headHeight = 30;

/** Something with a height that is drawn where the flow puts it; never split over pages. */
export interface FlowBlock {
  readonly height: number;
  readonly draw: (x: number, y: number) => readonly Mark[];
}

export interface FlowWords {
  /** Printed left in the foot of each page and in the head of each page but the first. */
  readonly running: string;
  readonly title: string;
  readonly pageOf: (page: number, pages: number) => string;
}

/** One line of text at a place, in the document's common form. */
export function line(
  text: string,
  at: { readonly x: number; readonly y: number },
  style: Pick<TextMark, 'size' | 'weight' | 'tone'>,
): TextMark {
  return { kind: 'text', text, x: at.x, baseline: at.y + style.size * ascent, ...style };
}

/** A line that ends at `x`. */
function lineTo(
  text: string,
  at: { readonly x: number; readonly y: number },
  style: Pick<TextMark, 'size' | 'weight' | 'tone'>,
): TextMark {
  return line(text, { x: at.x - textWidth(text, style.weight, style.size), y: at.y }, style);
}

const small = { size: 8, weight: 'regular', tone: 'grey' } as const;

export class Flow {
  readonly width: number;
  readonly #paper: { readonly width: number; readonly height: number };
  readonly #words: FlowWords;
  readonly #pages: Mark[][] = [[]];
  #y = pageMargin;

  constructor(paper: PaperName, words: FlowWords) {
    this.#paper = papers[paper];
    this.#words = words;
    this.width = this.#paper.width - 2 * pageMargin;
  }

  get #room(): number {
    return this.#paper.height - pageMargin - footHeight - this.#y;
  }

  get #isPageFresh(): boolean {
    return this.#y === pageMargin + (this.#pages.length === 1 ? 0 : headHeight);
  }

  /** White between blocks; none at the top of a page. */
  gap(height: number): void {
    if (!this.#isPageFresh) this.#y += Math.min(height, Math.max(0, this.#room));
  }

  /** Starts a new page unless `height` points are left on this one; tells whether it did. */
  need(height: number): boolean {
    if (this.#room >= height || this.#isPageFresh) return false;
    this.#pages.push(this.#runningHead());
    this.#y = pageMargin + headHeight;
    return true;
  }

  /** Puts a block below the last one, on a new page if it does not fit this one. */
  put(block: FlowBlock): void {
    this.need(block.height);
    this.#pages.at(-1)?.push(...block.draw(pageMargin, this.#y));
    this.#y += block.height;
  }

  #runningHead(): Mark[] {
    const right = pageMargin + this.width;
    const at = { y: pageMargin };
    return [
      line(this.#words.title, { ...at, x: pageMargin }, { ...small, weight: 'bold' }),
      lineTo(this.#words.running, { ...at, x: right }, { ...small, weight: 'bold' }),
      {
        kind: 'box',
        x: pageMargin,
        y: pageMargin + 14,
        width: this.width,
        height: 0.75,
        tone: 'ink',
      },
    ];
  }

  /** All pages with their feet; only now is the number of pages known. */
  finish(): Scene[] {
    const y = this.#paper.height - pageMargin - 8;
    const right = pageMargin + this.width;
    return this.#pages.map((marks, index): Scene => {
      const foot: Mark[] = [
        { kind: 'box', x: pageMargin, y: y - 6, width: this.width, height: 0.5, tone: 'line' },
        line(this.#words.running, { x: pageMargin, y }, small),
        lineTo(this.#words.pageOf(index + 1, this.#pages.length), { x: right, y }, small),
      ];
      return { ...this.#paper, title: this.#words.title, marks: [...marks, ...foot] };
    });
  }
}
