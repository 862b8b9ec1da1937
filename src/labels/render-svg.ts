/**
 * A scene as a self-contained SVG: letters as outlines and barcodes as paths on white, so it looks
 * and scans the same on a machine without the font. Knows no label and no document.
 */
import { fontOf } from './fonts.ts';
import { type Mark, type ModulesMark, type Scene, type TextMark, toneColours } from './scene.ts';

/** Printed size of the drawing, e.g. `60mm` or a number of pixels. */
export interface SvgExtent {
  readonly width: string;
  readonly height: string;
}

const short = (value: number): string => String(Math.round(value * 1000) / 1000);

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function textPath(mark: TextMark): string {
  const font = fontOf(mark.weight);
  const run = font.layout(mark.text);
  const scale = mark.size / font.unitsPerEm;
  const outlines: string[] = [];
  let pen = 0;
  for (const [index, glyph] of run.glyphs.entries()) {
    const position = run.positions[index];
    const outline = glyph.path.toSVG();
    const x = short(pen + (position?.xOffset ?? 0));
    const y = short(position?.yOffset ?? 0);
    if (outline !== '') outlines.push(`<path transform="translate(${x} ${y})" d="${outline}"/>`);
    pen += position?.xAdvance ?? glyph.advanceWidth;
  }
  const place = `translate(${short(mark.x)} ${short(mark.baseline)}) scale(${scale} ${-scale})`;
  return `<g fill="${toneColours[mark.tone]}" transform="${place}">${outlines.join('')}</g>`;
}

function modulesPath(mark: ModulesMark): string {
  const steps = mark.rects.map(([x, y, width, height]) => {
    const left = short(mark.x + x * mark.module);
    const top = short(mark.y + y * mark.rowHeight);
    const across = short(width * mark.module);
    return `M${left} ${top}h${across}v${short(height * mark.rowHeight)}h-${across}z`;
  });
  return `<path fill="${toneColours.ink}" shape-rendering="crispEdges" d="${steps.join('')}"/>`;
}

function drawn(mark: Mark): string {
  switch (mark.kind) {
    case 'text':
      return textPath(mark);
    case 'modules':
      return modulesPath(mark);
    case 'box':
      return `<rect x="${short(mark.x)}" y="${short(mark.y)}" width="${short(mark.width)}" height="${short(mark.height)}" fill="${toneColours[mark.tone]}"/>`;
  }
}

/** Draws one scene; the white sheet under it keeps the barcodes readable on any background. */
export function renderSvg(scene: Scene, extent: SvgExtent): string {
  const box = `${short(scene.width)} ${short(scene.height)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${extent.width}" height="${extent.height}" viewBox="0 0 ${box}" role="img">`,
    `<title>${escapeXml(scene.title)}</title>`,
    `<rect width="100%" height="100%" fill="${toneColours.paper}"/>`,
    ...scene.marks.map(drawn),
    '</svg>',
  ].join('\n');
}
