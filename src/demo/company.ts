/**
 * Puts the demo company together: its sites, people, customers, their units, fault codes and tests.
 * Pure data from a seed; creating it in the system is the business of whoever runs the demo.
 */
import { demoModels } from './catalogue-models.ts';
import {
  commonTests,
  type DemoFaultCode,
  type DemoTestStep,
  demoFaultCodes,
  testsByKind,
} from './company-faults.ts';
import { type DemoCustomer, type DemoUser, demoCustomers, demoUsers } from './company-people.ts';
import { type DemoSite, demoSites } from './company-sites.ts';
import { type DemoInstalledUnit, demoInstalledUnits } from './company-units.ts';

export interface DemoCompany {
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly sites: readonly DemoSite[];
  readonly users: readonly DemoUser[];
  readonly customers: readonly DemoCustomer[];
  readonly installedUnits: readonly DemoInstalledUnit[];
  readonly faultCodes: readonly DemoFaultCode[];
  /** Steps of every model first, then those of each model, in order of position. */
  readonly testSteps: readonly DemoTestStep[];
}

function demoTestSteps(): readonly DemoTestStep[] {
  const steps = (model: string | null, tests: typeof commonTests, offset: number) =>
    tests.map(([nameEn, nameZh, isMandatory], index) => ({
      model,
      position: offset + index + 1,
      nameEn,
      nameZh,
      isMandatory,
    }));
  return [
    ...steps(null, commonTests, 0),
    ...demoModels.flatMap(({ partNumber, kind }) =>
      steps(partNumber, testsByKind[kind], commonTests.length),
    ),
  ];
}

/** The demo company; equal seeds give equal companies. */
export function demoCompany({ seed }: { readonly seed: number }): DemoCompany {
  return {
    code: 'HQ',
    nameEn: 'Qiaolin Service',
    nameZh: '乔林技术服务',
    sites: demoSites,
    users: demoUsers,
    customers: demoCustomers,
    installedUnits: demoInstalledUnits(seed),
    faultCodes: demoFaultCodes,
    testSteps: demoTestSteps(),
  };
}
