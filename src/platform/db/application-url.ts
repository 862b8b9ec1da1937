/**
 * The address under which the application itself connects to a private server: a login without any
 * right but those of its role. Acting under that role as the owner is not enough, for one injected
 * `set role none` gives the owner's power back.
 */
import { createHmac } from 'node:crypto';
import postgres from 'postgres';
import { appRole } from './connect.ts';

const lockKey = 7_203_003;

/**
 * Lets the application's role log in and says under which address. Its password follows from the
 * owner's, so that every process which knows the one knows the other and nothing more is stored.
 * @param ownerUrl address with the owner's password; the owner must be allowed to change roles
 */
export async function applicationUrl(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const secret = createHmac('sha256', decodeURIComponent(url.password));
  const password = secret.update(`login of ${appRole}`).digest('hex');
  const client = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await client.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${lockKey})`;
      const [role] = await tx<{ rolcanlogin: boolean }[]>`
        select rolcanlogin from pg_roles where rolname = ${appRole}`;
      if (role?.rolcanlogin === true) return;
      // Both texts are our own and hold no quote.
      await tx.unsafe(`alter role ${appRole} login password '${password}'`);
    });
  } finally {
    await client.end({ timeout: 5 });
  }
  url.username = appRole;
  url.password = password;
  return url.href;
}
