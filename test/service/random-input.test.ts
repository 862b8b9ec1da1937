/**
 * Random bodies and queries to every operation: never a failure of ours, never a status the document
 * does not name, and always a body of the documented kind.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/service/all-routes.ts';
import { exampleValue } from '../../src/service/example-call.ts';
import { inputFields } from '../../src/service/input-fields.ts';
import { openApiDocument } from '../../src/service/openapi.ts';
import { apiPrefix, type Operation } from '../../src/service/operation.ts';
import { openTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let token: string;
let session: string;
beforeAll(async () => {
  app = await openTestApp();
  ({ token, session } = await app.makeActorToken([{ role: 'administrator', siteId: null }]));
});
afterAll(() => app.close());

const settings = { publicUrl: 'http://benchstock.test', isHttps: false };
const { paths } = openApiDocument(allRoutes, settings);

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('\u0000', '\ud800', "' or 1=1 --", '%', '\\', '٣', 'A'.repeat(500), '2026-02-30'),
);
const oddValue = fc.oneof(
  oddText,
  fc.integer(),
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom(null, true, 0, -1, 2 ** 31, 2 ** 53, [], {}, [null], { a: 1 }),
  fc.uuid(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The operation's own fields, some right, some odd, some left out, now and then one too many. */
function inputFor(operation: Operation): fc.Arbitrary<Record<string, unknown>> {
  const fields = inputFields(operation).map(({ name, schema }) => [
    name,
    fc.oneof({ arbitrary: fc.constant(exampleValue(schema)), weight: 3 }, oddValue),
  ]);
  const own = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  const stray = fc.dictionary(fc.constantFrom('x', 'id', 'constructor', 'toString'), oddValue, {
    maxKeys: 1,
  });
  return fc
    .tuple(own, fc.oneof({ arbitrary: fc.constant({}), weight: 4 }, stray))
    .map(([mine, other]) => ({ ...mine, ...other }));
}

async function send(operation: Operation, input: Record<string, unknown>): Promise<Response> {
  const rest = { ...input };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = rest[name];
    delete rest[name];
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? 'none');
    return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '')) || 'none';
  });
  const address = apiPrefix + path;
  // The session may do what a token may not, so the pages' rights are covered too.
  const headers = { cookie: `benchstock=${session}`, origin: 'http://benchstock.test' };
  if (operation.method !== 'GET') {
    return app.call(address, { method: operation.method, json: rest, headers });
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    // Not every object can be turned into a text: one may say it has no way to.
    for (const one of [value].flat()) {
      query.append(name, typeof one === 'object' ? JSON.stringify(one) : String(one));
    }
  }
  return app.call(`${address}?${query}`, { token });
}

describe('random input', () => {
  it.each(allRoutes)('$method $path', async (operation) => {
    const described = paths[apiPrefix + operation.path]?.[operation.method.toLowerCase()];
    const known = Object.keys(described?.responses ?? {});
    expect(known).toContain('422');
    await fc.assert(
      fc.asyncProperty(inputFor(operation), async (input) => {
        const answer = await send(operation, input);
        const text = await answer.text();
        const shown = `${answer.status} ${text.slice(0, 400)}`;
        // A path that decodes to something with slashes meets no route at all.
        expect(known.includes(String(answer.status)), shown).toBe(true);
        expect(answer.status, shown).toBeLessThan(500);
        if (answer.status < 300) {
          const output = operation.action.output.safeParse(JSON.parse(text));
          expect(output.error?.issues ?? [], shown).toEqual([]);
        } else {
          const { code } = JSON.parse(text);
          expect(JSON.stringify(described?.responses[answer.status]), shown).toContain(code);
        }
      }),
      { numRuns: 25 },
    );
  });
});
