/**
 * Signing in with login and password. The answer is an outcome, not a refusal, because the try must
 * stay counted; a wrong password, an unknown login and a disabled person are one and the same answer.
 */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { address, foldLogin, refusal, triedPassword, userAgent } from '../contract.ts';
import { openSession } from '../open-session.ts';
import { changePerson, findPersonByLogin } from '../person.store.ts';
import { hashPassword, needsRehash } from '../secret-hash.ts';
import { tryPassword } from '../try-password.ts';

export const signIn = defineCommand({
  name: 'people.sign-in',
  permission: null,
  summary: 'Signs a person in and opens a session for the device.',
  input: z.strictObject({
    login: z.string().min(1).max(200),
    password: triedPassword,
    address,
    userAgent,
  }),
  output: z.strictObject({
    /** The session's token, told once; null when refused. */
    token: z.string().nullable(),
    personId: z.uuid().nullable(),
    refusal: refusal.nullable(),
  }),
  errors: ['people.sign-in-refused', 'people.locked', 'people.too-many-attempts'],
  // The login too: people type their password into the wrong field.
  secrets: ['login', 'password'],
  secretOutput: ['token'],
  everyTryCounts: true,
  async run(work, input) {
    const login = foldLogin(input.login);
    const person = await findPersonByLogin(work.db, login);
    if (person !== null) work.about(`person:${person.id}`);
    const usable = person !== null && person.disabledAt === null ? person : null;
    const refused = await tryPassword(work, {
      address: input.address,
      login,
      password: input.password,
      passwordHash: usable?.passwordHash ?? null,
      wrong: 'sign-in-refused',
    });
    if (refused !== null || usable === null) {
      work.emit('people.sign-in-refused', {
        personId: person?.id ?? null,
        reason: refused?.reason ?? null,
        address: input.address,
      });
      return { token: null, personId: null, refusal: refused };
    }
    if (needsRehash(usable.passwordHash ?? '')) {
      const passwordHash = await hashPassword(input.password, work.newSecret);
      await changePerson(work.db, usable.id, { passwordHash });
    }
    const token = await openSession(work, usable.id, input.userAgent);
    work.emit('people.signed-in', { personId: usable.id, address: input.address });
    return { token, personId: usable.id, refusal: null };
  },
});
