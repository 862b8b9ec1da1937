/** Bins in which pickers found less than was promised, for whoever has to find out why. */
import { listShortPicks } from '../../../shipments/index.ts';
import { show } from '../../layout.tsx';
import { Pager, pageNumber } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { ShortPickTable } from './shipment-tables.tsx';

const limit = 50;

/** `/shipments/short-picks?page=…` */
export async function showShortPicks(visit: Visit) {
  const { say } = visit;
  const { total, rows } = await visit.ask(listShortPicks, { page: pageNumber(visit), limit });
  return show(
    visit,
    { title: say('shipments.short-picks'), section: 'shipments' },
    <>
      <p>{say('shipments.short-picks-hint')}</p>
      <ShortPickTable visit={visit} rows={rows} />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}
