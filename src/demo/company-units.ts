/**
 * Invents the units that customers of the demo company have: serial number, model, and when it was
 * sold and accepted, so that every tier of the warranty has units in it. Days are counted back from
 * a today that the caller knows.
 */
import { demoModels } from './catalogue-models.ts';
import { seededRandom } from './catalogue-random.ts';
import { demoCustomers } from './company-people.ts';

export interface DemoInstalledUnit {
  readonly serialNumber: string;
  /** Part number of the model. */
  readonly model: string;
  /** Code of the customer who has it. */
  readonly customer: string;
  /** Days before today; null where there is no proof of purchase. */
  readonly soldDaysAgo: number | null;
  /** Days before today; null where nobody signed for the installation. */
  readonly acceptedDaysAgo: number | null;
  readonly warrantyMonths: number;
}

// One of each comes first: refund, exchange, free repair, out of warranty, no proof at all.
const tiers = [3, 20, 200, 730, null] as const;

/** Sixty units by default, a fifth in each tier of the warranty; equal seeds give equal units. */
export function demoInstalledUnits(seed: number, count = 60): readonly DemoInstalledUnit[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index): DemoInstalledUnit => {
    const model = demoModels[index % demoModels.length] ?? demoModels[0];
    const customer = demoCustomers[random.whole(0, demoCustomers.length - 1)]?.code ?? 'C0001';
    const tier = tiers[index % tiers.length] ?? null;
    const isFirstRound = index < tiers.length;
    // Spread by a fifth at most, which leaves 3, 20, 200 and 730 days inside their tiers.
    const days =
      tier === null || isFirstRound ? tier : tier + random.whole(0, Math.floor(tier / 5));
    const isInstalled = model.kind === 'ups' || model.kind === 'analyser';
    return {
      serialNumber: `${model.partNumber.replace('-', '')}${String(240_001 + index * 17)}`,
      model: model.partNumber,
      customer,
      soldDaysAgo: days,
      acceptedDaysAgo: days !== null && isInstalled ? Math.max(0, days - 2) : null,
      warrantyMonths: 12,
    };
  });
}
