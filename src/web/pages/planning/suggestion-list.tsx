/** What should be ordered, each with the sentence why. The facts are the suggestion's own. */
import type { SuggestionView } from '../../../planning/index.ts';
import { listSuggestions, orderValueMinor, passesMaximum } from '../../../planning/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { moneyText } from '../parts/money-text.ts';
import { searchParam } from '../stock/filters.ts';

const limit = 50;

/** Why this much is suggested, in one to four sentences. */
function suggestionReason({ say, locale }: Visit, row: SuggestionView): string {
  const { onHand, reserved, available, quantity, maxQuantity: max } = row;
  const { minimumOrderQuantity: minimumOrder, packSize, leadTimeDays: days } = row;
  const levels = { onHand, reserved, available, quantity, max, min: row.minQuantity };
  const sentences = [
    say('planning.why-levels', levels),
    ...(passesMaximum(row) ? [say('planning.why-packs', { max, minimumOrder, packSize })] : []),
    ...(days === null ? [] : [say('planning.why-lead', { days })]),
    say('planning.why-demand', { demand: row.demand12 }),
  ];
  return sentences.join(locale === 'en' ? ' ' : '');
}

function columnsOf(visit: Visit): Column<SuggestionView>[] {
  const { say, locale } = visit;
  return [
    {
      heading: say('planning.part'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.partId)}>{row.partNumber}</a>,
    },
    { heading: say('planning.name'), cell: (row) => nameIn(locale, row) },
    { heading: say('planning.site'), kind: 'code', cell: (row) => row.siteCode },
    { heading: say('planning.order'), kind: 'number', cell: (row) => row.quantity },
    { heading: say('planning.why'), cell: (row) => suggestionReason(visit, row) },
    {
      heading: say('planning.value'),
      kind: 'number',
      cell: (row) => moneyText(orderValueMinor(row), row.currency),
    },
    { heading: say('planning.opened'), kind: 'code', cell: (row) => row.openedAt.slice(0, 10) },
    { heading: say('planning.reviewed'), kind: 'code', cell: (row) => row.reviewedAt.slice(0, 10) },
  ];
}

/** Shows the suggestions. */
export async function showSuggestions(visit: Visit) {
  const { say } = visit;
  const asked = { search: searchParam(visit), page: pageNumber(visit), limit };
  const { total, suggestions } = await visit.ask(listSuggestions, asked);
  return show(
    visit,
    { title: say('planning.title'), section: 'planning' },
    <>
      <PageLinks
        visit={visit}
        links={[{ href: '/planning/levels', label: say('planning.levels') }]}
      />
      <SearchBox visit={visit} label={say('planning.search')} />
      <Table
        visit={visit}
        caption={say('planning.title')}
        columns={columnsOf(visit)}
        rows={suggestions}
        empty={say('planning.none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
