/**
 * The slip that travels with a shipment of parts: where it goes, box by box what is inside. Decides
 * order and emphasis, not how a page is drawn.
 */
import { barcodeText } from '../contract.ts';
import type { Scene } from '../scene.ts';
import type { PaperName } from '../sizes.ts';
import type { Say } from '../words.ts';
import { beside, facts, heading, labelled, paragraph, stack } from './blocks.ts';
import { dayText, documentHead, partyBlock } from './common.ts';
import { Flow, type FlowBlock } from './flow.ts';
import type { ShipmentSlipView, ShippedLineView } from './shipment-contract.ts';
import { barsBlock } from './symbols.ts';
import { type Column, putTable } from './table.ts';

const sectionGap = 15;
const columnGap = 24;

function parties(view: ShipmentSlipView, width: number, say: Say): FlowBlock {
  const column = (width - columnGap) / 2;
  const to = partyBlock(say('packing-slip.ship-to'), view.shipTo, column, say);
  const from = partyBlock(say('packing-slip.ship-from'), view.shipFrom, column, say);
  const cells = [to, from].map((block) => ({ block, width: column }));
  return beside(cells, columnGap);
}

/** The carrier's number as bars where its scanner could read them, in letters always. */
function tracking(view: ShipmentSlipView, width: number, say: Say): FlowBlock {
  const number = view.trackingNumber;
  if (number === null) return stack([]);
  const bars = barcodeText.safeParse(number).success ? barsBlock(number, width) : undefined;
  const text = paragraph(number, width, { weight: 'bold' });
  const block = stack(bars ? [text, bars] : [text], 3);
  return labelled(say('packing-slip.tracking-number'), block, width);
}

function travel(view: ShipmentSlipView, width: number, say: Say): FlowBlock {
  const factsWidth = width * 0.56;
  const trackingWidth = width - factsWidth - columnGap;
  const pairs = [
    { label: say('document.issued'), value: dayText(view.issuedOn, say) },
    { label: say('packing-slip.carrier'), value: view.carrier ?? say('none') },
    { label: say('shipment-slip.promised'), value: dayText(view.promisedOn, say) },
  ];
  const cells = [
    { block: facts(pairs, factsWidth, { weight: 'bold' }), width: factsWidth },
    { block: tracking(view, trackingWidth, say), width: trackingWidth },
  ];
  return beside(cells, columnGap);
}

function boxColumns(say: Say): Column<ShipmentSlipView['boxes'][number]>[] {
  return [
    {
      title: say('shipment-slip.box'),
      share: 3,
      cell: ({ number }) => number,
      style: { weight: 'bold' },
    },
    {
      title: say('document.quantity'),
      points: 70,
      align: 'right',
      cell: ({ pieces }) => String(pieces),
    },
    {
      title: say('shipment-slip.weight'),
      points: 110,
      align: 'right',
      cell: ({ weightGrams }) => (weightGrams === null ? say('none') : String(weightGrams)),
    },
  ];
}

function lineColumns(say: Say): Column<ShippedLineView>[] {
  return [
    { title: '#', points: 28, cell: (_, index) => String(index + 1), style: { tone: 'grey' } },
    {
      title: say('document.part-number'),
      share: 4,
      cell: (row) => row.partNumber,
      note: (row) => row.name,
      style: { weight: 'bold' },
    },
    { title: say('shipment-slip.piece'), share: 2.6, cell: (row) => row.piece ?? say('none') },
    { title: say('shipment-slip.box'), share: 2, cell: (row) => row.box ?? say('none') },
    {
      title: say('shipment-slip.order'),
      share: 2,
      cell: (row) => row.order ?? say('none'),
      note: (row) => row.destination ?? '',
    },
    {
      title: say('document.quantity'),
      points: 62,
      align: 'right',
      cell: (row) => `${row.quantity} ${row.unitOfMeasure}`,
    },
  ];
}

/** Lays the slip out on as many pages as it needs. */
export function layOutShipmentSlip(view: ShipmentSlipView, paper: PaperName, say: Say): Scene[] {
  const flow = new Flow(paper, {
    title: say('packing-slip.title'),
    running: view.number,
    pageOf: (page, pages) => say('document.page', { page, pages }),
  });
  const { width } = flow;
  const head = { rmaNumber: view.number, code: view.code, link: view.link };
  const words = { title: say('packing-slip.title'), scan: say('field.scan') };
  flow.put(documentHead(head, width, words));
  flow.gap(sectionGap);
  flow.put(parties(view, width, say));
  flow.gap(sectionGap);
  flow.put(travel(view, width, say));
  if (view.boxes.length > 0) {
    flow.gap(sectionGap);
    flow.put(heading(say('shipment-slip.boxes'), width));
    putTable(flow, boxColumns(say), view.boxes);
  }
  flow.gap(sectionGap);
  flow.put(heading(say('packing-slip.contents'), width));
  putTable(flow, lineColumns(say), view.lines);
  return flow.finish();
}
