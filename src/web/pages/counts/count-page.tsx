/** One count: how far it is, its bins, what may be done, and for those who decide the differences. */
import type { BinSummary, CountView } from '../../../counts/contract.ts';
import { cancelCount, getCount } from '../../../counts/index.ts';
import { type FormState, keyField } from '../../form.ts';
import { show } from '../../layout.tsx';
import { Actions } from '../../ui/actions.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Chip, type Column, Facts, Pager, pageNumber, Table } from '../../ui/table.tsx';
import { idStep, momentText, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';
import { progressOf } from './count-table.tsx';
import { Accuracy, Differences } from './differences.tsx';
import { countLinks } from './links.ts';

const limit = 50;

/** What was refused on the page. */
export interface RefusedStep {
  readonly event: string;
  readonly form: FormState;
}

function Header({ visit, count }: { visit: Visit; count: CountView }) {
  const { say } = visit;
  const closing =
    count.closedAt === null ? [] : [[say('counts.closed-at'), momentText(count.closedAt)] as const];
  const because =
    count.document === null ? [] : [[say('counts.document'), count.document] as const];
  const why =
    count.cancelReason === null ? [] : [[say('counts.cancel-reason'), count.cancelReason] as const];
  return (
    <section class="panel">
      <Facts
        facts={[
          [say('counts.state'), wordOf(visit, 'counts.state', count.state)],
          [say('counts.progress'), progressOf(visit, count)],
          [say('counts.site'), count.siteCode],
          [say('counts.kind'), wordOf(visit, 'counts.kind', count.kind)],
          [say('counts.to-recount'), String(count.toRecount)],
          [say('counts.to-approve'), String(count.toApprove)],
          [say('counts.by'), count.createdByName],
          [say('counts.at'), momentText(count.createdAt)],
          ...closing,
          [say('counts.note'), count.note],
          ...because,
          ...why,
        ]}
      />
    </section>
  );
}

/** The field for the code of the bin somebody stands at. */
function ScanBin({
  visit,
  count,
  typed,
}: {
  visit: Visit;
  count: CountView;
  typed: string | null;
}) {
  const { say } = visit;
  return (
    <form method="post" action={`${countLinks.count(count.countId)}/scan-bin`} class="box">
      <input type="hidden" name={keyField} value={visit.ports.ids.newId()} />
      <div class={typed === null ? 'field' : 'field wrong'}>
        <label for="bin">{say('counts.scan-bin')}</label>
        <input
          id="bin"
          name="bin"
          class="code"
          required
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          autofocus
          data-takes-scan=""
          value={typed ?? ''}
        />
        {typed === null ? null : <p class="issue">{say('counts.no-bin', { code: typed })}</p>}
      </div>
      <button type="submit" class="main">
        {say('counts.scan-bin-go')}
      </button>
    </form>
  );
}

function Bins({ visit, count }: { visit: Visit; count: CountView }) {
  const { say } = visit;
  const tone = (state: string) =>
    state === 'done' || state === 'closed' ? 'good' : state === 'to-recount' ? 'bad' : undefined;
  const chip = ({ state }: BinSummary) => {
    const own = tone(state);
    return <Chip {...(own ? { tone: own } : {})}>{wordOf(visit, 'counts.bin-state', state)}</Chip>;
  };
  const part: Column<BinSummary> = {
    heading: say('counts.only-part'),
    kind: 'code',
    cell: (row) => row.partNumber ?? '',
  };
  const hasParts = count.binRows.some(({ partNumber }) => partNumber !== null);
  const columns: Column<BinSummary>[] = [
    {
      heading: say('counts.bin'),
      kind: 'code',
      cell: (row) =>
        visit.can('counts.work') ? (
          <a href={countLinks.bin(count.countId, row.binId)}>{row.locationCode}</a>
        ) : (
          row.locationCode
        ),
    },
    ...(hasParts ? [part] : []),
    { heading: say('counts.state'), cell: chip },
    { heading: say('counts.counter'), cell: (row) => row.countedByName ?? '' },
    { heading: say('counts.finished-at'), cell: (row) => momentText(row.finishedAt) },
  ];
  return (
    <>
      <h2>{say('counts.bins')}</h2>
      <Table visit={visit} caption={say('counts.bins')} columns={columns} rows={count.binRows} />
      <Pager visit={visit} total={Math.max(count.binTotal, count.differenceTotal)} limit={limit} />
    </>
  );
}

function History({ visit, count }: { visit: Visit; count: CountView }) {
  const { say } = visit;
  return (
    <section class="panel">
      <h2>{say('counts.history')}</h2>
      <ul class="timeline">
        {count.timeline.map(({ at, command, actorName }) => (
          <li>
            <time datetime={at}>{momentText(at)}</time>
            {`${wordOf(visit, 'counts.step', command.slice('counts.'.length))} · ${actorName}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The bin of a count with this code; null when it has none. */
export async function binByCode(
  visit: Visit,
  countId: string,
  code: string,
): Promise<string | null> {
  const wanted = code.trim().toUpperCase();
  for (let page = 1; ; page += 1) {
    const { binRows, binTotal } = await visit.ask(getCount, { countId, page, limit: 200 });
    const found = binRows.find(({ locationCode }) => locationCode.toUpperCase() === wanted);
    if (found !== undefined) return found.binId;
    if (page * 200 >= binTotal) return null;
  }
}

/** `/counts/:countId`; `?bin=` leads to the bin of that code. */
export async function showCount(visit: Visit, refused?: RefusedStep) {
  const { say } = visit;
  const countId = idStep(visit, 'countId');
  const typed = visit.param('bin');
  const binId = typed === '' ? null : await binByCode(visit, countId, typed);
  if (binId !== null) return visit.redirect(countLinks.bin(countId, binId));
  const count = await visit.ask(getCount, { countId, page: pageNumber(visit), limit });
  const isLive = count.closedAt === null;
  const status = refused?.form.problem?.status ?? (typed === '' ? undefined : 404);
  return show(
    visit,
    { title: count.number, section: 'counts', status, floor: true },
    <>
      {isLive && visit.can('counts.work') ? (
        <ScanBin visit={visit} count={count} typed={typed === '' ? null : typed} />
      ) : null}
      <Header visit={visit} count={count} />
      {count.accuracy === null ? null : <Accuracy visit={visit} accuracy={count.accuracy} />}
      <Differences visit={visit} count={count} refused={refused} />
      <Bins visit={visit} count={count} />
      {isLive && visit.can('counts.manage') ? (
        <Actions
          visit={visit}
          events={count.events}
          specs={{
            cancel: {
              command: cancelCount,
              tone: 'danger',
              fields: (form) => (
                <TextField
                  form={form}
                  name="reason"
                  label={say('counts.reason')}
                  maxlength={400}
                  required
                />
              ),
            },
          }}
          words="counts"
          base={countLinks.count(countId)}
          version={count.version}
          refused={refused?.event === 'cancel' ? refused : undefined}
        />
      ) : null}
      <History visit={visit} count={count} />
    </>,
  );
}
