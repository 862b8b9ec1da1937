/**
 * A bar chart drawn by the server: one group of bars a label, each series with a pattern of its own as
 * well as a colour. It shows the figures of the table beside it and is told to be skipped in its favour.
 */

/** One series of figures, in the order of the labels. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

const height = 220;
const base = 180;
const top = 16;
const left = 8;
const labelled = 24;

const round = (value: number): number => Math.round(value * 10) / 10;

function Bar({
  value,
  place,
  scale,
  at,
}: {
  value: number;
  place: { x: number; width: number };
  scale: { zero: number; unit: number };
  at: number;
}) {
  const size = Math.abs(value) * scale.unit;
  const y = value >= 0 ? scale.zero - size : scale.zero;
  const { x, width } = place;
  return (
    <rect
      class={`series-${at + 1}`}
      x={String(round(x))}
      y={String(round(y))}
      width={String(round(width))}
      height={String(round(Math.max(size, value === 0 ? 0 : 1)))}
    />
  );
}

/** The drawing; `title` says what it shows, `describe` what the figures are. */
export function BarChart({
  id,
  title,
  describe,
  labels,
  series,
  shown,
}: {
  id: string;
  title: string;
  describe: string;
  labels: readonly string[];
  series: readonly Series[];
  /** How a figure is written. */
  shown: (value: number) => string;
}) {
  const all = series.flatMap(({ values }) => values);
  if (all.every((value) => value === 0)) return null;
  const most = Math.max(0, ...all);
  const least = Math.min(0, ...all);
  const unit = (base - top) / (most - least);
  const zero = top + most * unit;
  const step = Math.min(96, Math.max(12, 880 / labels.length));
  const width = step * labels.length + left * 2;
  const every = Math.ceil((labels.length * 60) / Math.max(width, 1));
  const bar = (step * 0.7) / Math.max(1, series.length);
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${round(width)} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{describe}</desc>
        <line
          class="axis"
          x1="0"
          x2={String(round(width))}
          y1={String(round(zero))}
          y2={String(round(zero))}
        />
        {series.map(({ values }, at) =>
          values.map((value, n) => (
            <Bar
              value={value}
              place={{ x: left + n * step + step * 0.15 + at * bar, width: bar * 0.92 }}
              scale={{ zero, unit }}
              at={at}
            />
          )),
        )}
        {labels.map((label, n) =>
          n % Math.max(1, every) === 0 ? (
            <text x={String(round(left + n * step + step / 2))} y={String(base + labelled)}>
              {label}
            </text>
          ) : null,
        )}
      </svg>
      <figcaption class="row">
        {series.map(({ name, values }, at) => (
          <span class="key">
            <span class={`swatch series-${at + 1}`} />
            {`${name}: ${shown(values.reduce((sum, value) => sum + value, 0))}`}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
