/** The transaction report: search, one document or one part, and the way to older movements. */
import { listMovements } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { SearchBox } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { idParam, searchParam } from '../stock/filters.ts';
import { MovementTable } from './movement-table.tsx';

const limit = 50;

/** The place in the list to go on from; null for its beginning. */
function beforeParam(visit: Visit): number | null {
  const asked = visit.param('before');
  return /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : null;
}

function Older({
  visit,
  next,
  before,
}: Record<'next' | 'before', number | null> & { visit: Visit }) {
  const { say, c } = visit;
  const address = (change: (parameters: URLSearchParams) => void) => {
    const parameters = new URL(c.req.url).searchParams;
    change(parameters);
    return `?${parameters}`;
  };
  return (
    <nav class="pager" aria-label={say('list.pages')}>
      {before === null ? null : (
        <a href={address((all) => all.delete('before'))}>{say('moves.newest')}</a>
      )}
      {next === null ? null : (
        <a rel="next" href={address((all) => all.set('before', String(next)))}>
          {say('moves.older')}
        </a>
      )}
    </nav>
  );
}

/** Shows the report. */
export async function showMovements(visit: Visit) {
  const { say } = visit;
  const document = visit.param('document').slice(0, 120);
  const partId = idParam(visit, 'partId');
  const before = beforeParam(visit);
  const search = searchParam(visit);
  const documents = document === '' ? [] : [document];
  const asked = { search, partId, documents, before, limit };
  const { rows, next } = await visit.ask(listMovements, asked);
  const part = rows[0]?.partNumber;
  const ofPart = partId === null || part === undefined ? null : say('moves.of-part', { part });
  const title =
    document === '' ? (ofPart ?? say('moves.title')) : say('moves.of-document', { document });
  const kept = {
    ...(document === '' ? {} : { document }),
    ...(partId === null ? {} : { partId }),
  };
  const isNarrow = document !== '' || partId !== null;
  return show(
    visit,
    { title, section: 'stock' },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: '/stock', label: say('stock.title') },
          ...(isNarrow ? [{ href: '/stock/movements', label: say('moves.all') }] : []),
        ]}
      />
      <SearchBox visit={visit} label={say('moves.search')} kept={kept} />
      <MovementTable visit={visit} rows={rows} />
      <Older visit={visit} next={next} before={before} />
    </>,
  );
}
