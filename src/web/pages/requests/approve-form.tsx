/** The decision line by line in one form: filled in with what was asked for, to be cut with a reason. */
import type { RequestLineView, RequestView } from '../../../orders/index.ts';
import { type FormState, issueOf, textIn } from '../../form.ts';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { moneyText } from '../parts/money-text.ts';

interface Props {
  readonly visit: Visit;
  readonly request: RequestView;
  readonly form: FormState;
  /** Up to which value the reader may approve; null is no limit. */
  readonly maxMinor: number | null;
}

function columnsOf({ visit, request, form }: Props): Column<RequestLineView>[] {
  const { say, locale } = visit;
  const undecided = request.lines.filter((line) => line.undecided > 0);
  const at = (line: RequestLineView) => undecided.indexOf(line);
  const typed = (name: string, otherwise: string) =>
    form.values.has(name) ? textIn(form, name) : otherwise;
  return [
    { heading: say('requests.part'), kind: 'code', cell: (line) => line.partNumber },
    { heading: say('requests.name'), cell: (line) => nameIn(locale, line) },
    {
      heading: say('requests.cost'),
      kind: 'number',
      cell: (line) => moneyText(line.costMinor, line.currency),
    },
    { heading: say('requests.asked'), kind: 'number', cell: (line) => line.undecided },
    {
      heading: say('requests.approve-quantity'),
      cell: (line) => {
        const name = `lines.${at(line)}.approved`;
        return (
          <>
            <input type="hidden" name={`lines.${at(line)}.lineId`} value={line.id} />
            <input
              name={name}
              class="number"
              inputmode="numeric"
              size={6}
              aria-label={say('requests.approve-of', { part: line.partNumber })}
              aria-invalid={issueOf(form, name) === undefined ? undefined : 'true'}
              value={typed(name, String(line.undecided))}
            />
          </>
        );
      },
    },
    {
      heading: say('requests.cut-reason'),
      cell: (line) => {
        const name = `lines.${at(line)}.reason`;
        return (
          <input
            name={name}
            maxlength={300}
            aria-label={say('requests.reason-of', { part: line.partNumber })}
            value={typed(name, '')}
          />
        );
      },
    },
  ];
}

/** The form; nothing where there is nothing left to decide. */
export function ApproveForm(props: Props) {
  const { visit, request, form, maxMinor } = props;
  const { say } = visit;
  const limit =
    maxMinor === null
      ? null
      : say('requests.your-limit', { limit: moneyText(maxMinor, request.currency ?? '').trim() });
  return (
    <section class="panel" aria-labelledby="decide-title">
      <h2 id="decide-title">{say('requests.decide')}</h2>
      <p>{say('requests.decide-hint')}</p>
      {limit === null ? null : <p class="fine">{limit}</p>}
      <FormBox
        visit={visit}
        form={form}
        action={`/requests/${request.id}/approve`}
        version={request.version}
        label={say('requests.approve-go')}
      >
        <Table
          visit={visit}
          caption={say('requests.decide')}
          columns={columnsOf(props)}
          rows={request.lines.filter((line) => line.undecided > 0)}
        />
      </FormBox>
    </section>
  );
}
