/**
 * Gives the demo company suppliers with prices, parts that stand in for others, a kit, a part at standard
 * cost and an aisle that is still empty. By commands only.
 */
import {
  addPartRelation,
  createLocation,
  createPart,
  createParty,
  generateBins,
  setCostMethod,
  setSupplierPart,
} from '../inventory/index.ts';
import { defineKit } from '../kits/index.ts';
import { systemActor } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';
import { demoBreaks, demoOverflow, demoSuppliers, suppliedParts } from './company-trade.ts';

/** A part that is counted and needs no serial number. */
export interface PlainPart {
  readonly partId: string;
  readonly partNumber: string;
  /** What one is worth, minor units. */
  readonly costMinor: number;
}

const as = { actor: systemActor };

async function loadSuppliers(executor: Executor, parts: readonly PlainPart[]): Promise<void> {
  for (const [at, { leadTimeDays, perMille, ...party }] of demoSuppliers.entries()) {
    const wish = { ...party, kind: 'supplier' as const };
    const { partyId: supplierId } = (await executor.execute(createParty, wish, as)).output;
    // Each part has one or two of them, and the first of its two is preferred.
    const own = parts.filter((_, index) => index % 3 === at || index % 4 === at);
    for (const { partId, costMinor, partNumber } of own) {
      const one = Math.max(1, Math.round((costMinor * perMille) / 1_000));
      const priceBreaks = demoBreaks.map((step) => ({
        fromQuantity: step.fromQuantity,
        priceMinor: Math.max(1, Math.round((one * step.perMille) / 1_000)),
      }));
      const offer = {
        supplierPartNumber: `${party.code}-${partNumber}`,
        priceBreaks,
        leadTimeDays,
      };
      const terms = { partId, supplierId, ...offer, isPreferred: at === 0 };
      await executor.execute(setSupplierPart, terms, as);
    }
  }
}

async function loadSubstitutes(executor: Executor, parts: readonly PlainPart[]): Promise<void> {
  const [first, second, third, fourth] = parts;
  if (first === undefined || second === undefined || third === undefined) return;
  const alternate = { kind: 'alternate' as const, isTwoWay: true };
  const pair = { partId: first.partId, toPartId: second.partId };
  await executor.execute(addPartRelation, { ...pair, ...alternate }, as);
  if (fourth === undefined) return;
  const newer = { partId: fourth.partId, toPartId: third.partId, kind: 'supersedes' as const };
  await executor.execute(addPartRelation, newer, as);
}

async function loadKit(executor: Executor, parts: readonly PlainPart[]): Promise<void> {
  const kit = {
    partNumber: 'MK-LQP-80',
    nameEn: 'Maintenance kit for LQP-80',
    nameZh: 'LQP-80 保养套件',
  };
  const { partId } = (await executor.execute(createPart, kit, as)).output;
  const components = parts
    .slice(0, 3)
    .map((part, at) => ({ partId: part.partId, quantity: at + 1 }));
  await executor.execute(defineKit, { partId, revision: 0, components }, as);
}

async function loadOverflow(executor: Executor, siteId: string): Promise<void> {
  const zone = {
    siteId,
    code: demoOverflow.zone,
    kind: 'zone' as const,
    name: '备用区 / Overflow',
  };
  const { locationId: parentId } = (await executor.execute(createLocation, zone, as)).output;
  await executor.execute(generateBins, { siteId, parentId, pattern: demoOverflow.pattern }, as);
}

/** Loads it; `parts` are plain parts in stock at the site. */
export async function loadTrade(
  executor: Executor,
  { siteId, parts }: { readonly siteId: string; readonly parts: readonly PlainPart[] },
): Promise<void> {
  await loadOverflow(executor, siteId);
  const supplied = parts.slice(0, suppliedParts);
  await loadSuppliers(executor, supplied);
  await loadSubstitutes(executor, supplied);
  await loadKit(executor, supplied.slice(4));
  const [costed] = supplied.slice(8);
  if (costed === undefined) return;
  const method = { method: 'standard' as const, unitMinor: costed.costMinor };
  const reason = '年度标准成本 / standard of the year';
  await executor.execute(setCostMethod, { partId: costed.partId, ...method, reason }, as);
}
