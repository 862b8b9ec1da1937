/** Registry, routes, OpenAPI document and refusal words are one and the same list. */
import { describe, expect, it } from 'vitest';
import { allCommands, allQueries, categoryOf, errorCodes } from '../../src/operations.ts';
import { permissions } from '../../src/people/index.ts';
import { allRoutes } from '../../src/service/all-routes.ts';
import { documentedCodes } from '../../src/service/documented-codes.ts';
import { inputFields } from '../../src/service/input-fields.ts';
import { openApiDocument } from '../../src/service/openapi.ts';
import { apiPrefix, pathNames } from '../../src/service/operation.ts';
import { pageOnlyCommands } from '../../src/service/routes/people.ts';

const settings = { publicUrl: 'http://benchstock.test', isHttps: false };
const actions = [...allCommands, ...allQueries];
const names = actions.map(({ name }) => name);

describe('the registry', () => {
  it('holds every name once', () => {
    expect(names).toEqual([...new Set(names)]);
  });

  it('has exactly one route for every command and query but those of pages', () => {
    const routed = allRoutes.map(({ action }) => action.name).sort();
    const wanted = names.filter((name) => !pageOnlyCommands.includes(name)).sort();
    expect(routed).toEqual(wanted);
    expect(pageOnlyCommands.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('declares no refusal without a catalogue', () => {
    const declared = actions.flatMap(({ name, errors }) => errors.map((code) => [name, code]));
    expect(declared.filter(([, code = '']) => categoryOf(code) === undefined)).toEqual([]);
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
  });

  it('names only rights that roles can give', () => {
    const known = new Set<string>(permissions);
    const unknown = actions.filter(({ permission: p }) => p !== null && !known.has(p));
    expect(unknown.map(({ name, permission }) => `${name}: ${permission}`)).toEqual([]);
  });
});

describe('the routes', () => {
  it('are unlike each other', () => {
    const shapes = allRoutes.map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`,
    );
    expect(shapes).toEqual([...new Set(shapes)]);
  });

  it.each(allRoutes)('$method $path takes its parameters from the contract', (route) => {
    const fields = inputFields(route).map(({ name }) => name);
    expect(fields).toEqual(expect.arrayContaining(pathNames(route.path)));
    if (route.method === 'GET') expect(route.action.kind).toBe('query');
  });

  it('are the document, and the document is the routes', () => {
    const document = openApiDocument(allRoutes, settings);
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => `${method} ${path} ${operationId}`,
      ),
    );
    const routed = allRoutes.map(
      ({ method, path, action }) => `${method.toLowerCase()} ${apiPrefix}${path} ${action.name}`,
    );
    expect(documented.sort()).toEqual(routed.sort());
  });

  it.each(allRoutes)('$method $path documents each of its refusals', (route) => {
    const document = openApiDocument(allRoutes, settings);
    const described = document.paths[apiPrefix + route.path]?.[route.method.toLowerCase()];
    const text = JSON.stringify(described?.responses);
    for (const code of documentedCodes(route)) expect(text).toContain(`\`${code}\``);
    expect(document.openapi).toBe('3.1.0');
  });
});
