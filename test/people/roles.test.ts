/** Roles add up to rights: never fewer than any one of them gives, never more than all of them give. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  grantsOf,
  type HeldRole,
  permissions,
  permissionsOf,
  roles,
  withoutOwnKeys,
} from '../../src/people/roles.rules.ts';
import type { Actor, Scopes } from '../../src/platform/actor.ts';
import { covers, scopesOf } from '../../src/platform/actor.ts';

const sites = ['site-a', 'site-b', 'site-c'];
const actorWith = (grants: ReadonlyMap<string, Scopes>): Actor => ({
  kind: 'user',
  id: 'x',
  name: 'x',
  locale: 'en',
  grants,
});
const may = (grants: ReadonlyMap<string, Scopes>, permission: string, site: string) => {
  const scopes = scopesOf(actorWith(grants), permission);
  return scopes !== null && covers(scopes, site);
};
const heldRole: fc.Arbitrary<HeldRole> = fc.oneof(
  fc.record({
    role: fc.constantFrom(...roles.filter((role) => role !== 'administrator')),
    siteId: fc.option(fc.constantFrom(...sites)),
  }),
  fc.constant<HeldRole>({ role: 'administrator', siteId: null }),
);

describe('grants', () => {
  test('a right holds at a site exactly when one of the roles gives it there', () => {
    fc.assert(
      fc.property(fc.array(heldRole, { maxLength: 6 }), (held) => {
        const grants = grantsOf(held);
        const forAll = grantsOf([]);
        for (const permission of permissions) {
          for (const site of sites) {
            const given = held.some(
              ({ role, siteId }) =>
                permissionsOf(role).includes(permission) && (siteId === null || siteId === site),
            );
            expect(may(grants, permission, site)).toBe(given || forAll.has(permission));
          }
        }
      }),
    );
  });

  test('the order of the roles does not matter', () => {
    fc.assert(
      fc.property(fc.array(heldRole, { maxLength: 6 }), (held) => {
        const flat = (grants: ReadonlyMap<string, Scopes>) =>
          [...grants].map(([p, s]) => [p, s === 'all' ? s : [...s].sort()]).sort();
        expect(flat(grantsOf([...held].reverse()))).toEqual(flat(grantsOf(held)));
      }),
    );
  });

  test('a token has the rights of its person but those over people and keys', () => {
    fc.assert(
      fc.property(fc.array(heldRole, { maxLength: 6 }), (held) => {
        const own = grantsOf(held);
        const token = withoutOwnKeys(own);
        const kept = ['people.manage', 'people.manage-own', 'tokens.manage-own'];
        for (const permission of permissions) {
          for (const site of sites) {
            const expected = may(own, permission, site) && !kept.includes(permission);
            expect(may(token, permission, site)).toBe(expected);
          }
        }
      }),
    );
  });
});

describe('who may do what', () => {
  test.each([
    [
      'technician',
      ['repair.work', 'repair.set-up', 'labels.print'],
      ['rma.receive', 'stock.adjust'],
    ],
    [
      'clerk',
      ['rma.receive', 'rma.quarantine', 'rma.ship', 'returns.receive'],
      ['stock.adjust', 'rma.authorize', 'rma.scrap'],
    ],
    [
      'planner',
      ['planning.set-levels', 'parts.import', 'parts.edit'],
      ['stock.adjust', 'rma.view'],
    ],
    [
      'service-desk',
      ['rma.authorize', 'rma.decide', 'rma.charge', 'parties.edit'],
      ['rma.receive', 'stock.adjust'],
    ],
    [
      'approver',
      ['rma.scrap', 'stock.adjust', 'ledger.verify', 'activity.view'],
      ['rma.authorize', 'people.manage'],
    ],
    ['administrator', [...permissions], []],
  ] as const)('%s', (role, mays, mayNots) => {
    for (const permission of mays) expect(permissionsOf(role)).toContain(permission);
    for (const permission of mayNots) expect(permissionsOf(role)).not.toContain(permission);
    expect(permissionsOf(role)).toContain('people.manage-own');
  });

  test('only an administrator manages people', () => {
    const managers = roles.filter((role) => permissionsOf(role).includes('people.manage'));
    expect(managers).toEqual(['administrator']);
  });
});
