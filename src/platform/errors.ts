/**
 * The one way to say no. A rule returns an outcome; a command throws a DomainError made from its
 * module's catalogue; a broken assumption throws InvariantError. Nothing here knows a language, an
 * HTTP status or a word of any domain: the desks translate code and category.
 */

/** What kind of no it is; the service desk maps each to one HTTP status. */
export type ErrorCategory =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'refused'
  | 'confirm'
  | 'too-large'
  | 'limit'
  | 'unavailable';

export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>;

/** One field that was wrong: JSON pointer into the input, rule broken, and what the rule compares with. */
export interface FieldIssue {
  readonly pointer: string;
  readonly rule: string;
  readonly params: ErrorParams;
}

/** A refusal with a stable code (`kiln.too-hot`), data for its message, and the fields at fault. */
export class DomainError extends Error {
  readonly code: string;
  readonly category: ErrorCategory;
  readonly params: ErrorParams;
  readonly issues: readonly FieldIssue[];

  constructor(
    code: string,
    category: ErrorCategory,
    params: ErrorParams = {},
    issues: readonly FieldIssue[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.category = category;
    this.params = params;
    this.issues = issues;
  }
}

/** A promise of our own code was broken: always a defect, never the answer to input. */
export class InvariantError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvariantError';
  }
}

/** Throws InvariantError unless `condition` holds; narrows the type for the lines that follow. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** A module's refusals: short reason to category, with a maker of DomainErrors. */
export interface ErrorCatalogue<M extends string, K extends string> {
  readonly module: M;
  readonly categories: Readonly<Record<K, ErrorCategory>>;
  readonly codes: readonly `${M}.${K}`[];
  error(reason: K, params?: ErrorParams, issues?: readonly FieldIssue[]): DomainError;
}

/** Codes of a catalogue as a type: `kiln.too-hot` and so on. */
export type CodesOf<C> = C extends ErrorCatalogue<infer M, infer K> ? `${M}.${K}` : never;

/**
 * Declares a module's refusals.
 * @example const kilnErrors = defineErrors('kiln', { 'too-hot': 'refused' });
 *          throw kilnErrors.error('too-hot', { celsius: 900, limit: 60 });
 */
export function defineErrors<const M extends string, const T extends Record<string, ErrorCategory>>(
  module: M,
  categories: T,
): ErrorCatalogue<M, keyof T & string> {
  type K = keyof T & string;
  const reasons = Object.keys(categories) as K[];
  return {
    module,
    categories: categories as Readonly<Record<K, ErrorCategory>>,
    codes: reasons.map((reason) => `${module}.${reason}` as const),
    error: (reason, params = {}, issues = []) => {
      const category = categories[reason];
      invariant(category, `undeclared error ${module}.${reason}`);
      return new DomainError(`${module}.${reason}`, category, params, issues);
    },
  };
}
