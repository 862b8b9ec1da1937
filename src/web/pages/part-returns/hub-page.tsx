/** The way in: scan a return, a box or a part; below it what is to be done and all returns. */
import type { ReturnSummary } from '../../../part-returns/contract.ts';
import { findPartReturn, listPartReturns, returnStates } from '../../../part-returns/index.ts';
import { blankForm } from '../../form.ts';
import { show } from '../../layout.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Chip, type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';
import { PageLinks } from '../page-links.tsx';
import { returnLinks } from './links.ts';

const limit = 50;
const states = ['inspect', ...returnStates, 'all'] as const;
const tones = { open: 'wait', sent: 'wait', received: 'wait', closed: 'good', cancelled: 'bad' };

/** Where a return stands, in colour and words. */
export function StateChip({ visit, state }: { visit: Visit; state: ReturnSummary['state'] }) {
  const tone = tones[state] as 'wait' | 'good' | 'bad';
  return <Chip tone={tone}>{visit.say(`part-returns.state.${state}`)}</Chip>;
}

function columns(visit: Visit): Column<ReturnSummary>[] {
  const { say } = visit;
  return [
    {
      heading: say('part-returns.number'),
      kind: 'code',
      cell: (row) => <a href={returnLinks.one(row.returnId)}>{row.number}</a>,
    },
    {
      heading: say('part-returns.state'),
      cell: (row) => <StateChip visit={visit} state={row.state} />,
    },
    {
      heading: say('part-returns.way'),
      kind: 'code',
      cell: (row) => `${row.siteCode} → ${row.toSiteCode ?? row.toPartyCode ?? ''}`,
    },
    { heading: say('part-returns.pieces'), kind: 'number', cell: (row) => row.pieces },
    { heading: say('part-returns.defectives'), kind: 'number', cell: (row) => row.defectives },
    { heading: say('part-returns.to-inspect'), kind: 'number', cell: (row) => row.toInspect },
    { heading: say('part-returns.job'), kind: 'code', cell: (row) => row.document ?? '' },
    { heading: say('part-returns.by'), cell: (row) => row.createdByName },
    { heading: say('part-returns.opened'), cell: (row) => momentText(row.createdAt) },
  ];
}

/** `/part-returns`. `unknown` is a scan that led nowhere. */
export async function showHub(visit: Visit, unknown?: string) {
  const { say } = visit;
  const { total, returns } = await visit.ask(listPartReturns, {
    state: chosenOf(visit, 'state', states) ?? 'all',
    isMine: visit.param('mine') === 'true',
    search: visit.param('search').slice(0, 100),
    page: pageNumber(visit),
    limit,
  });
  return show(
    visit,
    { title: say('part-returns.title'), section: 'part-returns', floor: true },
    <>
      {unknown === undefined ? null : (
        <p class="notice refusal" role="alert">
          {say('part-returns.scan-unknown', { code: unknown })}
        </p>
      )}
      <form method="get" action={returnLinks.scan} class="box">
        <TextField
          form={blankForm(visit)}
          name="code"
          label={say('part-returns.scan')}
          hint={say('part-returns.scan-hint')}
          maxlength={100}
          isCode
          required
          hasFocus
        />
        <button type="submit" class="main">
          {say('part-returns.scan-go')}
        </button>
      </form>
      <PageLinks
        visit={visit}
        links={[
          {
            href: returnLinks.new,
            label: say('part-returns.new'),
            needs: 'part-returns.send',
            isMain: true,
          },
          { href: returnLinks.use, label: say('part-returns.use'), needs: 'part-returns.send' },
          { href: returnLinks.stock, label: say('part-returns.my-stock') },
          { href: returnLinks.owed, label: say('owed.title'), needs: 'returns.view' },
          { href: returnLinks.rules, label: say('part-returns.rules'), needs: 'sites.edit' },
        ]}
      />
      <SearchBox visit={visit} label={say('part-returns.search')}>
        <FilterChoice
          visit={visit}
          name="state"
          label={say('part-returns.state')}
          all={say('part-returns.state.all')}
          options={states
            .filter((value) => value !== 'all')
            .map((value) => ({ value, label: say(`part-returns.state.${value}`) }))}
        />
        <FilterChoice
          visit={visit}
          name="mine"
          label={say('part-returns.by')}
          all={say('part-returns.everybody')}
          options={[{ value: 'true', label: say('part-returns.only-mine') }]}
        />
      </SearchBox>
      <Table
        visit={visit}
        caption={say('part-returns.title')}
        columns={columns(visit)}
        rows={returns}
        empty={say('part-returns.none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}

/** Where a scan leads. */
export async function followScan(visit: Visit) {
  const code = visit.param('code').trim().slice(0, 100);
  if (code === '') return showHub(visit);
  const { returnId } = await visit.ask(findPartReturn, { code });
  return returnId === null ? showHub(visit, code) : visit.redirect(returnLinks.one(returnId));
}
