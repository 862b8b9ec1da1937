/** Who changed what about a part, the latest first, in the words of the forms it was changed with. */
import { isPageKey } from '../../../i18n/page-words.ts';
import type { PageKey } from '../../../i18n/pages.en.ts';
import { partHistory } from '../../../inventory/index.ts';
import { type Column, Pager, pageNumber, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { amountText } from './money-text.ts';
import { partOf, showTab } from './part-frame.tsx';
import { unitWord } from './part-words.ts';

const limit = 50;

type Change = Awaited<ReturnType<typeof changesOf>>['changes'][number];
const changesOf = (visit: Visit, partId: string) =>
  visit.ask(partHistory, { partId, page: pageNumber(visit), limit });

/** The word of each thing a command says, in the order in which they are told. */
const labels: Readonly<Record<string, PageKey>> = {
  supplierId: 'part.supplier',
  toPartId: 'part.other',
  kind: 'part.relation',
  partNumber: 'parts.number',
  nameEn: 'parts.name-en',
  nameZh: 'parts.name-zh',
  category: 'parts.category',
  lifeCycle: 'part.life-cycle',
  unitOfMeasure: 'parts.unit',
  tracking: 'parts.tracking',
  isRepairable: 'parts.repairable',
  manufacturer: 'parts.maker',
  manufacturerPartNumber: 'parts.maker-number',
  costMinor: 'parts.cost',
  priceMinor: 'parts.price',
  currency: 'parts.currency',
  leadTimeDays: 'parts.lead-time',
  minimumOrderQuantity: 'part.minimum-order',
  minimumOrder: 'part.minimum-order',
  packSize: 'part.pack-size',
  shelfLifeDays: 'part.shelf-life',
  weightGrams: 'part.weight',
  lengthMm: 'part.length',
  widthMm: 'part.width',
  heightMm: 'part.height',
  hsCode: 'part.hs-code',
  originCountry: 'part.origin',
  barcodes: 'parts.barcodes',
  code: 'part.barcode',
  unit: 'part.unit-name',
  numerator: 'part.numerator-word',
  denominator: 'part.denominator-word',
  reason: 'part.retire-reason',
  isTwoWay: 'part.two-way',
  useUpOldFirst: 'part.use-up',
  validFrom: 'part.valid-from',
  validTo: 'part.valid-to',
  effectivity: 'part.effectivity',
  note: 'part.note',
  supplierPartNumber: 'part.supplier-number',
  priceBreaks: 'part.prices',
  isPreferred: 'part.preferred',
  name: 'part.file',
  model: 'part.model',
  values: 'part.fields',
};

function did({ say }: Visit, command: string): string {
  const key = `part.did.${command}`;
  return isPageKey(key) ? say(key) : command;
}

/** One entry of a list: `100 = 8.50`, `voltage = 12.5`. */
function entryText(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry);
  const { fromQuantity, priceMinor, code, value } = entry as Record<string, unknown>;
  if (typeof priceMinor === 'number') return `${fromQuantity} = ${amountText(priceMinor)}`;
  return code === undefined ? JSON.stringify(entry) : `${code} = ${value ?? '—'}`;
}

function valueText(visit: Visit, name: string, value: unknown): string {
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return visit.say(value ? 'form.yes' : 'form.no');
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(entryText).join(', ');
  if (typeof value === 'number' && name.endsWith('Minor')) return amountText(value);
  const text = String(value);
  if (name === 'unitOfMeasure' || name === 'unit') return unitWord(visit, text);
  const group = { lifeCycle: 'part.phase', tracking: 'parts.tracking', kind: 'part.kind' }[name];
  const key = `${group}.${text}`;
  return isPageKey(key) ? visit.say(key) : text;
}

const order = Object.keys(labels);

/** What was said, in the order of the words; the database forgets the order of the form. */
function inOrder(said: Change['said']): [string, unknown][] {
  return Object.entries(said).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

function Details({ visit, change }: { visit: Visit; change: Change }) {
  const { say } = visit;
  return (
    <ul>
      {inOrder(change.said).map(([name, value]) => {
        const label = labels[name];
        const word = label === undefined ? name : say(label);
        return <li>{say('part.history-line', { word, value: valueText(visit, name, value) })}</li>;
      })}
    </ul>
  );
}

/** Shows the history. */
export async function showHistory(visit: Visit) {
  const { say } = visit;
  const part = await partOf(visit);
  const { total, changes } = await changesOf(visit, part.id);
  const columns: Column<Change>[] = [
    { heading: say('part.history-at'), kind: 'code', cell: ({ at }) => momentText(at) },
    { heading: say('part.history-who'), cell: ({ actorName }) => actorName },
    { heading: say('part.history-what'), cell: ({ command }) => <b>{did(visit, command)}</b> },
    {
      heading: say('part.history-said'),
      cell: (change) => <Details visit={visit} change={change} />,
    },
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
