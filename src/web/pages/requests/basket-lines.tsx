/** The lines of a new request as its form shows them: scan to add, type to change, press to remove. */
import type { AskablePart } from '../../../orders/index.ts';
import { type FormState, issueOf } from '../../form.ts';
import { TextField } from '../../ui/fields.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { linesIn } from './basket.ts';

/** The field a part is scanned into; its button comes first, so that Enter adds. */
export function AddPart({
  visit,
  form,
  replaced,
}: {
  visit: Visit;
  form: FormState;
  replaced: AskablePart | null;
}) {
  const { say } = visit;
  const successor = replaced?.successor ?? null;
  return (
    <div class="panel">
      <TextField
        form={form}
        name="add"
        label={say('requests.add')}
        hint={say('requests.add-hint')}
        maxlength={200}
        isCode
        hasFocus
      />
      <p class="row">
        <button type="submit" name="step" value="add">
          {say('requests.add-go')}
        </button>
      </p>
      {replaced === null || successor === null ? null : (
        <div class="notice" role="alert">
          <p>
            {say('requests.replaced', {
              part: replaced.partNumber,
              successor: successor.partNumber,
            })}
          </p>
          <button type="submit" name="step" value={`take:${successor.id}`}>
            {say('requests.take-successor', { successor: successor.partNumber })}
          </button>
        </div>
      )}
    </div>
  );
}

/** The lines gathered so far. */
export function BasketLines({
  visit,
  form,
  parts,
}: {
  visit: Visit;
  form: FormState;
  parts: ReadonlyMap<string, AskablePart>;
}) {
  const { say, locale } = visit;
  const lines = linesIn(form.values);
  if (lines.length === 0) return <p class="empty">{say('requests.basket-empty')}</p>;
  return (
    <ul class="steps">
      {lines.map(({ partId, quantity }, at) => {
        const part = parts.get(partId);
        const issue = issueOf(form, `lines.${at}`);
        const id = `quantity-${partId}`;
        return (
          <li>
            <div>
              <span class="code">{part?.partNumber ?? partId}</span>{' '}
              {part === undefined ? '' : nameIn(locale, part)}
              {issue === undefined ? null : <p class="issue">{issue}</p>}
              {part?.isRetired && part.successor !== null ? (
                <button type="submit" name="step" value={`swap:${partId}:${part.successor.id}`}>
                  {say('requests.take-successor', { successor: part.successor.partNumber })}
                </button>
              ) : null}
            </div>
            <div class="row">
              <input type="hidden" name={`lines.${at}.partId`} value={partId} />
              <label for={id}>{say('requests.quantity')}</label>
              <input
                id={id}
                name={`lines.${at}.quantity`}
                value={quantity}
                inputmode="numeric"
                size={6}
                class="number"
                aria-invalid={issue === undefined ? undefined : 'true'}
              />
              <span>{part?.unitOfMeasure}</span>
              <button type="submit" class="quiet" name="step" value={`remove:${partId}`}>
                {say('requests.remove', { part: part?.partNumber ?? '' })}
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
