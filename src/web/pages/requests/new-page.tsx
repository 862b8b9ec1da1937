/** Asking for parts: scan the parts, say for what and until when, send. Works without script. */
import { wordsOf } from '../../../http/problem.ts';
import {
  type AskablePart,
  listOwnVans,
  lookUpParts,
  requestKinds,
  submitRequest,
} from '../../../orders/index.ts';
import { findLineByScan } from '../../../rma/index.ts';
import { blankForm, type FormState, keyField } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { addByCode, afterStep, linesIn, withLines } from './basket.ts';
import { AddPart, BasketLines } from './basket-lines.tsx';
import { priorityWord } from './words.tsx';

interface Shown {
  readonly form: FormState;
  readonly replaced?: AskablePart;
}

function priorityOptions(visit: Visit) {
  return [1, 2, 3, 4].map((priority) => ({
    value: String(priority),
    label: priorityWord(visit, priority),
  }));
}

function AboutFields({ visit, form, van }: { visit: Visit; form: FormState; van: string | null }) {
  const { say } = visit;
  const kinds = requestKinds.map((kind) => ({ value: kind, label: say(`requests.kind.${kind}`) }));
  return (
    <div class="columns">
      <div class="panel">
        <SelectField form={form} name="kind" label={say('requests.kind')} options={kinds} />
        <TextField
          form={form}
          name="destinationId"
          label={say('requests.to')}
          hint={van === null ? say('requests.to-hint') : say('requests.to-van', { van })}
          maxlength={40}
          isCode
          required={van === null}
        />
        <TextField
          form={form}
          name="documentNumber"
          label={say('requests.job')}
          hint={say('requests.job-hint')}
          maxlength={60}
          isCode
        />
      </div>
      <div class="panel">
        <SelectField
          form={form}
          name="priority"
          label={say('requests.priority')}
          options={priorityOptions(visit)}
        />
        <TextField form={form} name="neededBy" type="date" label={say('requests.needed-by')} />
        <TextField form={form} name="shipTo" label={say('requests.ship-to')} maxlength={300} />
        <TextArea form={form} name="note" label={say('requests.note')} rows={2} />
      </div>
    </div>
  );
}

async function partsOf(visit: Visit, form: FormState): Promise<ReadonlyMap<string, AskablePart>> {
  const partIds = linesIn(form.values).map(({ partId }) => partId);
  const { parts } = await visit.ask(lookUpParts, { partIds });
  return new Map(parts.map((part) => [part.id, part]));
}

async function filledForm(visit: Visit): Promise<FormState> {
  const { param } = visit;
  const blank = blankForm(visit, {
    kind: param('kind') || 'field-service',
    destinationId: param('destination'),
    documentNumber: param('job'),
    neededBy: param('neededBy'),
    priority: param('priority') || '3',
  });
  if (param('part') === '') return blank;
  const added = await addByCode(visit, [], param('part'));
  if (added.kind !== 'added') return blank;
  const quantity = param('quantity') || '1';
  const lines = added.lines.map(({ partId }) => ({ partId, quantity }));
  return { ...blank, values: withLines(blank.values, lines) };
}

/** `/requests/new`; filled in by the address, or by what was typed before. */
export async function showNewRequest(visit: Visit, shown?: Shown) {
  const { say } = visit;
  const form = shown?.form ?? (await filledForm(visit));
  const [parts, { vans }] = await Promise.all([partsOf(visit, form), visit.ask(listOwnVans, {})]);
  const status = form.problem?.status ?? (form.issues.size > 0 ? 422 : undefined);
  return show(
    visit,
    { title: say('requests.new'), section: 'requests', status },
    <FormBox visit={visit} form={form} action="/requests/new">
      <AddPart visit={visit} form={form} replaced={shown?.replaced ?? null} />
      <BasketLines visit={visit} form={form} parts={parts} />
      <AboutFields visit={visit} form={form} van={vans[0]?.code ?? null} />
      <button type="submit" class="main" name="step" value="send">
        {say('requests.send')}
      </button>
    </FormBox>,
  );
}

/** What the typed job is: a return we know, else the words as they are. */
async function jobOf(visit: Visit, typed: string) {
  if (typed === '') return { document: null, documentNumber: null };
  if (visit.can('rma.view') && typed.length <= 60) {
    const [line] = await visit.ask(findLineByScan, { code: typed });
    if (line !== undefined)
      return { document: `rma-line:${line.lineId}`, documentNumber: line.code };
  }
  return { document: null };
}

async function gather(visit: Visit, sentForm: FormData, step: string) {
  const texts = textsOf(sentForm);
  const typed = texts.get('add')?.at(-1)?.trim() ?? '';
  const lines = afterStep(linesIn(texts), step);
  const added = typed === '' ? null : await addByCode(visit, lines, typed);
  const values = withLines(texts, added?.kind === 'added' ? added.lines : lines);
  const issues = new Map<string, string>();
  if (added?.kind === 'refused') {
    const words = wordsOf(added.refusal, visit.locale, { partNumber: typed });
    // The field is empty again: what is scanned next must not be added to what was wrong.
    issues.set('add', `${typed} – ${words.title}`);
  }
  if (added === null && step === 'add') issues.set('add', visit.say('requests.add-nothing'));
  if (added === null && step === 'send') issues.set('add', visit.say('requests.basket-empty'));
  const key = texts.get(keyField)?.at(-1) ?? visit.ports.ids.newId();
  const form: FormState = { values, key, problem: null, issues, mayConfirm: [] };
  const replaced = added?.kind === 'replaced' ? { replaced: added.part } : {};
  return showNewRequest(visit, { form, ...replaced });
}

/** Adds or removes a line, or sends the request when that is what was pressed. */
export async function takeNewRequest(visit: Visit, sentForm: FormData) {
  const texts = textsOf(sentForm);
  const step = texts.get('step')?.at(-1) ?? 'send';
  const isScanned = (texts.get('add')?.at(-1)?.trim() ?? '') !== '';
  // A code still in its field was scanned last: it belongs into the list before anything is sent.
  if (step !== 'send' || isScanned || linesIn(texts).length === 0) {
    return gather(visit, sentForm, step);
  }
  const job = await jobOf(visit, texts.get('documentNumber')?.at(-1)?.trim() ?? '');
  const sent = await submitCodes(visit, sentForm, submitRequest, {
    codes: { destinationId: 'location' },
    fixed: job,
    fieldOf: {
      'orders.no-own-van': 'destinationId',
      'orders.destination-cannot-hold-stock': 'destinationId',
      'inventory.unknown-location': 'destinationId',
      'orders.needed-by-is-over': 'neededBy',
    },
  });
  if (!sent.ok) return showNewRequest(visit, { form: sent.form });
  const { requestId, number, state } = sent.output;
  const said = state === 'submitted' ? 'requests.sent' : 'requests.sent-approved';
  return visit.redirect(`/requests/${requestId}`, said, { number });
}
