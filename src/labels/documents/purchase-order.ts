/**
 * The order a supplier gets: who buys, where it goes, line by line what, how many and for how much.
 * Decides order and emphasis, not how a page is drawn; amounts come as texts that are ready to print.
 */
import { z } from 'zod';
import { barcodeText, calendarDay, linkText, printedText } from '../contract.ts';
import type { Scene } from '../scene.ts';
import type { PaperName } from '../sizes.ts';
import type { Say } from '../words.ts';
import { beside, facts, heading, paragraph, paragraphLines } from './blocks.ts';
import { dayText, documentHead, partyBlock } from './common.ts';
import { Flow, type FlowBlock } from './flow.ts';
import { type Column, putTable } from './table.ts';

const linesMax = 2000;
const sectionGap = 15;
const columnGap = 24;

const end = z.strictObject({
  name: printedText(160),
  contactName: printedText(120).nullable(),
  addressLines: z.array(printedText(160)).min(1).max(8),
  phone: printedText(40).nullable(),
  email: printedText(120).nullable(),
});

const orderedLine = z.strictObject({
  partNumber: printedText(60),
  name: printedText(200),
  supplierPartNumber: printedText(80).nullable(),
  expectedOn: calendarDay.nullable(),
  quantity: z.int().min(1).max(1_000_000_000),
  unitOfMeasure: printedText(20),
  price: printedText(40),
  value: printedText(40),
});
type OrderedLine = z.infer<typeof orderedLine>;

/** What the desks hand in: a plain view, already joined and authorised. */
export const purchaseOrderView = z.strictObject({
  number: printedText(40),
  code: barcodeText,
  link: linkText,
  issuedAt: z.date(),
  issuedOn: calendarDay,
  buyer: end,
  supplier: end,
  shipTo: end,
  buyerName: printedText(120),
  currency: printedText(3),
  total: printedText(40),
  note: printedText(1000).nullable(),
  lines: z.array(orderedLine).min(1).max(linesMax),
});
export type PurchaseOrderView = z.infer<typeof purchaseOrderView>;

function ends(view: PurchaseOrderView, width: number, say: Say): FlowBlock {
  const column = (width - 2 * columnGap) / 3;
  const blocks = [
    partyBlock(say('purchase-order.supplier'), view.supplier, column, say),
    partyBlock(say('purchase-order.ship-to'), view.shipTo, column, say),
    partyBlock(say('purchase-order.buyer'), view.buyer, column, say),
  ];
  return beside(
    blocks.map((block) => ({ block, width: column })),
    columnGap,
  );
}

function columns(say: Say): Column<OrderedLine>[] {
  return [
    { title: '#', points: 26, cell: (_, index) => String(index + 1), style: { tone: 'grey' } },
    {
      title: say('document.part-number'),
      share: 3.4,
      cell: (row) => row.partNumber,
      note: (row) => row.name,
      style: { weight: 'bold' },
    },
    {
      title: say('purchase-order.your-number'),
      share: 2.2,
      cell: (row) => row.supplierPartNumber ?? say('none'),
    },
    {
      title: say('purchase-order.expected'),
      points: 82,
      cell: (row) => dayText(row.expectedOn, say),
    },
    {
      title: say('document.quantity'),
      points: 62,
      align: 'right',
      cell: (row) => `${row.quantity} ${row.unitOfMeasure}`,
    },
    { title: say('purchase-order.price'), points: 66, align: 'right', cell: (row) => row.price },
    { title: say('purchase-order.value'), points: 76, align: 'right', cell: (row) => row.value },
  ];
}

/** Lays the order out on as many pages as it needs. */
export function layOutPurchaseOrder(view: PurchaseOrderView, paper: PaperName, say: Say): Scene[] {
  const title = say('purchase-order.title');
  const flow = new Flow(paper, {
    title,
    running: view.number,
    pageOf: (page, pages) => say('document.page', { page, pages }),
  });
  const { width } = flow;
  const head = { rmaNumber: view.number, code: view.code, link: view.link };
  flow.put(documentHead(head, width, { title, scan: say('field.scan') }));
  flow.gap(sectionGap);
  flow.put(ends(view, width, say));
  flow.gap(sectionGap);
  const pairs = [
    { label: say('purchase-order.ordered'), value: dayText(view.issuedOn, say) },
    { label: say('purchase-order.buyer-name'), value: view.buyerName },
    { label: say('purchase-order.currency'), value: view.currency },
    { label: say('purchase-order.total'), value: `${view.total} ${view.currency}` },
  ];
  flow.put(facts(pairs, width, { weight: 'bold' }));
  flow.gap(sectionGap);
  flow.put(heading(say('purchase-order.lines'), width));
  const total = ['', say('purchase-order.total'), '', '', '', '', view.total];
  putTable(flow, columns(say), view.lines, total);
  if (view.note !== null) {
    flow.gap(sectionGap);
    flow.put(heading(say('purchase-order.note'), width));
    for (const block of paragraphLines(view.note, width)) flow.put(block);
  }
  flow.gap(sectionGap);
  flow.put(paragraph(say('purchase-order.please-name'), width, { tone: 'grey' }));
  return flow.finish();
}
