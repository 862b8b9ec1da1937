// The page of every refusal: what happened, what to do, which status, and who can answer so.
import { statusOf } from '../../src/http/problem.ts';
import { errorsEn } from '../../src/i18n/errors.en.ts';
import { categoryOf, errorCodes } from '../../src/operations.ts';
import { everyCommand, everyQuery } from './every-operation.ts';
import { code, page, table } from './markdown.ts';

const texts: Readonly<Record<string, string>> = errorsEn;

function answeredBy(refusal: string): string {
  const actions = [...everyCommand, ...everyQuery].filter(({ errors }) => errors.includes(refusal));
  return actions.map(({ name }) => code(name)).join(', ');
}

function rowOf(refusal: string): readonly string[] {
  return [
    `<a id="${refusal.replace('.', '-')}"></a>${code(refusal)}`,
    `${statusOf(refusal)} ${categoryOf(refusal)}`,
    texts[`${refusal}.title`] ?? '',
    texts[`${refusal}.remedy`] ?? '',
    answeredBy(refusal),
  ];
}

function moduleOf(refusal: string): string {
  return refusal.slice(0, refusal.indexOf('.'));
}

function sectionOf(module: string): readonly (string | readonly string[])[] {
  const rows = errorCodes.filter((refusal) => moduleOf(refusal) === module).map(rowOf);
  const head = ['Code', 'Status', 'What happened', 'What to do', 'Answered by'];
  return [`## ${module}`, table(head, rows)];
}

/** Every refusal by module. */
export function errorsPage(): string {
  return page('Refusals', [
    'Every no of Benchstock has a code that never changes. Texts in braces are filled in with the data of the refusal. Codes without a name in the last column can come from every operation, from the start, or from a printed label.',
    ...[...new Set(errorCodes.map(moduleOf))].flatMap(sectionOf),
  ]);
}
