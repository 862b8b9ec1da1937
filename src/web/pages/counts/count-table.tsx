/** Counts as a table, with how far each is. Shows; decides nothing. */
import type { CountSummary } from '../../../counts/contract.ts';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';
import { countLinks } from './links.ts';

/** The state of a count as a word in its colour. */
function CountState({ visit, state }: { visit: Visit; state: string }) {
  const tones = { posted: 'good', 'to-recount': 'bad', 'to-approve': 'wait' } as const;
  const tone = Object.hasOwn(tones, state) ? tones[state as keyof typeof tones] : undefined;
  return (
    <Chip {...(tone === undefined ? {} : { tone })}>{wordOf(visit, 'counts.state', state)}</Chip>
  );
}

/** How many bins are done. */
export function progressOf(visit: Visit, { bins, binsDone }: { bins: number; binsDone: number }) {
  return visit.say('counts.progress-of', { done: binsDone, bins });
}

/** The list of counts. */
export function CountTable({ visit, counts }: { visit: Visit; counts: readonly CountSummary[] }) {
  const { say } = visit;
  const columns: Column<CountSummary>[] = [
    {
      heading: say('counts.number'),
      kind: 'code',
      cell: (row) => <a href={countLinks.count(row.countId)}>{row.number}</a>,
    },
    { heading: say('counts.site'), kind: 'code', cell: (row) => row.siteCode },
    { heading: say('counts.kind'), cell: (row) => wordOf(visit, 'counts.kind', row.kind) },
    { heading: say('counts.state'), cell: (row) => <CountState visit={visit} state={row.state} /> },
    { heading: say('counts.progress'), kind: 'number', cell: (row) => progressOf(visit, row) },
    { heading: say('counts.to-recount'), kind: 'number', cell: (row) => row.toRecount },
    { heading: say('counts.to-approve'), kind: 'number', cell: (row) => row.toApprove },
    { heading: say('counts.at'), cell: (row) => momentText(row.createdAt) },
    { heading: say('counts.by'), cell: (row) => row.createdByName },
    { heading: say('counts.note'), cell: (row) => row.note ?? '' },
  ];
  return (
    <Table
      visit={visit}
      caption={say('counts.list')}
      columns={columns}
      rows={counts}
      empty={say('counts.none')}
    />
  );
}
