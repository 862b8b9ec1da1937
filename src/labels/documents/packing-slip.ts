/**
 * The slip that travels with a repaired or exchanged unit: what is in the box, what was done to it
 * and until when the repair is warranted. Decides order and emphasis, not how a page is drawn.
 */
import { barcodeText } from '../contract.ts';
import type { Scene } from '../scene.ts';
import type { PaperName } from '../sizes.ts';
import type { Say } from '../words.ts';
import { beside, facts, heading, item, labelled, paragraph, stack } from './blocks.ts';
import { accessoryText, dayText, documentHead, partyBlock } from './common.ts';
import type { PackingSlipView, RepairSummaryView, SlipLineView } from './contract.ts';
import { Flow, type FlowBlock } from './flow.ts';
import { barsBlock } from './symbols.ts';
import { type Column, putTable } from './table.ts';

const sectionGap = 15;

function parties(view: PackingSlipView, width: number, say: Say): FlowBlock {
  const gap = 24;
  const column = (width - gap) / 2;
  const to = partyBlock(say('packing-slip.ship-to'), view.shipTo, column, say);
  const from = partyBlock(say('packing-slip.ship-from'), view.shipFrom, column, say);
  return beside(
    [
      { block: to, width: column },
      { block: from, width: column },
    ],
    gap,
  );
}

/** The carrier's number as bars where its scanner could read them, in letters always. */
function tracking(view: PackingSlipView, width: number, say: Say): FlowBlock | undefined {
  if (view.trackingNumber === null) return undefined;
  const number = view.trackingNumber;
  const isScannable = barcodeText.safeParse(number).success;
  const bars = isScannable ? barsBlock(number, width) : undefined;
  const text = paragraph(number, width, { weight: 'bold' });
  return labelled(
    say('packing-slip.tracking-number'),
    stack(bars ? [text, bars] : [text], 3),
    width,
  );
}

function shipment(view: PackingSlipView, width: number, say: Say): FlowBlock {
  const factsWidth = width * 0.56;
  const trackingWidth = width - factsWidth - 24;
  const pairs = [
    { label: say('document.issued'), value: dayText(view.issuedOn, say) },
    { label: say('packing-slip.carrier'), value: view.carrier ?? say('none') },
    {
      label: say('packing-slip.repair-warranty'),
      value: dayText(view.repairWarrantyEndsOn, say),
    },
  ];
  const left = facts(pairs, factsWidth, { weight: 'bold' });
  const right = tracking(view, trackingWidth, say) ?? stack([]);
  return beside(
    [
      { block: left, width: factsWidth },
      { block: right, width: trackingWidth },
    ],
    24,
  );
}

function lineColumns(say: Say): Column<SlipLineView>[] {
  return [
    { title: '#', points: 30, cell: (_, index) => String(index + 1), style: { tone: 'grey' } },
    {
      title: say('document.product'),
      share: 6.4,
      cell: (row) => row.productName,
      note: (row) => row.partNumber,
    },
    {
      title: say('packing-slip.serial-in'),
      share: 2.7,
      cell: (row) => row.serialIn ?? say('none'),
    },
    {
      title: say('packing-slip.serial-out'),
      share: 2.7,
      cell: (row) => row.serialOut ?? say('none'),
      style: { weight: 'bold' },
    },
    {
      title: say('document.quantity'),
      points: 54,
      align: 'right',
      cell: (row) => String(row.quantity),
    },
  ];
}

function putRepair(flow: Flow, repair: RepairSummaryView, say: Say): void {
  const { width } = flow;
  const groups = [
    { label: say('packing-slip.faults-found'), texts: repair.faultsFound },
    { label: say('packing-slip.parts-replaced'), texts: repair.partsReplaced },
  ];
  const serial = paragraph(repair.serialNumber, width, { weight: 'bold' });
  flow.need(serial.height * 3);
  flow.put(serial);
  for (const { label, texts } of groups) {
    for (const [index, text] of texts.entries()) {
      const name = paragraph(index === 0 ? label : '', 80, { tone: 'grey' });
      const cells = [
        { block: name, width: 80 },
        { block: paragraph(text, width - 90), width: width - 90 },
      ];
      flow.put(beside(cells, 10));
    }
  }
  flow.gap(6);
}

function putLists(flow: Flow, view: PackingSlipView, say: Say): void {
  const { width } = flow;
  if (view.accessories.length > 0) {
    flow.gap(sectionGap);
    const title = heading(say('document.accessories'), width);
    flow.need(title.height + 20);
    flow.put(title);
    for (const entry of view.accessories) flow.put(item('tick-box', accessoryText(entry), width));
  }
  if (view.repairs.length > 0) {
    flow.gap(sectionGap);
    const title = heading(say('packing-slip.repairs'), width);
    flow.need(title.height + 40);
    flow.put(title);
    for (const repair of view.repairs) putRepair(flow, repair, say);
  }
}

/** Lays the slip out on as many pages as it needs. */
export function layOutPackingSlip(view: PackingSlipView, paper: PaperName, say: Say): Scene[] {
  const flow = new Flow(paper, {
    title: say('packing-slip.title'),
    running: view.rmaNumber,
    pageOf: (page, pages) => say('document.page', { page, pages }),
  });
  const { width } = flow;
  const words = { title: say('packing-slip.title'), scan: say('field.scan') };
  flow.put(documentHead(view, width, words));
  flow.gap(sectionGap);
  flow.put(parties(view, width, say));
  flow.gap(sectionGap);
  flow.put(shipment(view, width, say));
  flow.gap(sectionGap);
  flow.put(heading(say('packing-slip.contents'), width));
  const quantity = view.lines.reduce((sum, row) => sum + row.quantity, 0);
  const total = ['', say('packing-slip.total'), '', '', String(quantity)];
  putTable(flow, lineColumns(say), view.lines, total);
  putLists(flow, view, say);
  return flow.finish();
}
