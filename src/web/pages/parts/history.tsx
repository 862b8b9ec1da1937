/** Who changed what about a part, the latest first. */
import { isPageKey } from '../../../i18n/page-words.ts';
import { partHistory } from '../../../inventory/index.ts';
import { type Column, Pager, pageNumber, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { partOf, showTab } from './part-frame.tsx';

const limit = 50;

type Change = Awaited<ReturnType<typeof changesOf>>['changes'][number];
const changesOf = (visit: Visit, partId: string) =>
  visit.ask(partHistory, { partId, page: pageNumber(visit), limit });

function did({ say }: Visit, command: string): string {
  const key = `part.did.${command}`;
  return isPageKey(key) ? say(key) : command;
}

/** What was said, as `name: value`; what was left empty says nothing. */
function detailsOf({ said }: Change): string {
  const shown = Object.entries(said).flatMap(([name, value]) => {
    const isEmpty = value === null || value === '' || value === '(not recorded)';
    if (isEmpty) return [];
    return [`${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`];
  });
  return shown.join('; ');
}

/** Shows the history. */
export async function showHistory(visit: Visit) {
  const { say } = visit;
  const part = await partOf(visit);
  const { total, changes } = await changesOf(visit, part.id);
  const columns: Column<Change>[] = [
    { heading: say('part.history-at'), kind: 'code', cell: ({ at }) => momentText(at) },
    { heading: say('part.history-who'), cell: ({ actorName }) => actorName },
    { heading: say('part.history-what'), cell: ({ command }) => did(visit, command) },
    { heading: say('part.history-said'), cell: detailsOf },
  ];
  const content = (
    <>
      <Table
        visit={visit}
        caption={say('part.tab.history')}
        columns={columns}
        rows={changes}
        empty={say('part.history-none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
      {visit.can('stock.view') ? (
        <p>
          <a href={`/stock/movements?partId=${part.id}`}>{say('parts.all-movements')}</a>
        </p>
      ) : null}
    </>
  );
  return showTab(visit, 'history', { part, content });
}
