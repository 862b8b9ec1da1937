/**
 * Who acts, and what he may do where. A grant is a permission with the scopes it holds for; what a
 * scope is (a site) is the business of the domain, here it is an opaque id.
 */

/** The scopes a permission holds for: everywhere, or only these ids. */
export type Scopes = 'all' | ReadonlySet<string>;

/** A person, a token or the system itself, with the rights it has at this moment. */
export interface Actor {
  readonly kind: 'user' | 'token' | 'system' | 'setup';
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly grants: ReadonlyMap<string, Scopes>;
}

/** The languages every word of the product exists in. */
export type Locale = 'en' | 'zh-CN';
export const locales: readonly Locale[] = ['en', 'zh-CN'];

/** The product acting by itself (timers, the outbox): may do everything, everywhere. */
export const systemActor: Actor = {
  kind: 'system',
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Benchstock',
  locale: 'en',
  grants: new Map([['*', 'all']]),
};

/** The scopes in which the actor holds the permission, or null when he does not hold it at all. */
export function scopesOf(actor: Actor, permission: string): Scopes | null {
  return actor.grants.get('*') ?? actor.grants.get(permission) ?? null;
}

/** Whether the scopes cover one scope id. */
export function covers(scopes: Scopes, scopeId: string): boolean {
  return scopes === 'all' || scopes.has(scopeId);
}
