/** The differences of a count: what was counted, what the books said, and the approver's answer. */

import type { Child } from 'hono/jsx';
import type { CountView, DifferenceView } from '../../../counts/contract.ts';
import { wordsOf } from '../../../http/problem.ts';
import { acknowledgeField, blankForm, type FormState, keyField } from '../../form.ts';
import { links } from '../../links.ts';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNotice } from '../../ui/form-box.tsx';
import { Chip, type Column, Facts, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';
import type { RefusedStep } from './count-page.tsx';
import { countLinks } from './links.ts';
import { signedMoney, signedNumber } from './signed-money.ts';

/** What an approver may answer, in the order of the buttons. */
export const decisions = ['approve', 'send-back', 'dismiss'] as const;
export type Decision = (typeof decisions)[number];

const tones = { approve: 'main', 'send-back': undefined, dismiss: 'danger' } as const;

function Pieces({ visit, row }: { visit: Visit; row: DifferenceView }) {
  return (
    <ul>
      {row.pieces.map(({ serialNumber: serial, outcome, believedAt }) => {
        const place = wordOf(visit, 'virtual-place', believedAt ?? '');
        return <li>{wordOf(visit, 'counts.piece', outcome, { serial, place })}</li>;
      })}
    </ul>
  );
}

function columnsOf(visit: Visit, mayChoose: boolean, isDecided: boolean): Column<DifferenceView>[] {
  const { say, locale } = visit;
  const decided: Column<DifferenceView> = {
    heading: say('counts.decided-by'),
    cell: (row) => [row.decidedByName, row.decisionNote].filter(Boolean).join(': '),
  };
  const chooser: Column<DifferenceView> = {
    heading: '✓',
    cell: (row) =>
      row.state === 'to-approve' ? (
        <input
          type="checkbox"
          name="lineIds"
          value={row.lineId}
          checked
          aria-label={say('counts.pick-line', { part: row.partNumber, bin: row.locationCode })}
        />
      ) : (
        ''
      ),
  };
  return [
    ...(mayChoose ? [chooser] : []),
    { heading: say('counts.bin'), kind: 'code', cell: (row) => row.locationCode },
    {
      heading: say('counts.part'),
      cell: (row) => (
        <>
          <a class="code" href={links.part(row.partId)}>
            {row.partNumber}
          </a>
          <p>{nameIn(locale, row)}</p>
          <p class="fine">
            {`${wordOf(visit, 'condition', row.condition)} ${row.lotNumber ?? ''}`.trim()}
          </p>
        </>
      ),
    },
    { heading: say('counts.counted'), kind: 'number', cell: (row) => row.counted },
    { heading: say('counts.expected'), kind: 'number', cell: (row) => row.expected },
    {
      heading: say('counts.difference'),
      kind: 'number',
      cell: (row) => <b>{signedNumber(row.difference)}</b>,
    },
    { heading: say('counts.value'), kind: 'number', cell: (row) => signedMoney(row.valueMinor) },
    {
      heading: say('counts.state'),
      cell: (row) => (
        <>
          <Chip tone={row.state === 'to-approve' ? 'wait' : 'good'}>
            {wordOf(visit, 'counts.line-state', row.state)}
          </Chip>
          {row.hasMoved ? <p class="fine">{say('counts.moved')}</p> : null}
          <Pieces visit={visit} row={row} />
        </>
      ),
    },
    { heading: say('counts.counter'), cell: (row) => row.countedByName },
    ...(isDecided ? [decided] : []),
  ];
}

function DecisionButtons({ visit, isOwn }: { visit: Visit; isOwn: boolean }) {
  const { say } = visit;
  if (!isOwn) {
    return (
      <p class="row">
        {decisions.map((one) => (
          <button type="submit" name="decision" value={one} class={tones[one]}>
            {say(`counts.decide.${one}`)}
          </button>
        ))}
      </p>
    );
  }
  const { title, remedy } = wordsOf('counts.own-count', visit.locale);
  return (
    <>
      <p class="row">
        <button type="button" aria-disabled="true" aria-describedby="own-count-why">
          {say('counts.decide.approve')}
        </button>
        <button type="submit" name="decision" value="send-back">
          {say('counts.decide.send-back')}
        </button>
      </p>
      <p class="fine" id="own-count-why">
        {say('actions.why', { title, remedy })}
      </p>
    </>
  );
}

/** A form as wide as its table, with the same promises as every other form. */
function DecisionForm({
  visit,
  count,
  form,
  children,
}: {
  visit: Visit;
  count: CountView;
  form: FormState;
  children?: Child;
}) {
  const { problem, mayConfirm } = form;
  return (
    <form method="post" action={`${countLinks.count(count.countId)}/decide`} class="panel">
      <input type="hidden" name={keyField} value={form.key} />
      <input type="hidden" name="version" value={String(count.version)} />
      {problem === null ? null : (
        <ProblemNotice visit={visit} problem={problem} hasFocus={form.issues.size === 0}>
          {mayConfirm.length === 0 ? null : (
            <button type="submit" class="warn" name={acknowledgeField} value={mayConfirm.join(',')}>
              {visit.say('form.confirm')}
            </button>
          )}
        </ProblemNotice>
      )}
      {children}
    </form>
  );
}

/** The table, and below it the answer of whoever may give it. */
export function Differences({
  visit,
  count,
  refused,
}: {
  visit: Visit;
  count: CountView;
  refused: RefusedStep | undefined;
}) {
  const { say } = visit;
  if (count.differences === null) return <p class="fine">{say('counts.blind')}</p>;
  const mayDecide =
    visit.can('counts.approve') &&
    count.events.some(({ event, allowed }) => event === 'approve' && allowed);
  const isDecided = count.differences.some(({ decidedByName }) => decidedByName !== null);
  const table = (
    <Table
      visit={visit}
      caption={say('counts.differences')}
      columns={columnsOf(visit, mayDecide, isDecided)}
      rows={count.differences}
      empty={say('counts.no-differences')}
    />
  );
  const form = refused?.event === 'decide' ? refused.form : blankForm(visit);
  return (
    <>
      <h2>{say('counts.differences')}</h2>
      {mayDecide ? (
        <>
          <p>{say('counts.differences-lead')}</p>
          <DecisionForm visit={visit} count={count} form={form}>
            {table}
            <TextField
              form={form}
              name="note"
              label={say('counts.decide-note')}
              hint={say('counts.decide-note-hint')}
              maxlength={400}
            />
            <DecisionButtons visit={visit} isOwn={count.isOwnCount} />
          </DecisionForm>
        </>
      ) : (
        table
      )}
    </>
  );
}

/** The report of a closed count. */
export function Accuracy({
  visit,
  accuracy,
}: {
  visit: Visit;
  accuracy: NonNullable<CountView['accuracy']>;
}) {
  const { say } = visit;
  const { perMille } = accuracy;
  const share = perMille === null ? '—' : `${Math.floor(perMille / 10)}.${perMille % 10} %`;
  return (
    <section class="panel">
      <h2>{say('counts.accuracy')}</h2>
      <Facts
        facts={[
          [say('counts.accuracy.share'), share],
          [say('counts.accuracy.lines'), String(accuracy.lines)],
          [say('counts.accuracy.right'), String(accuracy.right)],
          [say('counts.accuracy.net'), signedMoney(accuracy.netMinor)],
          [say('counts.accuracy.gross'), signedMoney(accuracy.grossMinor)],
          [say('counts.accuracy.unvalued'), String(accuracy.unvalued)],
        ]}
      />
    </section>
  );
}
