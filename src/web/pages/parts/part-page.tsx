/** One part: what the master says, where it lies, what moved lately. Stock only of the reader's sites. */
import type { CustomValueView as OwnField, PartView } from '../../../inventory/contract.ts';
import {
  bringBackPart,
  listMovements,
  partAttachments,
  retirePart,
  stockOnHand,
} from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { links } from '../../links.ts';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, Facts } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { documentLinks } from '../documents/pages.ts';
import { MovementTable } from '../movements/movement-table.tsx';
import { PageLinks } from '../page-links.tsx';
import { StockTable } from '../stock/stock-table.tsx';
import { fieldText, labelIn } from './field-words.ts';
import { moneyText } from './money-text.ts';
import { partOf, showTab } from './part-frame.tsx';
import { phaseTone, unitWord } from './part-words.ts';

const stockRows = 50;
const movementRows = 10;

function Master({ visit, part, fields }: { visit: Visit; part: PartView; fields: OwnField[] }) {
  const { say, locale } = visit;
  const size = [part.lengthMm, part.widthMm, part.heightMm];
  const phase = <Chip tone={phaseTone[part.lifeCycle]}>{say(`part.phase.${part.lifeCycle}`)}</Chip>;
  return (
    <Facts
      facts={[
        [say('parts.number'), <span class="code">{part.partNumber}</span>],
        [say('parts.name-en'), part.nameEn],
        [say('parts.name-zh'), part.nameZh],
        [say('parts.category'), part.category],
        [say('part.life-cycle'), phase],
        [say('parts.unit'), unitWord(visit, part.unitOfMeasure)],
        [say('parts.tracking'), say(`parts.tracking.${part.tracking}`)],
        [say('parts.repairable'), say(part.isRepairable ? 'form.yes' : 'form.no')],
        [say('parts.maker'), part.manufacturer],
        [say('parts.maker-number'), part.manufacturerPartNumber],
        [say('parts.cost'), moneyText(part.costMinor, part.currency)],
        [say('parts.price'), moneyText(part.priceMinor, part.currency)],
        [say('parts.lead-time'), part.leadTimeDays],
        [say('part.minimum-order'), part.minimumOrderQuantity],
        [say('part.pack-size'), part.packSize],
        [say('part.shelf-life'), part.shelfLifeDays],
        [say('part.weight'), part.weightGrams],
        [say('part.dimensions'), size.every((one) => one === null) ? '' : sizeText(size)],
        [say('part.hs-code'), part.hsCode],
        [say('part.origin'), part.originCountry],
        [say('parts.barcodes'), part.barcodes.join(', ')],
        ...fields.map((one) => [labelIn(locale, one), fieldText(locale, one)] as const),
      ]}
    />
  );
}

function sizeText(size: readonly (number | null)[]): string {
  return size.map((one) => one ?? '—').join(' × ');
}

async function About({ visit, part }: { visit: Visit; part: PartView }) {
  const { files, fields } = await visit.ask(partAttachments, { partId: part.id });
  const picture = files.find(({ isPicture }) => isPicture);
  const master = <Master visit={visit} part={part} fields={fields} />;
  if (picture === undefined) return master;
  return (
    <div class="columns">
      <p class="label-sheet">
        <img
          src={`${links.part(part.id)}/files/${picture.id}`}
          alt={visit.say('part.picture', { part: part.partNumber })}
        />
      </p>
      {master}
    </div>
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

function InUse({ visit, part, form }: { visit: Visit; part: PartView; form: FormState }) {
  const { say } = visit;
  if (!visit.can('parts.edit')) return null;
  const base = links.part(part.id);
  if (part.retiredAt !== null) {
    return (
      <FormBox
        visit={visit}
        form={form}
        action={`${base}/bring-back`}
        label={say('part.bring-back')}
      />
    );
  }
  return (
    <details open={form.problem !== null}>
      <summary class="button">{say('part.retire')}</summary>
      <FormBox visit={visit} form={form} action={`${base}/retire`}>
        <TextField form={form} name="reason" label={say('part.retire-reason')} required />
        <button type="submit" class="danger">
          {say('part.retire-go')}
        </button>
      </FormBox>
    </details>
  );
}

async function page(visit: Visit, part: PartView, form: FormState) {
  const { say } = visit;
  const code = encodeURIComponent(part.partNumber);
  const label = documentLinks.partLabel(part.id, 'pdf');
  const content = (
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: `${links.part(part.id)}/edit`, label: say('part.edit'), needs: 'parts.edit' },
          { href: label, label: say('parts.label'), needs: 'labels.print' },
          {
            href: `/stock/receive?part=${code}`,
            label: say('stock.receive'),
            needs: 'stock.receive',
          },
          { href: `/stock/move?part=${code}`, label: say('stock.move'), needs: 'stock.move' },
        ]}
      />
      {await About({ visit, part })}
      {await stockSections(visit, part.id)}
      <InUse visit={visit} part={part} form={form} />
    </>
  );
  return showTab(visit, 'overview', { part, content, status: form.problem?.status });
}

/** Shows the part. */
export async function showPart(visit: Visit) {
  return page(visit, await partOf(visit), blankForm(visit));
}

/** Takes it out of use. */
export async function sendRetire(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const sent = await submit(visit, sentForm, retirePart, { fixed: { partId: part.id } });
  if (!sent.ok) return page(visit, part, sent.form);
  return visit.redirect(links.part(part.id), 'part.retired-now', { part: part.partNumber });
}

/** Brings it back into use. */
export async function sendBringBack(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const sent = await submit(visit, sentForm, bringBackPart, { fixed: { partId: part.id } });
  if (!sent.ok) return page(visit, part, sent.form);
  return visit.redirect(links.part(part.id), 'part.brought-back', { part: part.partNumber });
}
