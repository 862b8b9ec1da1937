/** The service desk authorises the return of one unit of the installed base. */
import { z } from 'zod';
import { findSerials, getPartyRow, getSite, type SerialRow } from '../../inventory/index.ts';
import { addDays, isoDay } from '../../platform/clock.ts';
import { defineCommand } from '../../platform/command.ts';
import { startFlow } from '../../platform/flow.ts';
import { id, text } from '../../platform/scalars.ts';
import type { Read, Work } from '../../platform/work.ts';
import { coverageView } from '../contract.ts';
import { coverageOf } from '../coverage.ts';
import { rmaErrors } from '../errors.ts';
import { findInstalled, type InstalledRow } from '../installed-base/store.ts';
import { findOpenLineCode } from '../open-lines.store.ts';
import { rmaLineFlow } from '../rma-line.machine.ts';
import { sendToLine } from '../send.ts';
import { addLine, addRma, lockLine } from '../store.ts';
import { warrantyExclusions } from '../warranty/warranty.vocabulary.ts';

/** Days for which an authorisation waits for its unit. */
const validDays = 30;

const input = z.strictObject({
  serialNumber: text(100),
  /** Needed only when two models have a piece of that number. */
  partId: id.nullable().default(null),
  customerId: id.nullable().default(null),
  siteId: id,
  contactName: text(120).nullable().default(null),
  contactPhone: text(40).nullable().default(null),
  shipTo: text(400).nullable().default(null),
  faultDescription: text(2000),
  accessories: z.array(text(100)).max(30).default([]),
  exclusions: z.array(z.enum(warrantyExclusions)).max(6).default([]),
  locale: z.enum(['en', 'zh-CN']).nullable().default(null),
});

async function findUnit(
  read: Read,
  asked: Pick<z.output<typeof input>, 'serialNumber' | 'partId' | 'customerId'>,
): Promise<{ serial: SerialRow; installed: InstalledRow }> {
  const { serialNumber, partId, customerId } = asked;
  const named = (await findSerials(read.db, serialNumber)).filter(
    (row) => partId === null || row.partId === partId,
  );
  const found: { serial: SerialRow; installed: InstalledRow }[] = [];
  for (const serial of named) {
    const installed = await findInstalled(read, serial.id);
    if (installed !== null) found.push({ serial, installed });
  }
  const [unit, another] = found;
  if (unit === undefined) throw rmaErrors.error('unit-not-registered', { serialNumber });
  if (another !== undefined) throw rmaErrors.error('serial-is-ambiguous', { serialNumber });
  if (customerId !== null && customerId !== unit.installed.customerId) {
    throw rmaErrors.error('serial-of-other-customer', { serialNumber });
  }
  return unit;
}

async function refuseDuplicate(read: Read, serial: SerialRow): Promise<void> {
  const code = await findOpenLineCode(read, serial.id);
  if (code === null) return;
  throw rmaErrors.error('duplicate-serial', { serialNumber: serial.serialNumber, code });
}

async function openLine(
  work: Work,
  line: Pick<z.output<typeof input>, 'siteId' | 'faultDescription' | 'accessories'> & {
    readonly rma: { readonly id: string; readonly number: string };
    readonly serial: SerialRow;
    readonly coverage: z.infer<typeof coverageView>;
  },
): Promise<string> {
  const expectedSerial = line.serial.serialNumber;
  const { stored } = startFlow(rmaLineFlow, {
    coverage: line.coverage.entitlement,
    expectedSerial,
  });
  return addLine(
    work,
    {
      rmaId: line.rma.id,
      lineNumber: 1,
      code: `${line.rma.number}-1`,
      siteId: line.siteId,
      serialUnitId: line.serial.id,
      faultDescription: line.faultDescription,
      accessories: line.accessories,
      coverage: line.coverage,
      validUntil: isoDay(addDays(work.now, validDays)),
    },
    stored,
  );
}

export const authorizeRma = defineCommand({
  name: 'rma.authorize',
  permission: 'rma.authorize',
  summary: 'Authorises the return of one unit; warranty is decided from the installed base.',
  input,
  output: z.strictObject({
    rmaId: id,
    lineId: id,
    number: z.string(),
    code: z.string(),
    coverage: coverageView,
  }),
  errors: [
    'inventory.unknown-site',
    'inventory.unknown-party',
    'rma.unit-not-registered',
    'rma.serial-is-ambiguous',
    'rma.serial-of-other-customer',
    'rma.duplicate-serial',
    'rma.date-unknown',
    'rma.date-in-future',
    'rma.accepted-before-sale',
  ],
  run: async (work, asked) => {
    const site = await getSite(work, asked.siteId);
    const { serial, installed } = await findUnit(work, asked);
    await refuseDuplicate(work, serial);
    work.refuseAs('one_open_line_per_serial', async (read) => {
      const code = await findOpenLineCode(read, serial.id);
      return rmaErrors.error('duplicate-serial', { serialNumber: serial.serialNumber, code });
    });
    const coverage = coverageOf(installed, work.now, asked.exclusions);
    const customer = await getPartyRow(work.db, installed.customerId);
    const { id: rmaId, number } = await addRma(work, {
      siteId: site.id,
      customerId: customer.id,
      contactName: asked.contactName ?? customer.contactName,
      contactPhone: asked.contactPhone ?? customer.phone,
      shipTo: asked.shipTo ?? customer.address ?? '-',
      locale: asked.locale ?? customer.locale,
    });
    const line = { ...asked, rma: { id: rmaId, number }, serial, coverage };
    const lineId = await openLine(work, line);
    const saved = await sendToLine(work, await lockLine(work, lineId), { type: 'authorize' });
    return { rmaId, lineId, number, code: saved.code, coverage };
  },
});
