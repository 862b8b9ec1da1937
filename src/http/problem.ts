/**
 * Turns a refusal into what goes over the wire (RFC 9457): status, words in the reader's language,
 * and data for programs. The only place that knows status numbers of refusals.
 */
import { isTextKey, type TextKey, translate } from '../i18n/translate.ts';
import { categoryOf } from '../operations.ts';
import type { Locale } from '../platform/actor.ts';
import type { DomainError, ErrorCategory, ErrorParams } from '../platform/errors.ts';

const statusByCategory = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  refused: 409,
  confirm: 409,
  'too-large': 413,
  limit: 429,
  unavailable: 503,
} as const satisfies Readonly<Record<ErrorCategory, number>>;

/** Refusals about the form of a request have a status of their own. */
const statusByCode = {
  'platform.body-malformed': 400,
  'platform.content-type-refused': 415,
  'platform.method-refused': 405,
  'platform.unexpected': 500,
} as const;

/** A status a refusal can have. */
export type RefusalStatus =
  | (typeof statusByCategory)[ErrorCategory]
  | (typeof statusByCode)[keyof typeof statusByCode];

/** The code that stands for a defect of ours. */
const unexpectedCode = 'platform.unexpected';

const retrySeconds = 3;

function ownStatus(code: string): RefusalStatus | undefined {
  const found = Object.entries(statusByCode).find(([own]) => own === code);
  return found?.[1];
}

/** The status of a code; that of a defect when no catalogue declares it. */
export function statusOf(code: string, category = categoryOf(code)): RefusalStatus {
  return ownStatus(code) ?? (category === undefined ? 500 : statusByCategory[category]);
}

/** The body of a refusal. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: RefusalStatus;
  readonly detail: string;
  readonly code: string;
  readonly params: ErrorParams;
  readonly errors: readonly {
    readonly pointer: string;
    readonly rule: string;
    readonly detail: string;
  }[];
  readonly traceId: string;
}

/** What a problem is told with. */
export interface Telling {
  readonly locale: Locale;
  readonly publicUrl: string;
  readonly requestId: string;
}

function textOf(code: string, part: 'title' | 'remedy'): TextKey {
  const key = `${code}.${part}`;
  return isTextKey(key) ? key : `${unexpectedCode}.${part}`;
}

/** The title of a code and the way out of it. */
export function wordsOf(
  code: string,
  locale: Locale,
  params?: ErrorParams,
): { title: string; remedy: string } {
  return {
    title: translate(locale, textOf(code, 'title'), params),
    remedy: translate(locale, textOf(code, 'remedy'), params),
  };
}

/** The sentence about one field's rule. */
function ruleWords(rule: string, locale: Locale, params: ErrorParams): string {
  const key = `rule.${rule}`;
  return translate(locale, isTextKey(key) ? key : 'rule.invalid', params);
}

/** The problem of a refusal; of a defect when there is none (then nothing but the request id is told). */
export function problemOf(refusal: DomainError | null, telling: Telling): Problem {
  const { locale, publicUrl, requestId } = telling;
  const code = refusal?.code ?? unexpectedCode;
  const params = refusal?.params ?? {};
  const { title, remedy } = wordsOf(code, locale, params);
  return {
    type: `${publicUrl}/docs/errors#${code}`,
    title,
    status: refusal === null ? 500 : statusOf(code, refusal.category),
    detail: remedy,
    code,
    params,
    errors: (refusal?.issues ?? []).map((issue) => ({
      pointer: issue.pointer,
      rule: issue.rule,
      detail: ruleWords(issue.rule, locale, issue.params),
    })),
    traceId: requestId,
  };
}

/** The headers that belong to a problem's status. */
export function problemHeaders({ status, params }: Problem): Record<string, string> {
  const wait = Number(params.seconds ?? (Number(params.minutes ?? 0) * 60 || retrySeconds));
  switch (status) {
    case 401:
      return { 'WWW-Authenticate': 'Bearer realm="benchstock"' };
    case 405:
      return { Allow: String(params.allowed ?? '') };
    case 429:
    case 503:
      return { 'Retry-After': String(Math.max(1, Math.ceil(wait))) };
    default:
      return {};
  }
}
