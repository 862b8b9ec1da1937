/** The labels of a return: on the customer's parcel, and on the unit through the workshop. */

import type { Actor } from '../platform/actor.ts';
import { isoDay } from '../platform/clock.ts';
import type { Executor } from '../platform/execute.ts';
import { rmaErrors } from '../rma/index.ts';
import type { LabelChoice, PrintedFile } from './contract.ts';
import { labelFile, linkOf } from './label-file.ts';
import { lineFacts } from './line-facts.ts';

/**
 * The label outside the customer's parcel; its code is the RMA number.
 * @throws rma.line-not-found, platform.not-permitted, labels.*
 */
export async function rmaLabel(
  executor: Executor,
  actor: Actor,
  lineId: string,
  choice: LabelChoice,
): Promise<PrintedFile> {
  const facts = await lineFacts({ executor, actor }, lineId, choice.locale ?? null);
  const { line, depot, customer } = facts;
  const code = line.rmaNumber;
  const view = {
    code,
    link: linkOf(choice.publicUrl, code),
    number: code,
    depotName: depot.name,
    depotAddressLines: depot.addressLines.slice(0, 6),
    customerName: customer.name,
    serialNumber: line.serialNumber,
    validUntil: line.validUntil,
  };
  const { locale } = facts;
  return labelFile('rma', view, {
    ...choice,
    locale,
    usualSize: '100x150',
    stem: `${code}-parcel`,
  });
}

/**
 * The label that stays on the unit; its code is the line's. In the reader's language, since the
 * workshop reads it.
 * @throws rma.unit-is-in-depot before anything was received; rma.line-not-found, labels.*
 */
export async function travellerLabel(
  executor: Executor,
  actor: Actor,
  lineId: string,
  choice: LabelChoice,
): Promise<PrintedFile> {
  const locale = choice.locale ?? actor.locale;
  const { line, customer, productName, coverage } = await lineFacts(
    { executor, actor },
    lineId,
    locale,
  );
  if (line.receivedAt === null) throw rmaErrors.error('unit-is-in-depot');
  const view = {
    code: line.code,
    link: linkOf(choice.publicUrl, line.code),
    number: line.jobNumber ?? line.code,
    rmaNumber: line.rmaNumber,
    serialNumber: line.arrivedSerial ?? line.serialNumber,
    partNumber: line.partNumber,
    productName,
    customerShortName: [...customer.name].slice(0, 30).join(''),
    dueOn: line.promisedOn,
    coverage,
    receivedOn: isoDay(new Date(line.receivedAt)),
  };
  return labelFile('unit', view, {
    ...choice,
    locale,
    usualSize: '100x50',
    stem: `${line.code}-unit`,
  });
}
