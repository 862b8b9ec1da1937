/**
 * The form around the fields: the key that makes a second press harmless, the row version, and above
 * the fields what was refused, with the question to confirm where there is one.
 */
import type { Child } from 'hono/jsx';
import type { Problem } from '../../http/problem.ts';
import { acknowledgeField, type FormState, keyField } from '../form.ts';
import type { Visit } from '../visit.ts';

/** A refusal in words: what happened, what to do next, the code for support. */
export function ProblemNotice({
  visit,
  problem,
  hasFocus = true,
  children,
}: {
  visit: Visit;
  problem: Problem;
  hasFocus?: boolean;
  children?: Child;
}) {
  const { say } = visit;
  const rest = problem.errors.filter(({ pointer }) => pointer === '');
  return (
    <div class="notice refusal" role="alert" tabindex={-1} autofocus={hasFocus}>
      <p class="what">{problem.title}</p>
      <p>{problem.detail}</p>
      {rest.map(({ detail }) => (
        <p>{detail}</p>
      ))}
      {children}
      <p class="fine">{say('problem.code', { code: problem.code })}</p>
    </div>
  );
}

/** A form that posts to `action`. Fields are its children; they share its state. */
export function FormBox({
  visit,
  form,
  action,
  version,
  label,
  isFile = false,
  children,
}: {
  visit: Visit;
  form: FormState;
  action: string;
  /** The row version the page showed, for commands that take one. */
  version?: number;
  /** The text of the button; none when the children bring their own. */
  label?: string;
  /** For forms with a file to upload. */
  isFile?: boolean;
  children?: Child;
}) {
  const { problem } = form;
  const mustConfirm = form.mayConfirm.length > 0;
  return (
    <form
      method="post"
      action={action}
      class="box"
      enctype={isFile ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name={keyField} value={form.key} />
      {version === undefined ? null : (
        <input type="hidden" name="version" value={String(version)} />
      )}
      {problem === null ? null : (
        <ProblemNotice visit={visit} problem={problem} hasFocus={form.issues.size === 0}>
          {mustConfirm ? (
            <button
              type="submit"
              class="warn"
              name={acknowledgeField}
              value={form.mayConfirm.join(',')}
            >
              {visit.say('form.confirm')}
            </button>
          ) : null}
        </ProblemNotice>
      )}
      {children}
      {label === undefined ? null : (
        <button type="submit" class="main">
          {label}
        </button>
      )}
    </form>
  );
}
