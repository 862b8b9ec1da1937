/**
 * The list a picker walks with: bin after bin, each with bars to scan, and below it what to take. A row
 * has a box to tick and its own bars, so that the paper serves with and without a screen.
 */
import { barcodeText } from '../contract.ts';
import type { Scene } from '../scene.ts';
import type { PaperName } from '../sizes.ts';
import type { Say } from '../words.ts';
import { beside, item, padded, paragraph, stack } from './blocks.ts';
import { documentHead } from './common.ts';
import { Flow, type FlowBlock } from './flow.ts';
import type { PickedLineView, PickListView } from './shipment-contract.ts';
import { barsBlock } from './symbols.ts';

const sectionGap = 14;
const columnGap = 12;

function binHead(code: string, width: number, say: Say): FlowBlock {
  const barsWidth = width * 0.42;
  const textWidth = width - barsWidth - columnGap;
  const text = stack([
    paragraph(say('pick-list.bin'), textWidth, { size: 7.5, tone: 'grey' }),
    paragraph(code, textWidth, { size: 17, weight: 'bold' }),
  ]);
  const bars = barsBlock(code, barsWidth) ?? stack([]);
  const cells = [
    { block: text, width: textWidth },
    { block: bars, width: barsWidth },
  ];
  return padded(beside(cells, columnGap), width, { x: 6, y: 5, tone: 'pale' });
}

function lineRow(line: PickedLineView, width: number): FlowBlock {
  const barsWidth = width * 0.36;
  const quantityWidth = 58;
  const orderWidth = width * 0.2;
  const textWidth = width - barsWidth - quantityWidth - orderWidth - 3 * columnGap;
  const bars = barcodeText.safeParse(line.code).success ? barsBlock(line.code, barsWidth) : null;
  const what = stack([
    item('tick-box', line.partNumber, textWidth),
    paragraph(line.name, textWidth, { size: 8, tone: 'grey' }),
    ...(line.piece === null ? [] : [paragraph(line.piece, textWidth, { weight: 'bold' })]),
  ]);
  const quantity = `${line.quantity} ${line.unitOfMeasure}`;
  const order = stack([
    paragraph(line.order, orderWidth, { size: 8 }),
    paragraph(line.destination, orderWidth, { size: 8, tone: 'grey' }),
  ]);
  const cells = [
    {
      block: paragraph(quantity, quantityWidth, { size: 12, weight: 'bold' }),
      width: quantityWidth,
    },
    { block: what, width: textWidth },
    { block: bars ?? stack([]), width: barsWidth },
    { block: order, width: orderWidth },
  ];
  return padded(beside(cells, columnGap), width, { x: 0, y: 5 });
}

/** Lays the list out on as many pages as it needs; a bin's head never stands alone at a page end. */
export function layOutPickList(view: PickListView, paper: PaperName, say: Say): Scene[] {
  const flow = new Flow(paper, {
    title: say('pick-list.title'),
    running: `${view.siteCode} ${view.issuedOn}`,
    pageOf: (page, pages) => say('document.page', { page, pages }),
  });
  const { width } = flow;
  const head = { rmaNumber: view.siteCode, code: view.siteCode, link: view.link };
  const lead = `${view.siteName} · ${view.issuedOn}`;
  const words = { title: say('pick-list.title'), lead, scan: say('field.scan') };
  flow.put(documentHead(head, width, words));
  for (const { code, lines } of view.bins) {
    flow.gap(sectionGap);
    const title = binHead(code, width, say);
    const rows = lines.map((line) => lineRow(line, width));
    flow.need(title.height + (rows[0]?.height ?? 0));
    flow.put(title);
    for (const row of rows) {
      if (flow.need(row.height)) flow.put(title);
      flow.put(row);
    }
  }
  return flow.finish();
}
