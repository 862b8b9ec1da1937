/**
 * The steps that a document offers: those possible as buttons, the others grey with the reason in
 * words beside them, before anybody presses. Which steps those are is the document's own answer.
 */
import type { Child } from 'hono/jsx';
import { wordsOf } from '../../http/problem.ts';
import { isPageKey } from '../../i18n/page-words.ts';
import { type Permission, permissions } from '../../people/index.ts';
import type { AnyCommand } from '../../platform/command.ts';
import { blankForm, type FormState } from '../form.ts';
import type { Visit } from '../visit.ts';
import { FormBox, ProblemNotice } from './form-box.tsx';

/** One step a document may offer. */
export interface ActionSpec {
  /** Its command: a step without one, or without the right for it, is not shown. */
  readonly command: AnyCommand;
  /** A page of its own instead of a button. */
  readonly to?: string | undefined;
  /** The fields it asks for; shown on opening it. */
  readonly fields?: ((form: FormState) => Child) | undefined;
  /** `main`: full width; `danger`: cannot be undone. */
  readonly tone?: 'main' | 'danger' | undefined;
  /** A key that presses it, shown on the button. */
  readonly hotkey?: string | undefined;
}

/** An event as the views of the domain offer it. */
export interface Offered {
  readonly event: string;
  readonly allowed: boolean;
  readonly refusal: string | null;
}

export interface ActionsProps {
  readonly visit: Visit;
  readonly events: readonly Offered[];
  /** By event; the order of this record is the order on the page. */
  readonly specs: Readonly<Record<string, ActionSpec>>;
  /** Words: `${words}.${event}`, e.g. `action.line.pack`. */
  readonly words: string;
  /** Forms are posted to `${base}/${event}`. */
  readonly base: string;
  readonly version: number;
  /** The form of a step that was refused, to show what was typed. */
  readonly refused?: { readonly event: string; readonly form: FormState } | undefined;
}

function mayRun(visit: Visit, { permission }: AnyCommand): boolean {
  if (permission === null) return true;
  const known: Permission | undefined = permissions.find((one) => one === permission);
  return known !== undefined && visit.can(known);
}

/** The name of a step in the reader's language. */
export function actionName(visit: Visit, words: string, event: string): string {
  const key = `${words}.${event}`;
  return isPageKey(key) ? visit.say(key) : event;
}

function Forbidden({
  visit,
  name,
  refusal,
  id,
}: Record<'name' | 'id', string> & { visit: Visit; refusal: string }) {
  const { title, remedy } = wordsOf(refusal, visit.locale);
  return (
    <li class="action forbidden">
      <button type="button" aria-disabled="true" aria-describedby={`${id}-why`}>
        {name}
      </button>
      <p class="why" id={`${id}-why`}>
        {visit.say('actions.why', { title, remedy })}
      </p>
    </li>
  );
}

function Allowed({ props, event, spec }: { props: ActionsProps; event: string; spec: ActionSpec }) {
  const { visit, words, base, version, refused } = props;
  const name = actionName(visit, words, event);
  const { tone = 'plain', hotkey, to, fields } = spec;
  if (to !== undefined) {
    return (
      <li class="action">
        <a class={`button ${tone}`} href={to} data-hotkey={hotkey}>
          {name}
        </a>
      </li>
    );
  }
  const form = refused?.event === event ? refused.form : blankForm(visit);
  const button = (
    <button type="submit" class={tone} data-hotkey={hotkey}>
      {name}
    </button>
  );
  return (
    <li class="action">
      {fields === undefined ? (
        <FormBox visit={visit} form={form} action={`${base}/${event}`} version={version}>
          {button}
        </FormBox>
      ) : (
        <details open={form.problem !== null}>
          <summary class={`button ${tone}`}>{`${name} …`}</summary>
          <FormBox visit={visit} form={form} action={`${base}/${event}`} version={version}>
            {fields(form)}
            {button}
          </FormBox>
        </details>
      )}
    </li>
  );
}

/** The list of steps; nothing but a sentence when the reader can do none of them. */
export function Actions(props: ActionsProps) {
  const { visit, events, specs, words } = props;
  const offered = new Map(events.map((one) => [one.event, one]));
  const seen = Object.entries(specs).flatMap(([event, spec]) => {
    const offer = offered.get(event);
    return offer !== undefined && mayRun(visit, spec.command) ? [{ event, spec, offer }] : [];
  });
  const { refused } = props;
  const isShown = seen.some(({ event, offer }) => event === refused?.event && offer.allowed);
  const lost = isShown ? null : (refused?.form.problem ?? null);
  return (
    <section class="actions" aria-labelledby="actions-title">
      <h2 id="actions-title">{visit.say('actions.title')}</h2>
      {lost === null ? null : <ProblemNotice visit={visit} problem={lost} />}
      {seen.length === 0 ? <p>{visit.say('actions.none')}</p> : null}
      <ul>
        {seen.map(({ event, spec, offer }) =>
          offer.allowed ? (
            <Allowed props={props} event={event} spec={spec} />
          ) : (
            <Forbidden
              visit={visit}
              name={actionName(visit, words, event)}
              refusal={offer.refusal ?? ''}
              id={`action-${event}`}
            />
          ),
        )}
      </ul>
    </section>
  );
}
