/** Parts by the model of equipment they fit: the models, and the parts of one. */
import { listModels, partsForModel } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Chip, type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { searchParam } from '../stock/filters.ts';

const limit = 50;
type Model = Awaited<ReturnType<typeof modelsIn>>['models'][number];
type Part = Awaited<ReturnType<typeof partsIn>>['parts'][number];

const modelsIn = (visit: Visit) =>
  visit.ask(listModels, { search: searchParam(visit), page: pageNumber(visit), limit });
const partsIn = (visit: Visit, model: string) =>
  visit.ask(partsForModel, { model, page: pageNumber(visit), limit });

async function partsPage(visit: Visit, model: string) {
  const { say, locale } = visit;
  const { total, parts } = await partsIn(visit, model);
  const columns: Column<Part>[] = [
    {
      heading: say('parts.number'),
      kind: 'code',
      cell: (row) => <a href={links.part(row.partId)}>{row.partNumber}</a>,
    },
    {
      heading: say('parts.name'),
      cell: (row) => (
        <>
          {`${nameIn(locale, row)} `}
          {row.isRetired ? <Chip tone="bad">{say('part.retired')}</Chip> : null}
        </>
      ),
    },
    { heading: say('part.note'), cell: ({ note }) => note ?? '—' },
  ];
  const title = say('part.model-title', { model });
  return show(
    visit,
    { title, section: 'parts' },
    <>
      <Table visit={visit} caption={title} columns={columns} rows={parts} />
      <Pager visit={visit} total={total} limit={limit} />
      <PageLinks
        visit={visit}
        links={[{ href: '/parts/models', label: say('part.models-title') }]}
      />
    </>,
  );
}

/** `/parts/models`, and with `model` the parts of one. */
export async function showModels(visit: Visit) {
  const { say } = visit;
  const model = visit.param('model').trim().slice(0, 100);
  if (model !== '') return partsPage(visit, model);
  const { total, models } = await modelsIn(visit);
  const columns: Column<Model>[] = [
    {
      heading: say('part.model'),
      cell: (row) => (
        <a href={`/parts/models?model=${encodeURIComponent(row.model)}`}>{row.model}</a>
      ),
    },
    { heading: say('part.models-count'), kind: 'number', cell: (row) => row.partCount },
  ];
  return show(
    visit,
    { title: say('part.models-title'), section: 'parts' },
    <>
      <SearchBox visit={visit} label={say('part.models-search')} />
      <Table
        visit={visit}
        caption={say('part.models-title')}
        columns={columns}
        rows={models}
        empty={say('part.models-empty')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
