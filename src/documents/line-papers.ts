/** The papers of a return: the form that goes into the customer's parcel, the slip that goes back. */
import { renderPackingSlip, renderRmaForm } from '../labels/index.ts';
import type { Actor } from '../platform/actor.ts';
import { isoDay } from '../platform/clock.ts';
import type { Executor } from '../platform/execute.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import type { PaperOptions, PrintedFile } from './contract.ts';
import { coverageSentences } from './coverage-sentences.ts';
import { fileStem, linkOf } from './label-file.ts';
import { lineFacts, printedAccessories, printedName } from './line-facts.ts';

const type = 'application/pdf';

/**
 * The RMA form, in the customer's language unless another is asked for.
 * @throws rma.line-not-found, platform.not-permitted, labels.*
 */
export async function rmaFormPdf(
  executor: Executor,
  actor: Actor,
  lineId: string,
  { publicUrl, locale = null, paper = 'a4' }: PaperOptions,
): Promise<PrintedFile> {
  const facts = await lineFacts({ executor, actor }, lineId, locale);
  const { line, depot, customer, productName, coverage } = facts;
  const issuedAt = new Date(line.createdAt);
  const unit = {
    productName,
    partNumber: line.partNumber,
    serialNumber: line.serialNumber,
    reportedFault: line.faultDescription,
    accessories: printedAccessories(line.accessories),
    coverage,
    coverageReasons: coverageSentences(facts.locale, line.coverage),
  };
  const view = {
    rmaNumber: line.rmaNumber,
    code: line.rmaNumber,
    link: linkOf(publicUrl, line.rmaNumber),
    issuedAt,
    issuedOn: isoDay(issuedAt),
    validUntil: line.validUntil,
    coreDueOn: null,
    depot,
    customer,
    units: [unit],
    doNotSend: [],
  };
  const bytes = await renderRmaForm(view, { locale: facts.locale, paper });
  return { bytes, type, fileName: `${fileStem(line.rmaNumber)}-form.pdf` };
}

/**
 * The packing slip of the way back, once the unit is packed.
 * @throws platform.not-found while nothing is packed; rma.line-not-found, labels.*
 */
export async function packingSlipPdf(
  executor: Executor,
  actor: Actor,
  lineId: string,
  { publicUrl, locale = null, paper = 'a4' }: PaperOptions,
): Promise<PrintedFile> {
  const facts = await lineFacts({ executor, actor }, lineId, locale);
  const { line, depot, customer, productName } = facts;
  const { shipment } = line;
  if (shipment === null) throw platformErrors.error('not-found');
  const issuedAt = new Date(shipment.shippedAt ?? shipment.packedAt);
  const serialNumber = line.arrivedSerial ?? line.serialNumber;
  const isRepaired = line.remedy === 'ready';
  const repair = {
    serialNumber,
    faultsFound: line.faults.map((fault) =>
      `${fault.faultCode} ${printedName(facts.locale, fault, '')}`.trim(),
    ),
    partsReplaced: line.usedParts.map(
      (part) => `${part.quantity} × ${part.partNumber} ${printedName(facts.locale, part, '')}`,
    ),
  };
  const view = {
    rmaNumber: line.rmaNumber,
    code: line.code,
    link: linkOf(publicUrl, line.code),
    issuedAt,
    issuedOn: isoDay(issuedAt),
    shipFrom: depot,
    shipTo: customer,
    lines: [
      {
        productName,
        partNumber: line.partNumber,
        serialIn: serialNumber,
        serialOut: serialNumber,
        quantity: 1,
      },
    ],
    accessories: printedAccessories(line.accessories),
    repairs: isRepaired ? [repair] : [],
    carrier: shipment.carrier,
    trackingNumber: shipment.trackingNumber,
    repairWarrantyEndsOn: null,
  };
  const bytes = await renderPackingSlip(view, { locale: facts.locale, paper });
  return { bytes, type, fileName: `${fileStem(shipment.number)}-packing-slip.pdf` };
}
