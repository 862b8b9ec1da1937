/**
 * The first minutes of an installation as a person with a browser lives them, without the browser: the
 * printed link, the password, signing in, a token for programs.
 */
import { randomUUID } from 'node:crypto';
import { type ApiClient, apiClient, overNetwork, textOf } from '../support/api-client.ts';
import { type Product, printedLink } from '../support/process.ts';

export const administrator = {
  login: 'chief',
  displayName: 'Chief 王',
  password: 'violet-harbour-lantern-42',
};

/** Sends a form as a browser does. */
function sendForm(
  origin: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  cookie = '',
): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, ...(cookie === '' ? {} : { cookie }) },
    body: new URLSearchParams({ _key: randomUUID(), ...fields }),
  });
}

/** Uses the link for this login; 303 when it worked. */
export function useLink(origin: string, link: string, login: string): Promise<Response> {
  const token = new URL(link).searchParams.get('token') ?? '';
  const { displayName, password } = administrator;
  return sendForm(origin, '/set-up', { link: token, login, displayName, password, locale: 'en' });
}

/** Signs in and answers the session cookie. @throws Error when the pair is refused */
export async function signInByForm(
  origin: string,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<string> {
  const answer = await sendForm(origin, '/sign-in', { login, password, next: '/' });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0])[0];
  if (answer.status !== 303 || cookie === undefined) {
    throw new Error(`sign-in answered ${answer.status}`);
  }
  return cookie;
}

/** A client with a fresh token of whoever this is. */
export async function clientOf(
  origin: string,
  who: { readonly login: string; readonly password: string },
): Promise<{ readonly api: ApiClient; readonly token: string }> {
  const cookie = await signInByForm(origin, who);
  const answer = await fetch(`${origin}/api/v1/me/tokens`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'test', expiresInDays: 30 }),
  });
  const { status, headers } = answer;
  const token = textOf({ status, headers, body: await answer.json() }, 'token');
  return { api: apiClient(overNetwork(origin), token), token };
}

/** Sets the first administrator by the printed link and answers a client of his. */
export async function setUp(product: Product) {
  const link = printedLink(product.output());
  if (link === null) throw new Error(`no link in:\n${product.output()}`);
  const answer = await useLink(product.origin, link, administrator.login);
  if (answer.status !== 303) throw new Error(`set-up answered ${answer.status}`);
  return { link, ...(await clientOf(product.origin, administrator)) };
}
