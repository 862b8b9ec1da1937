/**
 * What each role may do, as data, and how the roles of one person add up to his rights. Knows names
 * of permissions and opaque site ids; not who holds a role, nor how a right is enforced.
 */
import type { Scopes } from '../platform/actor.ts';

/** Every right of the product. A command or query names exactly one of them, or none. */
export const permissions = [
  'parts.view',
  'parts.edit',
  'parts.import',
  'parts.set-up',
  'sites.view',
  'sites.edit',
  'parties.view',
  'parties.edit',
  'stock.view',
  'stock.receive',
  'stock.move',
  'stock.adjust',
  'ledger.verify',
  'stock.scrap',
  'costs.view',
  'costs.edit',
  'network.edit',
  'kits.edit',
  'kits.build',
  'requests.view',
  'requests.submit',
  'requests.approve',
  'orders.view',
  'orders.manage',
  'shipments.view',
  'shipments.work',
  'receipts.view',
  'receipts.work',
  'receipts.resolve',
  'purchasing.view',
  'purchasing.manage',
  'part-returns.view',
  'part-returns.view-all',
  'part-returns.send',
  'part-returns.inspect',
  'part-returns.write-off',
  'counts.view',
  'counts.work',
  'counts.manage',
  'counts.approve',
  'adjustments.ask',
  'adjustments.approve',
  'scrap.approve',
  'approvals.set-limits',
  'reports.view',
  'rma.view',
  'rma.authorize',
  'rma.register-unit',
  'rma.cancel',
  'rma.receive',
  'rma.quarantine',
  'rma.decide',
  'rma.charge',
  'rma.hold',
  'rma.ship',
  'rma.scrap',
  'repair.view',
  'repair.work',
  'repair.set-up',
  'returns.view',
  'returns.receive',
  'planning.view',
  'planning.set-levels',
  'labels.print',
  'people.manage',
  'people.manage-own',
  'tokens.manage-own',
  'notices.manage-own',
  'jobs.view',
  'activity.view',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = [
  'technician',
  'clerk',
  'planner',
  'service-desk',
  'approver',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** What everybody who is signed in may do: look up what his work names, mind his own account. */
const everybody: readonly Permission[] = [
  'parts.view',
  'sites.view',
  'people.manage-own',
  'tokens.manage-own',
  'notices.manage-own',
];

/** What each role adds. The administrator is not listed: he may do everything, everywhere. */
const added: Readonly<Record<Exclude<Role, 'administrator'>, readonly Permission[]>> = {
  technician: [
    'rma.view',
    'repair.view',
    'repair.work',
    'repair.set-up',
    'stock.view',
    'returns.view',
    'labels.print',
    'requests.view',
    'requests.submit',
    'orders.view',
    'shipments.view',
    'receipts.view',
    'receipts.work',
    'part-returns.view',
    'part-returns.send',
    'counts.view',
    'counts.work',
    'reports.view',
  ],
  clerk: [
    'rma.view',
    'rma.receive',
    'rma.quarantine',
    'rma.ship',
    'repair.view',
    'stock.view',
    'stock.receive',
    'stock.move',
    'parties.view',
    'returns.view',
    'returns.receive',
    'labels.print',
    'requests.view',
    'requests.submit',
    'orders.view',
    'orders.manage',
    'shipments.view',
    'shipments.work',
    'receipts.view',
    'receipts.work',
    'receipts.resolve',
    'part-returns.view',
    'part-returns.view-all',
    'part-returns.send',
    'part-returns.inspect',
    'counts.view',
    'counts.work',
    'counts.manage',
    'adjustments.ask',
    'stock.scrap',
    'kits.build',
    'purchasing.view',
    'reports.view',
  ],
  planner: [
    'stock.view',
    'planning.view',
    'planning.set-levels',
    'parts.import',
    'parts.edit',
    'parties.view',
    'returns.view',
    'labels.print',
    'requests.view',
    'requests.submit',
    'orders.view',
    'orders.manage',
    'shipments.view',
    'receipts.view',
    'purchasing.view',
    'purchasing.manage',
    'parties.edit',
    'network.edit',
    'kits.edit',
    'costs.view',
    'part-returns.view',
    'part-returns.view-all',
    'counts.view',
    'counts.manage',
    'reports.view',
  ],
  'service-desk': [
    'rma.view',
    'rma.authorize',
    'rma.register-unit',
    'rma.cancel',
    'rma.decide',
    'rma.charge',
    'rma.hold',
    'repair.view',
    'parties.view',
    'parties.edit',
    'stock.view',
    'returns.view',
    'labels.print',
    'requests.view',
    'requests.submit',
    'orders.view',
    'shipments.view',
    'receipts.view',
    'part-returns.view',
    'reports.view',
  ],
  approver: [
    'stock.view',
    'stock.adjust',
    'ledger.verify',
    'rma.view',
    'rma.scrap',
    'repair.view',
    'returns.view',
    'planning.view',
    'parties.view',
    'labels.print',
    'jobs.view',
    'activity.view',
    'requests.view',
    'requests.approve',
    'orders.view',
    'shipments.view',
    'receipts.view',
    'receipts.resolve',
    'purchasing.view',
    'part-returns.view',
    'part-returns.view-all',
    'part-returns.write-off',
    'counts.view',
    'counts.approve',
    'adjustments.approve',
    'scrap.approve',
    'costs.view',
    'costs.edit',
    'reports.view',
  ],
};

/** Rights no token may use: a token that leaked must not make itself a successor. */
const notByToken: readonly Permission[] = [
  'people.manage',
  'people.manage-own',
  'tokens.manage-own',
];

/** A role at one site, or everywhere when the site is null. */
export interface HeldRole {
  readonly role: Role;
  readonly siteId: string | null;
}

/** The rights one role brings. */
export function permissionsOf(role: Role): readonly Permission[] {
  return role === 'administrator' ? permissions : [...everybody, ...added[role]];
}

function widen(before: Scopes | undefined, siteId: string | null): Scopes {
  if (before === 'all' || siteId === null) return 'all';
  return new Set([...(before ?? []), siteId]);
}

/**
 * The rights of a person who holds these roles, each with the sites it holds for. What everybody may
 * do holds everywhere, because it concerns no site.
 */
export function grantsOf(held: readonly HeldRole[]): Map<string, Scopes> {
  const grants = new Map<string, Scopes>(everybody.map((permission) => [permission, 'all']));
  for (const { role, siteId } of held) {
    if (role === 'administrator') {
      grants.set('*', 'all');
      continue;
    }
    for (const permission of added[role]) {
      grants.set(permission, widen(grants.get(permission), siteId));
    }
  }
  return grants;
}

/** The same rights as a token may use them; an administrator's are spelt out, without the ones refused. */
export function withoutOwnKeys(grants: ReadonlyMap<string, Scopes>): Map<string, Scopes> {
  const everything = grants.get('*');
  const spelt = everything === undefined ? [] : permissions.map((p) => [p, everything] as const);
  const kept = new Map<string, Scopes>([...grants, ...spelt]);
  kept.delete('*');
  for (const permission of notByToken) kept.delete(permission);
  return kept;
}
