/**
 * The form a customer puts inside the box: what was agreed, what belongs in the parcel and where it
 * goes. Decides order and emphasis; knows the view and the words, not how a page is drawn.
 */
import type { Scene } from '../scene.ts';
import type { PaperName } from '../sizes.ts';
import type { WordKey } from '../words.en.ts';
import { longDate, type Say } from '../words.ts';
import {
  beside,
  facts,
  heading,
  item,
  labelled,
  padded,
  paragraph,
  paragraphLines,
  stack,
} from './blocks.ts';
import { accessoryText, dayText, documentHead, partyBlock } from './common.ts';
import type { ReturnedUnitView, RmaFormView } from './contract.ts';
import { Flow, type FlowBlock } from './flow.ts';

const sectionGap = 15;

function parties(view: RmaFormView, width: number, say: Say): FlowBlock {
  const gap = 20;
  const column = (width - gap) / 2;
  const inner = column - 20;
  const cell = (block: FlowBlock, height: number) => ({
    block: padded({ ...block, height }, column, { x: 10, y: 9, tone: 'pale' }),
    width: column,
  });
  const depot = partyBlock(say('rma-form.ship-to'), view.depot, inner, say);
  const customer = partyBlock(say('rma-form.return-to'), view.customer, inner, say);
  const height = Math.max(depot.height, customer.height);
  return beside([cell(depot, height), cell(customer, height)], gap);
}

function dates(view: RmaFormView, width: number, say: Say): FlowBlock {
  const core = view.coreDueOn
    ? [{ label: say('rma-form.core-due'), value: dayText(view.coreDueOn, say) }]
    : [];
  const pairs = [
    { label: say('document.issued'), value: longDate(view.issuedOn, say) },
    { label: say('rma-form.valid-until'), value: longDate(view.validUntil, say) },
    ...core,
  ];
  return facts(pairs, width, { size: 11, weight: 'bold' });
}

/** One unit; long texts are put line by line so that they may cross a page end. */
function putUnit(flow: Flow, unit: ReturnedUnitView, title: string, say: Say): void {
  const { width } = flow;
  const identity = facts(
    [
      { label: say('document.model'), value: unit.productName },
      { label: say('document.part-number'), value: unit.partNumber },
      { label: say('document.serial-number'), value: unit.serialNumber },
    ],
    width,
    { weight: 'bold' },
  );
  flow.gap(sectionGap);
  flow.put(stack([heading(title, width), identity], 5));
  flow.gap(7);
  putLabelledLines(flow, say('rma-form.reported-fault'), paragraphLines(unit.reportedFault, width));
  flow.gap(7);
  const verdict = paragraph(say(`coverage.${unit.coverage}`), width, { weight: 'bold' });
  flow.put(labelled(say('rma-form.coverage'), verdict, width));
  for (const reason of unit.coverageReasons) flow.put(item('•', reason, width));
  flow.gap(7);
  const none = [paragraph(say('document.no-accessories'), width)];
  const ticks = unit.accessories.map((entry) => item('tick-box', accessoryText(entry), width));
  putLabelledLines(flow, say('rma-form.accessories-sent'), ticks.length > 0 ? ticks : none);
}

/** Keeps the label on the page of its first line. */
function putLabelledLines(flow: Flow, label: string, blocks: readonly FlowBlock[]): void {
  const [first, ...others] = blocks;
  if (!first) return;
  flow.put(labelled(label, first, flow.width));
  for (const block of others) flow.put(block);
}

const commonWarnings: readonly WordKey[] = [
  'rma-form.do-not-send-1',
  'rma-form.do-not-send-2',
  'rma-form.do-not-send-3',
];
const packingSteps: readonly WordKey[] = [
  'rma-form.packing-1',
  'rma-form.packing-2',
  'rma-form.packing-3',
];

function putSection(flow: Flow, title: string, items: readonly FlowBlock[]): void {
  flow.gap(sectionGap);
  flow.put(stack([heading(title, flow.width), ...items], 2));
}

/** Lays the form out on as many pages as it needs. */
export function layOutRmaForm(view: RmaFormView, paper: PaperName, say: Say): Scene[] {
  const flow = new Flow(paper, {
    title: say('rma-form.title'),
    running: view.rmaNumber,
    pageOf: (page, pages) => say('document.page', { page, pages }),
  });
  const { width } = flow;
  const words = {
    title: say('rma-form.title'),
    lead: say('rma-form.lead'),
    scan: say('field.scan'),
  };
  flow.put(documentHead(view, width, words));
  flow.gap(sectionGap);
  flow.put(dates(view, width, say));
  flow.gap(12);
  flow.put(parties(view, width, say));
  const count = view.units.length;
  for (const [index, unit] of view.units.entries())
    putUnit(flow, unit, say('rma-form.unit', { number: index + 1, count }), say);
  const warnings =
    view.doNotSend.length > 0 ? view.doNotSend : commonWarnings.map((key) => say(key));
  const warningItems = warnings.map((text) => item('×', text, width));
  putSection(flow, say('rma-form.do-not-send'), warningItems);
  const steps = packingSteps.map((key, index) => item(`${index + 1}.`, say(key), width));
  putSection(flow, say('rma-form.packing'), steps);
  return flow.finish();
}
