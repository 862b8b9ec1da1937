/** The lines of a new request as its form shows them: scan to add, type to change, press to remove. */
import type { AskablePart, BasketLine } from '../../../orders/index.ts';
import { type FormState, issueOf } from '../../form.ts';
import { TextField } from '../../ui/fields.tsx';
import { type Column, Table } from '../../ui/table.tsx';
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

interface Gathered extends BasketLine {
  readonly at: number;
  readonly part: AskablePart | undefined;
}

function columnsOf(visit: Visit, form: FormState): Column<Gathered>[] {
  const { say, locale } = visit;
  const numberOf = ({ part, partId }: Gathered) => part?.partNumber ?? partId;
  const issueAt = ({ at }: Gathered) => issueOf(form, `lines.${at}`);
  return [
    {
      heading: say('requests.part'),
      kind: 'code',
      cell: (line) => (
        <>
          <input type="hidden" name={`lines.${line.at}.partId`} value={line.partId} />
          {numberOf(line)}
        </>
      ),
    },
    {
      heading: say('requests.name'),
      cell: (line) => (
        <>
          {line.part === undefined ? '—' : nameIn(locale, line.part)}
          {issueAt(line) === undefined ? null : <p class="issue">{issueAt(line)}</p>}
        </>
      ),
    },
    {
      heading: say('requests.quantity'),
      kind: 'number',
      cell: (line) => (
        <input
          name={`lines.${line.at}.quantity`}
          value={line.quantity}
          inputmode="numeric"
          size={6}
          class="number"
          aria-label={say('requests.how-many-of', { part: numberOf(line) })}
          aria-invalid={issueAt(line) === undefined ? undefined : 'true'}
        />
      ),
    },
    { heading: say('requests.unit'), cell: (line) => line.part?.unitOfMeasure ?? '—' },
    {
      heading: say('requests.change'),
      cell: (line) => <ChangeLine visit={visit} line={line} number={numberOf(line)} />,
    },
  ];
}

function ChangeLine({ visit, line, number }: { visit: Visit; line: Gathered; number: string }) {
  const { say } = visit;
  const { part, partId } = line;
  const successor = part?.isRetired ? part.successor : null;
  return (
    <>
      <button
        type="submit"
        class="quiet"
        name="step"
        value={`remove:${partId}`}
        aria-label={say('requests.remove-of', { part: number })}
      >
        {say('requests.remove')}
      </button>
      {successor === null || successor === undefined ? null : (
        <button type="submit" name="step" value={`swap:${partId}:${successor.id}`}>
          {say('requests.take-successor', { successor: successor.partNumber })}
        </button>
      )}
    </>
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
  const { say } = visit;
  const rows = linesIn(form.values).map((line, at) => ({
    ...line,
    at,
    part: parts.get(line.partId),
  }));
  return (
    <Table
      visit={visit}
      caption={say('requests.lines')}
      columns={columnsOf(visit, form)}
      rows={rows}
      empty={say('requests.basket-empty')}
    />
  );
}
