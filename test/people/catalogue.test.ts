/** The people room's own lists hold together: its refusals, its rights, its commands. */
import { describe, expect, test } from 'vitest';
import {
  peopleCommands,
  peopleErrors,
  peopleQueries,
  permissions,
  refusalError,
} from '../../src/people/index.ts';

describe('the catalogue', () => {
  test('every declared code belongs to the catalogue and every code is declared by a command', () => {
    const declared = new Set(peopleCommands.flatMap((command) => command.errors));
    expect([...declared].sort()).toEqual([...peopleErrors.codes].sort());
  });

  test('every permission named is one that roles can give', () => {
    const known: readonly string[] = permissions;
    for (const { permission } of [...peopleCommands, ...peopleQueries]) {
      if (permission !== null) expect(known).toContain(permission);
    }
    expect(peopleCommands.length).toBe(13);
  });

  test('outcomes become refusals with codes for the desks', () => {
    expect(refusalError({ reason: 'sign-in-refused', minutes: null })).toMatchObject({
      code: 'people.sign-in-refused',
      category: 'unauthenticated',
    });
    expect(refusalError({ reason: 'locked', minutes: 7 })).toMatchObject({
      code: 'people.locked',
      category: 'limit',
      params: { minutes: 7 },
    });
    expect(refusalError({ reason: 'wrong-password', minutes: null }).code).toBe(
      'people.wrong-password',
    );
  });
});
