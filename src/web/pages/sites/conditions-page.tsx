/** What the conditions of stock mean, which may be promised, and what place and owner have to do with it. */
import type { z } from 'zod';
import { listConditions } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';

type Condition = z.output<typeof listConditions.output>[number];

/** Shows the conditions. */
export async function showConditions(visit: Visit) {
  const { say } = visit;
  const rows = await visit.ask(listConditions, {});
  const columns: Column<Condition>[] = [
    { heading: say('conditions.code'), cell: ({ code }) => say(`condition.${code}`) },
    {
      heading: say('conditions.meaning'),
      cell: ({ code }) => wordOf(visit, 'conditions.meaning', code),
    },
    {
      heading: say('conditions.promised'),
      cell: ({ isAllocatable }) => (
        <Chip tone={isAllocatable ? 'good' : 'wait'}>
          {say(isAllocatable ? 'location.promised.yes' : 'location.promised.no')}
        </Chip>
      ),
    },
    { heading: say('conditions.piles'), kind: 'number', cell: ({ piles }) => piles },
  ];
  return show(
    visit,
    { title: say('conditions.title'), section: 'admin' },
    <>
      <p>{say('conditions.intro')}</p>
      <Table visit={visit} caption={say('conditions.title')} columns={columns} rows={rows} />
      <p>{say('conditions.where')}</p>
      <p>{say('conditions.owner')}</p>
      <p>{say('conditions.scrap')}</p>
    </>,
  );
}
