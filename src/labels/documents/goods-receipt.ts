/**
 * The note that says what was taken in from whom: line by line what came, where it lies, and what was
 * wrong with it. Decides order and emphasis, not how a page is drawn.
 */
import { z } from 'zod';
import { barcodeText, calendarDay, linkText, printedText } from '../contract.ts';
import type { Scene } from '../scene.ts';
import type { PaperName } from '../sizes.ts';
import type { Say } from '../words.ts';
import { facts, heading, paragraph } from './blocks.ts';
import { dayText, documentHead } from './common.ts';
import { Flow } from './flow.ts';
import { type Column, putTable } from './table.ts';

const linesMax = 2000;
const sectionGap = 15;

const receivedLine = z.strictObject({
  partNumber: printedText(60),
  name: printedText(200),
  /** Serial numbers or the lot; null for plain counted goods. */
  piece: printedText(4000).nullable(),
  condition: printedText(40),
  location: printedText(60),
  quantity: z.int().min(1).max(1_000_000_000),
  unitOfMeasure: printedText(20),
});
type ReceivedLine = z.infer<typeof receivedLine>;

const troubleLine = z.strictObject({
  number: printedText(40),
  kind: printedText(60),
  partNumber: printedText(60),
  quantity: z.int().min(1).max(1_000_000_000),
});
type TroubleLine = z.infer<typeof troubleLine>;

/** What the desks hand in: a plain view, already joined and authorised. */
export const goodsReceiptView = z.strictObject({
  number: printedText(40),
  code: barcodeText,
  link: linkText,
  issuedAt: z.date(),
  issuedOn: calendarDay,
  site: printedText(160),
  sender: printedText(200).nullable(),
  document: printedText(120).nullable(),
  receivedBy: printedText(120),
  note: printedText(1000).nullable(),
  lines: z.array(receivedLine).max(linesMax),
  troubles: z.array(troubleLine).max(linesMax),
});
export type GoodsReceiptView = z.infer<typeof goodsReceiptView>;

function lineColumns(say: Say): Column<ReceivedLine>[] {
  return [
    { title: '#', points: 28, cell: (_, index) => String(index + 1), style: { tone: 'grey' } },
    {
      title: say('document.part-number'),
      share: 4,
      cell: (row) => row.partNumber,
      note: (row) => row.name,
      style: { weight: 'bold' },
    },
    { title: say('shipment-slip.piece'), share: 2.8, cell: (row) => row.piece ?? say('none') },
    {
      title: say('goods-receipt.location'),
      share: 2.2,
      cell: (row) => row.location,
      note: (row) => row.condition,
    },
    {
      title: say('document.quantity'),
      points: 62,
      align: 'right',
      cell: (row) => `${row.quantity} ${row.unitOfMeasure}`,
    },
  ];
}

function troubleColumns(say: Say): Column<TroubleLine>[] {
  return [
    { title: say('goods-receipt.discrepancy'), share: 3, cell: (row) => row.number },
    { title: say('field.kind'), share: 3, cell: (row) => row.kind, style: { weight: 'bold' } },
    { title: say('document.part-number'), share: 4, cell: (row) => row.partNumber },
    {
      title: say('document.quantity'),
      points: 62,
      align: 'right',
      cell: (row) => String(row.quantity),
    },
  ];
}

/** Lays the note out on as many pages as it needs. */
export function layOutGoodsReceipt(view: GoodsReceiptView, paper: PaperName, say: Say): Scene[] {
  const title = say('goods-receipt.title');
  const flow = new Flow(paper, {
    title,
    running: view.number,
    pageOf: (page, pages) => say('document.page', { page, pages }),
  });
  const { width } = flow;
  const head = { rmaNumber: view.number, code: view.code, link: view.link };
  flow.put(documentHead(head, width, { title, scan: say('field.scan') }));
  flow.gap(sectionGap);
  const pairs = [
    { label: say('goods-receipt.received'), value: dayText(view.issuedOn, say) },
    { label: say('goods-receipt.site'), value: view.site },
    { label: say('goods-receipt.sender'), value: view.sender ?? say('none') },
    { label: say('goods-receipt.document'), value: view.document ?? say('none') },
    { label: say('goods-receipt.received-by'), value: view.receivedBy },
  ];
  flow.put(facts(pairs, width, { weight: 'bold' }));
  if (view.note !== null) flow.put(paragraph(view.note, width));
  flow.gap(sectionGap);
  flow.put(heading(say('goods-receipt.contents'), width));
  putTable(flow, lineColumns(say), view.lines);
  if (view.troubles.length > 0) {
    flow.gap(sectionGap);
    flow.put(heading(say('goods-receipt.discrepancies'), width));
    putTable(flow, troubleColumns(say), view.troubles);
  }
  return flow.finish();
}
