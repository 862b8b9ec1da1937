/**
 * Where sites and lanes are drawn: the site with most neighbours in the middle, the others round it in
 * the order of their codes. The same network always gives the same picture.
 */

/** A lane as the picture needs it. */
export interface MapLane {
  readonly from: string;
  readonly to: string;
  readonly leadHours: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A site in the picture. */
export interface MapSite extends Point {
  readonly code: string;
  readonly width: number;
}

/** An arrow in the picture: its path, and where its text stands. */
export interface MapArrow {
  readonly path: string;
  readonly label: Point;
  readonly leadHours: number;
  /** How many lanes it stands for. */
  readonly lanes: number;
}

export interface NetworkMap {
  readonly width: number;
  readonly height: number;
  readonly sites: readonly MapSite[];
  readonly arrows: readonly MapArrow[];
}

/** Most sites that still can be told apart. */
export const mapSitesMax = 24;

export const boxHeight = 34;
const letter = 10;
const margin = 70;

function neighbours(lanes: readonly MapLane[]): ReadonlyMap<string, ReadonlySet<string>> {
  const near = new Map<string, Set<string>>();
  const add = (a: string, b: string) => near.set(a, (near.get(a) ?? new Set()).add(b));
  for (const { from, to } of lanes) {
    add(from, to);
    add(to, from);
  }
  return near;
}

/** The sites of the ring so that those with a lane between them stand side by side where they can. */
function ringOrder(codes: readonly string[], near: ReadonlyMap<string, ReadonlySet<string>>) {
  const left = new Set(codes);
  const order: string[] = [];
  for (const first of codes) {
    for (let next: string | undefined = first; next !== undefined && left.has(next); ) {
      left.delete(next);
      order.push(next);
      const beside: ReadonlySet<string> = near.get(next) ?? new Set();
      next = [...left].find((code) => beside.has(code));
    }
  }
  return order;
}

function place(codes: readonly string[], lanes: readonly MapLane[]): Map<string, Point> {
  const near = neighbours(lanes);
  const degree = (code: string) => near.get(code)?.size ?? 0;
  const [hub] = [...codes].sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1));
  const hasHub = codes.length > 3 && hub !== undefined && degree(hub) > 2;
  const around = hasHub ? codes.filter((code) => code !== hub) : codes;
  const ring = ringOrder(around, near);
  // Wide rather than high, as screens are.
  const radius = { x: Math.max(200, ring.length * 58), y: Math.max(130, ring.length * 34) };
  const points = new Map<string, Point>();
  ring.forEach((code, at) => {
    const angle = Math.PI + (2 * Math.PI * at) / ring.length;
    points.set(code, { x: radius.x * Math.cos(angle), y: radius.y * Math.sin(angle) });
  });
  if (hasHub) points.set(hub, { x: 0, y: 0 });
  return points;
}

/** The point on the edge of a site's box on the way to another point. */
function edgeOf(site: MapSite, to: Point): Point {
  const [dx, dy] = [to.x - site.x, to.y - site.y];
  const half = { x: site.width / 2 + 4, y: boxHeight / 2 + 4 };
  const scale = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : half.x / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : half.y / Math.abs(dy),
  );
  return { x: site.x + dx * scale, y: site.y + dy * scale };
}

function arrowBetween(from: MapSite, to: MapSite, lanes: readonly MapLane[]): MapArrow {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  // Bent to its own left, so that the way back does not lie on it.
  const bend = Math.min(46, length / 5);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const via = { x: middle.x + (dy / length) * bend, y: middle.y - (dx / length) * bend };
  const [start, end] = [edgeOf(from, via), edgeOf(to, via)];
  const at = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return {
    path: `M${at(start)} Q${at(via)} ${at(end)}`,
    label: {
      x: (start.x + 2 * via.x + end.x) / 4,
      y: (start.y + 2 * via.y + end.y) / 4,
    },
    leadHours: Math.min(...lanes.map(({ leadHours }) => leadHours)),
    lanes: lanes.length,
  };
}

/** The picture of a network. */
export function networkMap(lanes: readonly MapLane[]): NetworkMap {
  const codes = [...new Set(lanes.flatMap(({ from, to }) => [from, to]))].sort();
  const points = place(codes, lanes);
  const [xs, ys] = [[...points.values()].map(({ x }) => x), [...points.values()].map(({ y }) => y)];
  const widest = Math.max(0, ...codes.map(({ length }) => length * letter + 24));
  const shift = { x: margin + widest / 2 - Math.min(0, ...xs), y: margin - Math.min(0, ...ys) };
  const sites = codes.map((code) => {
    const point = points.get(code) ?? { x: 0, y: 0 };
    const width = code.length * letter + 24;
    return { code, width, x: point.x + shift.x, y: point.y + shift.y };
  });
  const byCode = new Map(sites.map((site) => [site.code, site]));
  const pairs = new Map<string, MapLane[]>();
  for (const lane of lanes) {
    const key = `${lane.from} ${lane.to}`;
    pairs.set(key, [...(pairs.get(key) ?? []), lane]);
  }
  const arrows = [...pairs.values()].flatMap((together) => {
    const from = byCode.get(together[0]?.from ?? '');
    const to = byCode.get(together[0]?.to ?? '');
    return from === undefined || to === undefined ? [] : [arrowBetween(from, to, together)];
  });
  return {
    width: shift.x + Math.max(0, ...xs) + margin + widest / 2,
    height: shift.y + Math.max(0, ...ys) + margin,
    sites,
    arrows,
  };
}
