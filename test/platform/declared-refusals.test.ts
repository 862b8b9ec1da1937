/** The watch over refusals sees an undeclared one, and lets declared ones and the executor's pass. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../src/platform/command.ts';
import { defineErrors } from '../../src/platform/errors.ts';
import { openWorld, type World } from '../support/world.ts';

const kilnErrors = defineErrors('kiln', { 'too-hot': 'refused', 'not-lit': 'refused' });

const fire = defineCommand({
  name: 'kiln.fire',
  permission: null,
  summary: 'Refuses in one way it declares and in one it does not.',
  input: z.strictObject({ reason: z.enum(['too-hot', 'not-lit']) }),
  output: z.strictObject({}),
  errors: ['kiln.too-hot'],
  run: async (_work, { reason }) => {
    throw kilnErrors.error(reason);
  },
});

describe('a command in a test', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it('may refuse as it declares, and as the executor does for everybody', async () => {
    const declared = world.run(fire, { reason: 'too-hot' });
    await expect(declared).rejects.toMatchObject({ code: 'kiln.too-hot' });
    const malformed = world.run(fire, JSON.parse('{"reason": 1}'));
    await expect(malformed).rejects.toMatchObject({ code: 'platform.invalid-input' });
  });

  it('fails the test when it refuses with what it does not declare', async () => {
    const undeclared = world.run(fire, { reason: 'not-lit' });
    await expect(undeclared).rejects.toThrow('kiln.fire refused with kiln.not-lit');
  });
});
