/**
 * The journal of the running product: one JSON line per event, to standard output. Whatever is
 * handed in, no secret comes out: fields are covered by name, texts by shape, and a database error
 * keeps its code but loses the values it quotes.
 */
import { type DestinationStream, pino } from 'pino';

type Fields = Readonly<Record<string, unknown>>;

/** Writes events. Messages are short constant English phrases; data goes into the fields. */
export interface Log {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
  /** A log that adds these fields to every event. */
  with(fields: Fields): Log;
}

const cover = '[covered]';
const secretName = /(password|secret|authorization|cookie|token|link|hash|login|credential)s?$/i;
const depthMax = 6;

const secretShapes: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic)\s+[^\s"',;]+/gi, `$1 ${cover}`],
  [/([?&#](?:token|link|password|secret)=)[^&\s"'#]+/gi, `$1${cover}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@]+@/gi, `$1:${cover}@`],
  [/((?:__Host-)?benchstock=)[^;\s"']+/gi, `$1${cover}`],
];

function coveredText(text: string): string {
  return secretShapes.reduce((rest, [shape, to]) => rest.replace(shape, to), text);
}

/** Drizzle quotes the statement's values after `params:`, PostgreSQL quotes rows in `detail`. */
function withoutValues(text: string): string {
  const cut = text.search(/\n\s*params:/);
  return coveredText(cut === -1 ? text : text.slice(0, cut));
}

function framesOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 20).join('\n');
}

function describedError(error: Error, depth: number): Fields {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const constraint = 'constraint_name' in error ? error.constraint_name : undefined;
  return {
    type: error.name,
    code,
    constraint,
    message: withoutValues(error.message),
    stack: framesOf(error),
    cause: error.cause === undefined ? undefined : covered(error.cause, depth + 1),
  };
}

function covered(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return coveredText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > depthMax) return '[deep]';
  if (value instanceof Error) return describedError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((one) => covered(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretName.test(name) ? cover : covered(inner, depth + 1),
    ]),
  );
}

type Sink = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>;

function over(sink: Sink, standing: Fields): Log {
  const write =
    (level: keyof Sink) =>
    (message: string, fields: Fields = {}) => {
      sink[level](covered({ ...standing, ...fields }, 0), coveredText(message));
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    with: (fields) => over(sink, { ...standing, ...fields }),
  };
}

/**
 * Opens the log.
 * @param destination where lines go; standard output unless given
 */
export function makeLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: null };
  return over(destination === undefined ? pino(options) : pino(options, destination), {});
}
