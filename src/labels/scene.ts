/**
 * A page as a list of marks in one unit (dots for labels, points for documents), top left origin.
 * Layouts write scenes and renderers read them; neither knows the other, so the SVG, the PNG and
 * the PDF of a label cannot drift apart.
 */
import type { ModuleRect } from './barcode.ts';
import type { Weight } from './fonts.ts';

/** Thermal labels use ink and paper only; documents may use the greys. */
export type Tone = 'ink' | 'grey' | 'line' | 'pale' | 'paper';

export const toneColours: Readonly<Record<Tone, string>> = {
  ink: '#000000',
  grey: '#5a5a5a',
  line: '#c8c8c8',
  pale: '#f1f1f1',
  paper: '#ffffff',
};

export interface TextMark {
  readonly kind: 'text';
  /** One line, already passed through shownText. */
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly weight: Weight;
  readonly tone: Tone;
}

export interface BoxMark {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: Tone;
}

/** A barcode: modules of `module` width and `rowHeight` height, always in ink on whatever is below. */
export interface ModulesMark {
  readonly kind: 'modules';
  readonly x: number;
  readonly y: number;
  readonly module: number;
  readonly rowHeight: number;
  readonly rects: readonly ModuleRect[];
}

export type Mark = TextMark | BoxMark | ModulesMark;

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly marks: readonly Mark[];
}

/** Room one line needs from top to baseline so that Chinese does not touch the line above. */
export const ascent = 0.88;
/** Distance between baselines that sets both scripts comfortably, in ems. */
export const leading = 1.22;
