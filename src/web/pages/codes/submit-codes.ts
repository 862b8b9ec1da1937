/**
 * Sends a form in which people type codes where the command wants ids. An unknown code becomes an
 * issue of its field beside every other issue, and the form keeps what was typed.
 */
import type { z } from 'zod';
import { wordsOf } from '../../../http/problem.ts';
import type { Command } from '../../../platform/command.ts';
import { type Sent, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import type { Visit } from '../../visit.ts';
import { type CodeKind, findCode } from './find-code.ts';

/** How the form differs from the command's own fields. */
export interface CodesOptions {
  /** Fields that hold a code, and what it stands for. */
  readonly codes?: Readonly<Record<string, CodeKind>>;
  /** Input that does not come from the form. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Rewrites texts before they are read. */
  readonly prepare?: (texts: Map<string, string[]>) => void;
  /** The field a refusal without a field belongs to. */
  readonly fieldOf?: Readonly<Record<string, string>>;
}

// No id looks like this, so the contract refuses the field together with all others that are wrong.
const noId = '?';

async function resolve(visit: Visit, form: FormData, codes: Readonly<Record<string, CodeKind>>) {
  const texts = textsOf(form);
  const ids: Record<string, string> = {};
  const refusals = new Map<string, string>();
  for (const [field, kind] of Object.entries(codes)) {
    const typed = texts.get(field)?.at(-1)?.trim() ?? '';
    if (typed === '') continue;
    const found = await findCode(visit, kind, typed);
    ids[field] = found.ok ? found.id : noId;
    if (!found.ok) refusals.set(field, found.refusal);
  }
  return { ids, refusals };
}

/** Runs the command with what the form holds; see `submit`. */
export async function submitCodes<I extends z.ZodType, O extends z.ZodType>(
  visit: Visit,
  form: FormData,
  command: Command<I, O>,
  { codes = {}, fixed = {}, prepare, fieldOf = {} }: CodesOptions,
): Promise<Sent<z.output<O>>> {
  const { ids, refusals } = await resolve(visit, form, codes);
  const sent = await submit(visit, form, command, {
    // The executor parses it by the command's own schema; a form knows no types before that.
    fixed: { ...ids, ...fixed } as Partial<z.input<I>>,
    fieldOf,
    ...(prepare === undefined ? {} : { prepare }),
  });
  if (sent.ok) return sent;
  const issues = new Map(sent.form.issues);
  for (const [field, refusal] of refusals) {
    if (issues.has(field)) issues.set(field, wordsOf(refusal, visit.locale).title);
  }
  return { ...sent, form: { ...sent.form, values: textsOf(form), issues } };
}
