/**
 * Writes the readable reference: one page of all operations, one of all refusals, in both languages.
 * Plain HTML without scripts; every heading has an anchor, so that a browser's search finds its way.
 */
import { html } from 'hono/html';
import { statusOf, wordsOf } from '../http/problem.ts';
import { type TextKey, translate } from '../i18n/translate.ts';
import { errorCodes } from '../operations.ts';
import type { Locale } from '../platform/actor.ts';
import type { ErrorParams } from '../platform/errors.ts';
import { codesByStatus } from './documented-codes.ts';
import { exampleCall } from './example-call.ts';
import { inputFields, type Schema, schemaOf, typesOf } from './input-fields.ts';
import { apiPrefix, type Operation } from './operation.ts';

type Fragment = ReturnType<typeof html>;

interface Reader {
  readonly locale: Locale;
  readonly publicUrl: string;
}

const say = (reader: Reader, word: `reference.${string}` & TextKey, params?: ErrorParams) =>
  translate(reader.locale, word, params);

function pageOf(reader: Reader, title: string, content: Fragment): Fragment {
  return html`<!doctype html>
<html lang="${reader.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
<nav><a href="?lang=en" lang="en">English</a> · <a href="?lang=zh-CN" lang="zh-CN">中文</a></nav>
<main><h1>${title}</h1>
${content}
</main>
</body>
</html>`;
}

function kindOf(schema: Schema): string {
  const types = typesOf(schema).filter((type) => type !== 'null');
  const format = schema.format === undefined ? '' : ` (${schema.format})`;
  const bounds = [schema.minimum, schema.maximum ?? schema.maxLength];
  const isBounded = bounds.some((one) => one !== undefined && Math.abs(one) < 2 ** 53 - 1);
  return `${types.join(' | ')}${format}${isBounded ? ` ${bounds[0] ?? 0}…${bounds[1] ?? ''}` : ''}`;
}

function inputTable(reader: Reader, operation: Operation): Fragment {
  const fields = inputFields(operation);
  if (fields.length === 0) return html`<p>${say(reader, 'reference.no-input')}</p>`;
  const rows = fields.map(
    ({ name, place, schema, isRequired }) => html`<tr><td><code>${name}</code></td><td>${place}</td>
<td>${kindOf(schema)}${isRequired ? html` <strong>${say(reader, 'reference.required')}</strong>` : ''}</td></tr>`,
  );
  return html`<table><thead><tr><th>${say(reader, 'reference.field')}</th>
<th>${say(reader, 'reference.place')}</th><th>${say(reader, 'reference.kind')}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function refusalTable(reader: Reader, operation: Operation): Fragment {
  const rows = codesByStatus(operation).flatMap(([status, codes]) =>
    codes.map(
      (
        code,
      ) => html`<tr><td>${status}</td><td><a href="/docs/errors#${code}"><code>${code}</code></a></td>
<td>${wordsOf(code, reader.locale).title}</td></tr>`,
    ),
  );
  return html`<table><thead><tr><th>${say(reader, 'reference.status')}</th><th></th>
<th>${say(reader, 'reference.meaning')}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function section(reader: Reader, operation: Operation): Fragment {
  const { method, path, action } = operation;
  const right =
    action.permission === null
      ? say(reader, 'reference.no-right')
      : say(reader, 'reference.right', { permission: action.permission });
  const answer = JSON.stringify(schemaOf(action.output, 'output'), null, 2);
  return html`<section id="${action.name}">
<h3><a href="#${action.name}">${action.name}</a></h3>
<p><code>${method} ${apiPrefix}${path}</code></p>
<p lang="en">${action.summary}</p><p>${right}</p>
<h4>${say(reader, 'reference.input')}</h4>${inputTable(reader, operation)}
<details><summary>${say(reader, 'reference.answer')}</summary><pre>${answer}</pre></details>
<details><summary>${say(reader, 'reference.refusals')}</summary>${refusalTable(reader, operation)}</details>
<h4>${say(reader, 'reference.example')}</h4><pre>${exampleCall(operation, reader.publicUrl)}</pre>
</section>`;
}

/** The page of all operations, grouped by the first word of their names. */
export function referencePage(routes: readonly Operation[], reader: Reader): Fragment {
  const groups = new Map<string, Operation[]>();
  for (const route of routes) {
    const tag = route.action.name.split('.')[0] ?? '';
    groups.set(tag, [...(groups.get(tag) ?? []), route]);
  }
  const contents = [...groups].map(
    ([tag, members]) =>
      html`<li><a href="#${tag}">${tag}</a><ul>${members.map(
        ({ action }) => html`<li><a href="#${action.name}">${action.name}</a></li>`,
      )}</ul></li>`,
  );
  const parts = [...groups].map(
    ([tag, members]) => html`<h2 id="${tag}">${tag}</h2>${members.map((m) => section(reader, m))}`,
  );
  const content = html`<p>${say(reader, 'reference.lead')}</p>
<p><a href="${apiPrefix}/openapi.json">${say(reader, 'reference.machine-form')}</a> ·
<a href="/docs/errors">${say(reader, 'reference.errors-title')}</a></p>
<p>${say(reader, 'reference.headers')}</p>
<ul class="contents">${contents}</ul>${parts}`;
  return pageOf(reader, say(reader, 'reference.title'), content);
}

/** The page of all refusals, where the `type` of a problem points. */
export function errorsPage(reader: Reader): Fragment {
  const rows = [...errorCodes, 'platform.unexpected'].map((code) => {
    const { title, remedy } = wordsOf(code, reader.locale);
    return html`<tr id="${code}"><td><a href="#${code}"><code>${code}</code></a></td>
<td>${statusOf(code)}</td><td>${title}</td><td>${remedy}</td></tr>`;
  });
  const content = html`<p>${say(reader, 'reference.errors-lead')}</p>
<table><thead><tr><th></th><th>${say(reader, 'reference.status')}</th>
<th>${say(reader, 'reference.meaning')}</th><th>${say(reader, 'reference.remedy')}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
  return pageOf(reader, say(reader, 'reference.errors-title'), content);
}

/** How the pages look. */
export const referenceStyle = `
body { font: 16px/1.5 system-ui, "Noto Sans SC", sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; color: #1c1c1c; background: #fff; }
nav { text-align: right; }
h2 { border-bottom: 2px solid #1c1c1c; margin-top: 3rem; }
section { border-bottom: 1px solid #ccc; padding-bottom: 1rem; }
h3 a { color: inherit; text-decoration: none; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #ccc; padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
pre { background: #f3f3f3; overflow-x: auto; padding: .75rem; }
.contents { columns: 3 14rem; }
:target { background: #fff6d6; }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #161616; }
  a { color: #9cc7ff; }
  pre { background: #242424; }
  :target { background: #3a3310; }
}
`;
