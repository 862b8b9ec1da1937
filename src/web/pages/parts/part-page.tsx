/** One part: what the master says, where it lies, what moved lately. Stock only of the reader's sites. */
import type { PartView } from '../../../inventory/contract.ts';
import { getPart, listMovements, stockOnHand } from '../../../inventory/index.ts';
import { show } from '../../layout.tsx';
import { Facts } from '../../ui/table.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { documentLinks } from '../documents/pages.ts';
import { MovementTable } from '../movements/movement-table.tsx';
import { PageLinks } from '../page-links.tsx';
import { StockTable } from '../stock/stock-table.tsx';
import { moneyText } from './money-text.ts';

const stockRows = 50;
const movementRows = 10;

function Master({ visit, part }: { visit: Visit; part: PartView }) {
  const { say } = visit;
  return (
    <Facts
      facts={[
        [say('parts.number'), part.partNumber],
        [say('parts.name-en'), part.nameEn],
        [say('parts.name-zh'), part.nameZh],
        [say('parts.category'), part.category],
        [say('parts.unit'), part.unitOfMeasure],
        [say('parts.tracking'), say(`parts.tracking.${part.tracking}`)],
        [say('parts.repairable'), say(part.isRepairable ? 'form.yes' : 'form.no')],
        [say('parts.maker'), part.manufacturer],
        [say('parts.maker-number'), part.manufacturerPartNumber],
        [say('parts.cost'), moneyText(part.costMinor, part.currency)],
        [say('parts.price'), moneyText(part.priceMinor, part.currency)],
        [say('parts.lead-time'), part.leadTimeDays],
        [say('parts.barcodes'), part.barcodes.join(', ')],
      ]}
    />
  );
}

async function stockSections(visit: Visit, partId: string) {
  const { say } = visit;
  if (!visit.can('stock.view')) return null;
  const [stock, moves] = await Promise.all([
    visit.ask(stockOnHand, { partId, limit: stockRows }),
    visit.ask(listMovements, { partId, limit: movementRows }),
  ]);
  return (
    <>
      <h2>{say('parts.stock')}</h2>
      <StockTable visit={visit} rows={stock.rows} empty={say('parts.stock-none')} />
      <h2>{say('parts.movements')}</h2>
      <MovementTable visit={visit} rows={moves.rows} />
      <p>
        <a href={`/stock/movements?partId=${partId}`}>{say('parts.all-movements')}</a>
      </p>
    </>
  );
}

/** Shows the part. */
export async function showPart(visit: Visit) {
  const { say, locale } = visit;
  const part = await visit.ask(getPart, { partId: idStep(visit, 'partId') });
  const code = encodeURIComponent(part.partNumber);
  return show(
    visit,
    { title: `${part.partNumber} · ${nameIn(locale, part)}`, section: 'parts' },
    <>
      <PageLinks
        visit={visit}
        links={[
          {
            href: documentLinks.partLabel(part.id, 'pdf'),
            label: say('parts.label'),
            needs: 'labels.print',
          },
          {
            href: `/stock/receive?part=${code}`,
            label: say('stock.receive'),
            needs: 'stock.receive',
          },
          { href: `/stock/move?part=${code}`, label: say('stock.move'), needs: 'stock.move' },
        ]}
      />
      <Master visit={visit} part={part} />
      {await stockSections(visit, part.id)}
    </>,
  );
}
