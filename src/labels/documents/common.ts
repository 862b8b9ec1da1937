/**
 * What both documents share in content: the head with number and barcodes, and how a party, an
 * accessory list and an issue day are written. Knows the views and the words.
 */
import { labelErrors } from '../errors.ts';
import { longDate, type Say } from '../words.ts';
import { beside, labelled, paragraph, stack } from './blocks.ts';
import type { AccessoryView, PartyView } from './contract.ts';
import type { FlowBlock } from './flow.ts';
import { barsBlock, qrBlock } from './symbols.ts';

export interface HeadView {
  readonly rmaNumber: string;
  readonly code: string;
  readonly link: string;
}

const qrSide = 84;

/**
 * Title, RMA number and bars on the left, QR on the right.
 * @throws labels.code-too-long when the bars do not fit the page.
 */
export function documentHead(
  view: HeadView,
  width: number,
  words: { readonly title: string; readonly lead?: string; readonly scan: string },
): FlowBlock {
  const qr = qrBlock(view.link, qrSide);
  const gap = 36;
  const left = width - qr.width - gap;
  const bars = barsBlock(view.code, left);
  if (!bars)
    throw labelErrors.error('code-too-long', { code: view.code, length: view.code.length });
  const codeBlock =
    view.code === view.rmaNumber ? [] : [paragraph(view.code, left, { size: 8, tone: 'grey' })];
  const lead = words.lead ? [paragraph(words.lead, left, { tone: 'grey' })] : [];
  const text = stack([
    paragraph(words.title, left, { size: 12, tone: 'grey' }),
    paragraph(view.rmaNumber, left, { size: 24, weight: 'bold' }),
    ...lead,
  ]);
  const numbers = stack([text, stack([bars, ...codeBlock], 2)], 6);
  const scan = stack([qr, paragraph(words.scan, qr.width, { size: 7.5, tone: 'grey' })], qr.quiet);
  return beside(
    [
      { block: numbers, width: left },
      { block: scan, width: qr.width },
    ],
    gap,
  );
}

/** A party as an address block; contact and phone only where there are any. */
export function partyBlock(label: string, party: PartyView, width: number, say: Say): FlowBlock {
  const reach = [
    party.contactName && `${say('document.contact')} ${party.contactName}`,
    party.phone && `${say('document.phone')} ${party.phone}`,
    party.email && `${say('document.email')} ${party.email}`,
  ].filter((text) => text !== null);
  const address = stack([
    paragraph(party.name, width, { weight: 'bold', size: 11 }),
    ...party.addressLines.map((text) => paragraph(text, width)),
    ...reach.map((text) => paragraph(text, width, { tone: 'grey' })),
  ]);
  return labelled(label, address, width);
}

/** `Power cord × 2` */
export function accessoryText(accessory: AccessoryView): string {
  return `${accessory.name} × ${accessory.quantity}`;
}

/** A day in words, or a dash. */
export function dayText(day: string | null, say: Say): string {
  return day === null ? say('none') : longDate(day, say);
}
