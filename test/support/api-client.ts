/**
 * A program that speaks to the REST desk: bearer token, JSON, idempotency key. It works over a socket
 * and without one alike, and knows no operation by itself.
 */

/** What goes out, wherever it goes. */
export interface SentRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Sends to a path of the desk, `/api/v1` included. */
export type Send = (path: string, request: SentRequest) => Promise<Response>;

export interface ApiCall {
  readonly method?: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The idempotency key. */
  readonly key?: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Calls an operation by its path below `/api/v1`. */
export type ApiClient = (path: string, call?: ApiCall) => Promise<ApiAnswer>;

/** A client who carries this token. */
export function apiClient(send: Send, token: string): ApiClient {
  return async (path, { method, json, headers = {}, key } = {}) => {
    const answer = await send(`/api/v1${path}`, {
      method: method ?? (json === undefined ? 'GET' : 'POST'),
      headers: {
        authorization: `Bearer ${token}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    const { status } = answer;
    return { status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  };
}

/** Sends over the network to a server at this origin. */
export function overNetwork(origin: string): Send {
  return (path, request) => fetch(`${origin}${path}`, request);
}

/** A field of an answer that must be text. @throws Error with the whole answer when it is not */
export function textOf(answer: ApiAnswer, name: string): string {
  const { status, body } = answer;
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  if (typeof value === 'string') return value;
  throw new Error(`${status} without ${name}: ${JSON.stringify(body)}`);
}

/** A field of an answer that must be a list of objects. */
export function rowsOf(answer: ApiAnswer, name: string): readonly Record<string, unknown>[] {
  const { status, body } = answer;
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  if (Array.isArray(value)) return value;
  throw new Error(`${status} without ${name}: ${JSON.stringify(body)}`);
}
