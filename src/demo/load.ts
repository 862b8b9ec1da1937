/**
 * Creates the demo company in an empty system, by commands only: the parts through the CSV import
 * that every user has, then sites, people, customers, their units, and a few returns under way.
 * Progress is told line by line; passwords are made here and told once.
 */
import { importParts } from '../imports/index.ts';
import {
  createLocation,
  createParty,
  createSite,
  csvBytes,
  listParts,
  listSites,
  moveStock,
  stockOnHand,
} from '../inventory/index.ts';
import { createPerson, grantsOf, setPasswordByLink, visitor } from '../people/index.ts';
import { setLevel } from '../planning/index.ts';
import { type Actor, systemActor } from '../platform/actor.ts';
import { addDays, type Clock, isoDay } from '../platform/clock.ts';
import type { Executor } from '../platform/execute.ts';
import type { Ids } from '../platform/ids.ts';
import {
  addFaultCode,
  addTestStep,
  authorizeRma,
  getRmaLine,
  receiveUnit,
  registerUnit,
  startJob,
} from '../rma/index.ts';
import { demoPartsCsv } from './catalogue.ts';
import { type DemoCompany, demoCompany } from './company.ts';
import { loadNetwork, loadVans } from './load-network.ts';
import { loadPartsWork } from './load-parts-work.ts';
import { loadTrade } from './load-trade.ts';
import { plainParts } from './plain-parts.ts';

/** The same demo every time. */
const seed = 20_261;
const partCount = 2_000;
/** Plain parts that the benches begin with, and how many of each. */
const benchParts = 40;
const benchQuantity = 3;
/** Plain parts that the stories of requests and orders use. */
const storyParts = 8;

interface Ports {
  readonly executor: Executor;
  readonly clock: Clock;
  readonly ids: Ids;
  tell(line: string): void;
}

/** A demo user with the password made for him. */
export interface DemoSignIn {
  readonly login: string;
  readonly role: string;
  readonly password: string;
}

const actor = systemActor;

async function loadSites({ executor }: Ports, company: DemoCompany): Promise<Map<string, string>> {
  const siteIds = new Map<string, string>();
  for (const { locations, ...site } of company.sites) {
    const { output } = await executor.execute(createSite, site, { actor });
    siteIds.set(site.code, output.siteId);
    for (const { code, kind } of locations) {
      // Opening a site has made its dock, quarantine and shipping locations; a van waits for its keeper.
      if (kind !== 'storage' && kind !== 'bench') continue;
      const input = { siteId: output.siteId, code, kind };
      await executor.execute(createLocation, input, { actor });
    }
  }
  return siteIds;
}

async function loadParts({ executor, clock }: Ports, siteId: string): Promise<Map<string, string>> {
  const lastMonth = isoDay(addDays(clock.now(), -28)).slice(0, 7);
  const bytes = csvBytes(demoPartsCsv({ seed, rows: partCount, lastMonth }));
  const contentBase64 = Buffer.from(bytes).toString('base64');
  await executor.execute(importParts, { contentBase64, siteId }, { actor });
  const partIds = new Map<string, string>();
  for (let page = 1; partIds.size < partCount; page += 1) {
    const { parts } = await executor.ask(listParts, { page, limit: 200 }, { actor });
    if (parts.length === 0) break;
    for (const part of parts) partIds.set(part.partNumber, part.id);
  }
  return partIds;
}

/** Carries stock of the first plain parts to the bench, with a level so that using one is noticed. */
async function stockBench({ executor }: Ports, siteId: string): Promise<void> {
  const sites = await executor.ask(listSites, {}, { actor });
  const places = sites.find((site) => site.id === siteId)?.locations ?? [];
  const bench = places.find((place) => place.kind === 'bench');
  if (bench === undefined) return;
  const { rows } = await executor.ask(stockOnHand, { siteId, limit: 200 }, { actor });
  const rich = rows.filter((row) => row.available > benchQuantity).slice(0, benchParts);
  for (const row of rich) {
    const from = row.locationCode;
    const locationId = places.find((place) => place.code === from)?.id;
    if (locationId === undefined) continue;
    const line = { partId: row.partId, locationId, condition: row.condition };
    const input = { ...line, quantity: benchQuantity, toLocationId: bench.id };
    await executor.execute(moveStock, input, { actor });
    const minQuantity = row.onHand - 1;
    const level = { siteId, partId: row.partId, minQuantity, maxQuantity: row.onHand + 10 };
    await executor.execute(setLevel, level, { actor });
  }
}

