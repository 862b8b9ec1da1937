/** The paper of purchasing: the order as the supplier got it, in his language. */
import { renderPurchaseOrder } from '../labels/index.ts';
import type { Actor, Locale } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';
import type { PurchaseSheet } from '../purchasing/contract.ts';
import { getPurchaseSheet } from '../purchasing/index.ts';
import type { PaperOptions, PrintedFile } from './contract.ts';
import { fileStem, linkOf, requirePrinting } from './label-file.ts';
import { addressLines, printedName } from './line-facts.ts';

/** `123456789` minor units as `1,234,567.89`; both languages write amounts like this. */
function amount(minor: number): string {
  const digits = String(minor).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${digits.slice(-2)}`;
}

function endOf(end: PurchaseSheet['company'], locale: Locale, code: string) {
  const { contactName, phone, email } = end;
  const name = printedName(locale, end, code);
  return { name, contactName, phone, email, addressLines: addressLines(end.address) };
}

/**
 * The order as it was sent; it says the same for ever. In the supplier's language unless another is
 * asked for.
 * @throws purchasing.unknown-purchase-order, not-sent-yet; platform.not-permitted, labels.*
 */
export async function purchaseOrderPdf(
  executor: Executor,
  actor: Actor,
  purchaseOrderId: string,
  { publicUrl, locale = null, paper = 'a4' }: PaperOptions,
): Promise<PrintedFile> {
  requirePrinting(actor);
  const sheet = await executor.ask(getPurchaseSheet, { purchaseOrderId }, { actor });
  const reading = locale ?? sheet.locale;
  const { number, currency, note, buyerName } = sheet;
  const view = {
    ...{ number, currency, note, buyerName },
    code: number,
    link: linkOf(publicUrl, number),
    issuedAt: new Date(sheet.issuedAt),
    issuedOn: sheet.issuedAt.slice(0, 10),
    buyer: endOf(sheet.company, reading, '—'),
    supplier: endOf(sheet.supplier, reading, sheet.supplier.code),
    shipTo: endOf(sheet.shipTo, reading, sheet.shipTo.code),
    total: amount(sheet.totalMinor),
    lines: sheet.lines.map((line) => ({
      partNumber: line.partNumber,
      name: printedName(reading, line, line.partNumber),
      supplierPartNumber: line.supplierPartNumber,
      expectedOn: line.expectedOn,
      quantity: line.quantity,
      unitOfMeasure: line.unitOfMeasure,
      price: amount(line.priceMinor),
      value: amount(line.valueMinor),
    })),
  };
  const bytes = await renderPurchaseOrder(view, { locale: reading, paper });
  return { bytes, type: 'application/pdf', fileName: `${fileStem(number)}.pdf` };
}
