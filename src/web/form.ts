/**
 * From a form to a command and back: adds who sends it, the key that makes a second press harmless
 * and the codes that were confirmed; a refusal becomes the same form with what was typed. Does not
 * know what any command is about.
 */
import type { z } from 'zod';
import { type Problem, problemOf } from '../http/problem.ts';
import type { Command } from '../platform/command.ts';
import { DomainError } from '../platform/errors.ts';
import { type FieldTexts, readFields, textsOf } from './form-fields.ts';
import type { Visit } from './visit.ts';

/** Names of the hidden fields that belong to the floor. */
export const keyField = '_key';
export const acknowledgeField = '_acknowledge';

/** What a form shows: typed texts, and what was wrong with them. */
export interface FormState {
  readonly values: FieldTexts;
  /** Sent with the form; the same key never takes effect twice. */
  readonly key: string;
  /** The refusal to show above the fields; null for a fresh form. */
  readonly problem: Problem | null;
  /** The sentence for each wrong field, by its name. */
  readonly issues: ReadonlyMap<string, string>;
  /** Codes the sender may confirm, and those confirmed already. */
  readonly mayConfirm: readonly string[];
}

type Typed = string | number | boolean | null | undefined | readonly string[];

function textOf(value: Typed): string[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'object' ? [...value] : [String(value)];
}

/** A fresh form with values filled in. @example blankForm(visit, { serialNumber: visit.param('serial') }) */
export function blankForm(visit: Visit, values: Readonly<Record<string, Typed>> = {}): FormState {
  const entries = Object.entries(values).map(([name, value]) => [name, textOf(value)] as const);
  const key = visit.ports.ids.newId();
  return { values: new Map(entries), key, problem: null, issues: new Map(), mayConfirm: [] };
}

/** What became of a sent form. */
export type Sent<T> =
  | { readonly ok: true; readonly output: T; readonly replayed: boolean }
  | {
      readonly ok: false;
      /** For showing the page again; its `problem.status` is the status to answer with. */
      readonly form: FormState;
      readonly problem: Problem;
    };

/** How to read a form that is more than the command's own fields. */
export interface SubmitOptions<I extends z.ZodType> {
  /** Input that does not come from the form, e.g. ids from the path; wins over the form. */
  readonly fixed?: Partial<z.input<I>>;
  /** Rewrites texts before they are read, e.g. an amount typed in whole units. */
  readonly prepare?: (texts: Map<string, string[]>) => void;
  /** The field a refusal without a field belongs to. @example { 'rma.unit-not-registered': 'serialNumber' } */
  readonly fieldOf?: Readonly<Record<string, string>>;
}

function issueMap(problem: Problem, fieldOf: Readonly<Record<string, string>>) {
  const issues = new Map<string, string>();
  for (const { pointer, detail } of problem.errors) {
    const name = pointer
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
      .join('.');
    if (!issues.has(name)) issues.set(name, detail);
  }
  const own = fieldOf[problem.code];
  if (own !== undefined && !issues.has(own)) issues.set(own, problem.title);
  return issues;
}

/** The form as it was sent, with the refusal to show. Secret fields are never shown again. */
export function refusedForm(
  visit: Visit,
  refusal: DomainError,
  sent: {
    readonly texts: FieldTexts;
    readonly key?: string | undefined;
    readonly acknowledged?: readonly string[];
    readonly fieldOf?: Readonly<Record<string, string>>;
  },
): { readonly ok: false; readonly form: FormState; readonly problem: Problem } {
  const { locale, ports, c } = visit;
  const { publicUrl } = ports.settings;
  const problem = problemOf(refusal, { locale, publicUrl, requestId: c.get('requestId') });
  // A key that took effect with other input is used up; every other refusal left it free.
  const isUsedUp = refusal.code === 'platform.key-reused' || sent.key === undefined;
  const key = isUsedUp ? ports.ids.newId() : (sent.key ?? '');
  const mayConfirm =
    refusal.category === 'confirm' ? [...(sent.acknowledged ?? []), refusal.code] : [];
  const issues = issueMap(problem, sent.fieldOf ?? {});
  return { ok: false, problem, form: { values: sent.texts, key, problem, issues, mayConfirm } };
}

/**
 * Runs the command with what the form holds.
 * @returns the output, or the form to show again; only refusals are caught
 */
export async function submit<I extends z.ZodType, O extends z.ZodType>(
  visit: Visit,
  form: FormData,
  command: Command<I, O>,
  options: SubmitOptions<I> = {},
): Promise<Sent<z.output<O>>> {
  const texts = textsOf(form);
  const { executor } = visit.ports;
  const key = texts.get(keyField)?.at(-1);
  const acknowledged = (texts.get(acknowledgeField) ?? []).flatMap((codes) => codes.split(','));
  options.prepare?.(texts);
  try {
    const input = { ...readFields(command.input, texts), ...options.fixed };
    // The executor parses the input by the command's own schema; a form knows no types before that.
    const { output, replayed } = await executor.execute(command, input as z.input<I>, {
      actor: visit.actor,
      requestId: visit.c.get('requestId'),
      idempotencyKey: key ?? null,
      acknowledge: acknowledged.filter((code) => code !== ''),
    });
    return { ok: true, output, replayed };
  } catch (failure) {
    if (!(failure instanceof DomainError)) throw failure;
    const fieldOf = options.fieldOf ?? {};
    return refusedForm(visit, failure, { texts, key, acknowledged, fieldOf });
  }
}

/** The first text of a field; '' when there is none. */
export function textIn(form: FormState, name: string): string {
  return form.values.get(name)?.at(-1) ?? '';
}

/** The sentence about a field or about an entry of it; undefined when it is right. */
export function issueOf(form: FormState, name: string): string | undefined {
  const exact = form.issues.get(name);
  if (exact !== undefined) return exact;
  for (const [at, sentence] of form.issues) if (at.startsWith(`${name}.`)) return sentence;
  return undefined;
}

/** Whether this field is the first wrong one, where the cursor belongs. */
export function isFirstWrong(form: FormState, name: string): boolean {
  const [first] = form.issues.keys();
  return first !== undefined && (first === name || first.startsWith(`${name}.`));
}
