/** The papers of receiving: the goods receipt note, and the labels of everything that came in with it. */
import { isPageKey, wordsIn } from '../i18n/page-words.ts';
import {
  labelsMax,
  type PartLabelView,
  renderGoodsReceipt,
  renderLabels,
} from '../labels/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import { getReceipt } from '../receipts/index.ts';
import type { LabelChoice, PaperOptions, PrintedFile } from './contract.ts';
import { fileStem, linkOf, requirePrinting } from './label-file.ts';
import { printedName } from './line-facts.ts';

const type = 'application/pdf';

/**
 * The note of one receipt. It says the same for ever, but for discrepancies filed under it later.
 * @throws receipts.unknown-receipt, platform.not-permitted, labels.*
 */
export async function goodsReceiptPdf(
  executor: Executor,
  actor: Actor,
  receiptId: string,
  { publicUrl, locale = null, paper = 'a4' }: PaperOptions,
): Promise<PrintedFile> {
  requirePrinting(actor);
  const receipt = await executor.ask(getReceipt, { receiptId }, { actor });
  const reading = locale ?? actor.locale;
  const say = wordsIn(reading);
  const { number } = receipt;
  const origin = `receipts.from.${receipt.kind}`;
  const view = {
    number,
    code: number,
    link: linkOf(publicUrl, number),
    issuedAt: new Date(receipt.receivedAt),
    issuedOn: receipt.receivedAt.slice(0, 10),
    site: receipt.siteCode,
    sender: receipt.sender ?? (isPageKey(origin) ? say(origin) : null),
    document: receipt.documentNumber,
    receivedBy: receipt.receivedByName,
    note: receipt.note,
    lines: receipt.receivedLines.map((line) => ({
      partNumber: line.partNumber,
      name: printedName(reading, line, line.partNumber),
      piece: line.serialNumbers.join(', ') || line.lotNumber,
      condition: say(`condition.${line.condition}`),
      location: line.locationCode,
      quantity: line.quantity,
      unitOfMeasure: line.unitOfMeasure,
    })),
    troubles: receipt.discrepancies.map((one) => ({
      number: one.number,
      kind: say(`receipts.kind.${one.kind}`),
      partNumber: one.partNumber ?? '—',
      quantity: one.quantity,
    })),
  };
  const bytes = await renderGoodsReceipt(view, { locale: reading, paper });
  return { bytes, type, fileName: `${fileStem(number)}-goods-receipt.pdf` };
}

/**
 * The labels of a receipt in one file: one a piece with a serial number, one a line of anything else.
 * A sheet, counted from 1, holds as many as are printed at a time.
 * @throws receipts.unknown-receipt, platform.not-permitted, labels.*; platform.not-found when nothing
 *   came in
 */
export async function receiptLabels(
  executor: Executor,
  actor: Actor,
  receiptId: string,
  choice: Omit<LabelChoice, 'format'> & { readonly sheet: number },
): Promise<PrintedFile> {
  requirePrinting(actor);
  const receipt = await executor.ask(getReceipt, { receiptId }, { actor });
  const locale = choice.locale ?? actor.locale;
  const views = receipt.receivedLines.flatMap((line): PartLabelView[] => {
    const { partNumber, unitOfMeasure, serialNumbers, lotNumber } = line;
    const name = printedName(locale, line, partNumber);
    const codes = serialNumbers.length > 0 ? serialNumbers : [partNumber];
    return codes.map((code) => ({
      code,
      link: linkOf(choice.publicUrl, code),
      partNumber,
      name: lotNumber === null ? name : `${name} · ${lotNumber}`,
      unitOfMeasure,
    }));
  });
  const sheet = views.slice((choice.sheet - 1) * labelsMax, choice.sheet * labelsMax);
  if (sheet.length === 0) throw platformErrors.error('not-found');
  const size = choice.size ?? '60x40';
  const bytes = await renderLabels('part', sheet, { format: 'pdf', size, locale });
  return { bytes, type, fileName: `${fileStem(receipt.number)}-labels.pdf` };
}
