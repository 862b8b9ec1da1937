/** Adjustments and scrapping as a table. Shows; decides nothing. */
import type { ChangeSummary } from '../../../counts/contract.ts';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';
import { moneyText } from '../parts/money-text.ts';
import { wordOf } from '../word-of.ts';
import { countLinks } from './links.ts';

/** The reason in the reader's language. */
export function reasonName(visit: Visit, row: Pick<ChangeSummary, 'reasonEn' | 'reasonZh'>) {
  return visit.locale === 'en' ? row.reasonEn : row.reasonZh;
}

/** How much, with its sign for the books. */
export function changeText({ quantity, direction }: ChangeSummary): string {
  return direction === 'up' ? `+${quantity}` : `−${quantity}`;
}

/** The state as a word in its colour. */
function ChangeState({ visit, state }: { visit: Visit; state: string }) {
  const tones = { requested: 'wait', posted: 'good', rejected: 'bad' } as const;
  const tone = Object.hasOwn(tones, state) ? tones[state as keyof typeof tones] : undefined;
  return (
    <Chip {...(tone === undefined ? {} : { tone })}>{wordOf(visit, 'changes.state', state)}</Chip>
  );
}

/** The list. */
export function ChangeTable({
  visit,
  changes,
  empty,
}: {
  visit: Visit;
  changes: readonly ChangeSummary[];
  empty: string;
}) {
  const { say, locale } = visit;
  const columns: Column<ChangeSummary>[] = [
    {
      heading: say('changes.number'),
      kind: 'code',
      cell: (row) => <a href={countLinks.change(row.changeId)}>{row.number}</a>,
    },
    { heading: say('changes.kind'), cell: (row) => wordOf(visit, 'changes.kind', row.kind) },
    {
      heading: say('changes.state'),
      cell: (row) => <ChangeState visit={visit} state={row.state} />,
    },
    { heading: say('counts.part'), kind: 'code', cell: (row) => row.partNumber },
    { heading: say('counts.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('changes.location'), kind: 'code', cell: (row) => row.locationCode },
    { heading: say('changes.quantity'), kind: 'number', cell: changeText },
    {
      heading: say('changes.value'),
      kind: 'number',
      cell: (row) => moneyText(row.valueMinor, row.currency),
    },
    { heading: say('changes.reason'), cell: (row) => reasonName(visit, row) },
    { heading: say('changes.asked-by'), cell: (row) => row.requestedByName },
    { heading: say('changes.asked-at'), cell: (row) => momentText(row.requestedAt) },
  ];
  return (
    <Table
      visit={visit}
      caption={say('changes.title')}
      columns={columns}
      rows={changes}
      empty={empty}
    />
  );
}