async function loadPeople(
  { executor, ids }: Ports,
  company: DemoCompany,
  siteIds: ReadonlyMap<string, string>,
): Promise<{ signIns: DemoSignIn[]; people: Map<string, Actor> }> {
  const signIns: DemoSignIn[] = [];
  const people = new Map<string, Actor>();
  for (const user of company.users) {
    // Whoever approves decides for both sites.
    const everywhere = ['administrator', 'approver'].includes(user.role);
    const siteId = everywhere ? null : (siteIds.get(user.site) ?? null);
    const displayName = user.locale === 'en' ? user.nameEn : user.nameZh;
    const person = { login: user.login, displayName, locale: user.locale };
    const roles = [{ role: user.role, siteId }];
    const input = { ...person, roles };
    const { output } = await executor.execute(createPerson, input, { actor });
    const named = { id: output.personId, name: displayName, locale: user.locale };
    people.set(user.login, { kind: 'user', ...named, grants: grantsOf(roles) });
    // The administrator sets his own, by the link that the start prints.
    if (output.link === null || user.role === 'administrator') continue;
    const password = ids.newSecret(12);
    const wish = { link: output.link, password };
    await executor.execute(setPasswordByLink, wish, { actor: visitor });
    signIns.push({ login: user.login, role: user.role, password });
  }
  const personIds = new Map([...people].map(([login, { id }]) => [login, id]));
  await loadVans(executor, company, { siteIds, personIds });
  return { signIns, people };
}

async function loadCustomers(
  { executor, clock }: Ports,
  company: DemoCompany,
  partIds: ReadonlyMap<string, string>,
): Promise<void> {
  const customerIds = new Map<string, string>();
  for (const { code, nameEn, nameZh, contactName, phone, email, address } of company.customers) {
    const input = { code, kind: 'customer' as const, nameEn, nameZh, contactName, phone, email };
    const { output } = await executor.execute(createParty, { ...input, address }, { actor });
    customerIds.set(code, output.partyId);
  }
  const daysAgo = (days: number | null) =>
    days === null ? null : isoDay(addDays(clock.now(), -days));
  for (const unit of company.installedUnits) {
    const input = {
      partId: partIds.get(unit.model) ?? '',
      customerId: customerIds.get(unit.customer) ?? '',
      serialNumber: unit.serialNumber,
      soldOn: daysAgo(unit.soldDaysAgo),
      acceptedOn: daysAgo(unit.acceptedDaysAgo),
      warrantyMonths: unit.warrantyMonths,
    };
    await executor.execute(registerUnit, input, { actor });
  }
}

async function loadBench(
  { executor }: Ports,
  company: DemoCompany,
  partIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const code of company.faultCodes) {
    await executor.execute(addFaultCode, code, { actor });
  }
  for (const { model, ...step } of company.testSteps) {
    const partId = model === null ? null : (partIds.get(model) ?? null);
    await executor.execute(addTestStep, { ...step, partId }, { actor });
  }
}

/** A few returns under way, so that no page is empty: authorised, on the dock, on the bench. */
async function loadReturns({ executor }: Ports, company: DemoCompany, siteId: string) {
  const covered = company.installedUnits.filter(({ soldDaysAgo }) => (soldDaysAgo ?? 999) < 300);
  for (const [index, { serialNumber }] of covered.slice(4, 13).entries()) {
    const wish = { serialNumber, siteId, faultDescription: '无法开机 / does not power on' };
    const { output } = await executor.execute(authorizeRma, wish, { actor });
    if (index % 3 === 0) continue;
    const { lineId } = output;
    await executor.execute(receiveUnit, { lineId, serialNumber }, { actor });
    const { jobId } = await executor.ask(getRmaLine, { lineId }, { actor });
    if (index % 3 === 2 && jobId !== null) await executor.execute(startJob, { jobId }, { actor });
  }
}

/** Loads the demo company; answers the sign-ins, whose passwords are kept nowhere in clear. */
export async function loadDemo(ports: Ports): Promise<DemoSignIn[]> {
  const company = demoCompany({ seed });
  ports.tell('demo 1/9: sites and locations');
  const siteIds = await loadSites(ports, company);
  await loadNetwork(ports.executor, siteIds, ports.clock.now().getUTCFullYear());
  const siteId = siteIds.get('SZ') ?? '';
  ports.tell(`demo 2/9: ${partCount} parts through the CSV import`);
  const partIds = await loadParts(ports, siteId);
  ports.tell('demo 3/9: bench stock');
  await stockBench(ports, siteId);
  ports.tell('demo 4/9: customers and installed units');
  await loadCustomers(ports, company, partIds);
  ports.tell('demo 5/9: fault codes and test steps');
  await loadBench(ports, company, partIds);
  ports.tell('demo 6/9: returns under way');
  await loadReturns(ports, company, siteId);
  ports.tell('demo 7/9: people');
  const { signIns, people } = await loadPeople(ports, company, siteIds);
  ports.tell('demo 8/9: suppliers, substitutes, a kit');
  const { plain, missing } = await plainParts(ports.executor, 'SZ');
  await loadTrade(ports.executor, { siteId, parts: plain });
  ports.tell('demo 9/9: requests, orders, a box on its way');
  const parts = plain.slice(-storyParts);
  if (missing !== undefined) {
    await loadPartsWork({ executor: ports.executor, siteId, people, parts, missing });
  }
  return signIns;
}
