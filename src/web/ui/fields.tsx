/**
 * Form fields: label, hint, control and what is wrong with it, tied together for eyes and for screen
 * readers. They show what was typed; they decide nothing.
 */
import type { Child } from 'hono/jsx';
import { type FormState, isFirstWrong, issueOf, textIn } from '../form.ts';

/** What every field takes. `name` is the command's own field name. */
export interface FieldProps {
  readonly form: FormState;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
  /** Puts the cursor here when nothing is wrong. */
  readonly hasFocus?: boolean | undefined;
}

/** Several forms of a page may have fields of one name, so ids carry the form's key. */
function idFor({ form, name }: Pick<FieldProps, 'form' | 'name'>): string {
  return `${name}-${form.key.slice(-12)}`;
}

/** The attributes that tie a control to its label, hint and issue. */
function tied({ form, name, hint, required, hasFocus }: FieldProps) {
  const id = idFor({ form, name });
  const issue = issueOf(form, name);
  const described = [hint === undefined ? '' : `${id}-hint`, issue ? `${id}-issue` : ''];
  const wantsFocus = hasFocus === true && form.problem === null;
  return {
    id,
    name,
    required: required === true,
    'aria-invalid': issue === undefined ? undefined : ('true' as const),
    'aria-describedby': described.filter((one) => one !== '').join(' ') || undefined,
    autofocus: wantsFocus || isFirstWrong(form, name),
  };
}

function Around({ field, children }: { field: FieldProps; children?: Child }) {
  const issue = issueOf(field.form, field.name);
  return (
    <div class={issue === undefined ? 'field' : 'field wrong'}>
      <label for={idFor(field)}>{field.label}</label>
      {field.hint === undefined ? null : (
        <p class="hint" id={`${idFor(field)}-hint`}>
          {field.hint}
        </p>
      )}
      {children}
      {issue === undefined ? null : (
        <p class="issue" id={`${idFor(field)}-issue`}>
          {`${field.label}: ${issue}`}
        </p>
      )}
    </div>
  );
}

/** One line of text. A password is never shown again. */
export function TextField(
  props: FieldProps & {
    readonly type?: 'text' | 'password' | 'date' | 'number' | 'tel' | 'email' | 'search';
    readonly autocomplete?: string;
    readonly maxlength?: number;
    /** Takes a scan: no spelling help, no capital letters. */
    readonly isCode?: boolean;
    /** `numeric` or `decimal` keyboard. */
    readonly inputmode?: 'numeric' | 'decimal';
  },
) {
  const { type = 'text', autocomplete, maxlength, isCode = false, inputmode } = props;
  return (
    <Around field={props}>
      <input
        {...tied(props)}
        type={type}
        value={type === 'password' ? undefined : textIn(props.form, props.name)}
        autocomplete={autocomplete ?? (isCode ? 'off' : undefined)}
        autocapitalize={isCode ? 'off' : undefined}
        spellcheck={isCode ? false : undefined}
        maxlength={maxlength}
        inputmode={inputmode}
        class={isCode ? 'code' : undefined}
        data-takes-scan={isCode && props.hasFocus === true ? '' : undefined}
      />
    </Around>
  );
}

/** Several lines; a list field takes one entry a line. */
export function TextArea(props: FieldProps & { readonly rows?: number }) {
  return (
    <Around field={props}>
      <textarea {...tied(props)} rows={props.rows ?? 4}>
        {props.form.values.get(props.name)?.join('\n') ?? ''}
      </textarea>
    </Around>
  );
}

/** One choice. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of several. `empty` is the label of choosing nothing. */
export function SelectField(
  props: FieldProps & { readonly options: readonly Option[]; readonly empty?: string },
) {
  const chosen = textIn(props.form, props.name);
  return (
    <Around field={props}>
      <select {...tied(props)}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** Yes or no; an empty box is sent as `false`. */
export function CheckField(props: FieldProps) {
  const issue = issueOf(props.form, props.name);
  return (
    <div class={issue === undefined ? 'field check' : 'field check wrong'}>
      <input type="hidden" name={props.name} value="false" />
      <input
        {...tied(props)}
        type="checkbox"
        value="true"
        checked={textIn(props.form, props.name) === 'true'}
      />
      <label for={idFor(props)}>{props.label}</label>
      {props.hint === undefined ? null : (
        <p class="hint" id={`${idFor(props)}-hint`}>
          {props.hint}
        </p>
      )}
      {issue === undefined ? null : (
        <p class="issue" id={`${idFor(props)}-issue`}>
          {`${props.label}: ${issue}`}
        </p>
      )}
    </div>
  );
}

/** Any number of several; sent as several fields of one name. */
export function CheckList(props: FieldProps & { readonly options: readonly Option[] }) {
  const chosen = props.form.values.get(props.name) ?? [];
  const issue = issueOf(props.form, props.name);
  return (
    <fieldset class={issue === undefined ? 'field' : 'field wrong'}>
      <legend>{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <label class="check">
          <input type="checkbox" name={props.name} value={value} checked={chosen.includes(value)} />
          {label}
        </label>
      ))}
      {issue === undefined ? null : <p class="issue">{`${props.label}: ${issue}`}</p>}
    </fieldset>
  );
}
