/**
 * Reads what PostgreSQL or the connection to it complained about. It only names the failure; what a
 * broken constraint means to a user is said by the command that risked it.
 */
import postgres from 'postgres';

/** The kinds of failure the executor treats differently. */
export type Failure =
  | { readonly kind: 'retry' }
  | { readonly kind: 'constraint'; readonly constraint: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'connection' }
  | { readonly kind: 'other' };

const connectionCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P02',
  '57P03',
  '25P03',
  '08006',
  '53300',
]);

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Finds the database's own error below drizzle's wrapper and names it. */
export function readFailure(error: unknown): Failure {
  const inner = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(inner);
  if (code === null) return { kind: 'other' };
  if (code === '40001' || code === '40P01') return { kind: 'retry' };
  if (connectionCodes.has(code)) return { kind: 'connection' };
  if (code === '57014' || code === '55P03') return { kind: 'timeout' };
  if (inner instanceof postgres.PostgresError && code.startsWith('23')) {
    return { kind: 'constraint', constraint: inner.constraint_name ?? '' };
  }
  return { kind: 'other' };
}
