/**
 * Derives the OpenAPI 3.1 document from the route tables and the commands themselves, so that it
 * cannot say anything else than the program does.
 */
import { wordsOf } from '../http/problem.ts';
import { sessionCookieName } from '../http/session-cookie.ts';
import { codesByStatus } from './documented-codes.ts';
import { inputFields, type Schema, schemaOf } from './input-fields.ts';
import { apiPrefix, type Operation } from './operation.ts';

/** The part of the document that the product itself reads. */
export interface ApiDocument {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly [more: string]: unknown;
}

/** One operation of the document. */
interface ApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly [more: string]: unknown;
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'params', 'errors', 'traceId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do next.' },
    code: { type: 'string' },
    params: { type: 'object', additionalProperties: true },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'rule', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the input.' },
          rule: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
    traceId: { type: 'string' },
  },
} as const;

const commandHeaders = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'The same key takes effect once; its answer is repeated.',
    schema: { type: 'string', pattern: '^[!-~]{1,128}$' },
  },
  Preview: {
    name: 'Preview',
    in: 'header',
    required: false,
    description: 'Answers as if it were done and changes nothing.',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
  Acknowledge: {
    name: 'Acknowledge',
    in: 'header',
    required: false,
    description: 'Codes of refusals to overrule, separated by commas.',
    schema: { type: 'string' },
  },
} as const;

function refusals(operation: Operation): Record<string, unknown> {
  return Object.fromEntries(
    codesByStatus(operation).map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\`: ${wordsOf(code, 'en').title}.`).join('\n'),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
        'x-codes': codes,
      },
    ]),
  );
}

function requestBody(operation: Operation): Record<string, unknown> {
  if (operation.method === 'GET') return {};
  const fields = inputFields(operation).filter(({ place }) => place === 'body');
  const { properties: _, required: __, ...rest } = schemaOf(operation.action.input, 'input');
  const schema: Schema = {
    ...rest,
    properties: Object.fromEntries(fields.map((field) => [field.name, field.schema])),
    required: fields.filter(({ isRequired }) => isRequired).map(({ name }) => name),
  };
  const isRequired = fields.some((field) => field.isRequired);
  return { requestBody: { required: isRequired, content: { 'application/json': { schema } } } };
}

function parameters(operation: Operation): unknown[] {
  const fields = inputFields(operation).filter(({ place }) => place !== 'body');
  const own = fields.map(({ name, place, schema, isRequired }) => ({
    name,
    in: place,
    required: isRequired,
    schema,
  }));
  const headers = operation.action.kind === 'query' ? [] : Object.keys(commandHeaders);
  return [...own, ...headers.map((name) => ({ $ref: `#/components/parameters/${name}` }))];
}

function success(operation: Operation): Record<string, unknown> {
  const schema = schemaOf(operation.action.output, 'output');
  const content = { 'application/json': { schema } };
  const done = { [String(operation.status)]: { description: operation.action.summary, content } };
  if (operation.status === 200) return done;
  return { 200: { description: 'The answer of a preview.', content }, ...done };
}

function describe(operation: Operation): ApiOperation {
  const { action } = operation;
  const signedIn = [{ bearer: [] }, { session: [] }];
  return {
    operationId: action.name,
    tags: [action.name.split('.')[0] ?? action.name],
    summary: action.summary,
    'x-permission': action.permission,
    security: action.permission === null ? [{}, ...signedIn] : signedIn,
    parameters: parameters(operation),
    ...requestBody(operation),
    responses: { ...success(operation), ...refusals(operation) },
  };
}

function pathsOf(routes: readonly Operation[]): ApiDocument['paths'] {
  const paths: Record<string, Record<string, ApiOperation>> = {};
  for (const route of routes) {
    const path = apiPrefix + route.path;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(route) };
  }
  return paths;
}

/** The OpenAPI document of these routes. */
export function openApiDocument(
  routes: readonly Operation[],
  settings: { readonly publicUrl: string; readonly isHttps: boolean },
): ApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Benchstock',
      version: '1',
      description: 'Spare-parts inventory and depot RMA. Refusals are RFC 9457 problems.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: settings.publicUrl }],
    paths: pathsOf(routes),
    components: {
      schemas: { Problem: problemSchema },
      parameters: commandHeaders,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookieName(settings) },
      },
    },
  };
}
