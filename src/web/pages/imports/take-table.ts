/** Takes a file of one table: dry run, apply, the file of its bad rows. */
import { bytesOf, type ImportTable, tableBadRows } from '../../../imports/index.ts';
import { DomainError } from '../../../platform/errors.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import { refusedForm, submit } from '../../form.ts';
import type { Visit } from '../../visit.ts';
import { findingSentence } from './finding-words.ts';
import { type CheckedTable, columnWord, showTable } from './table-page.tsx';
import { csvFile } from './take-file.ts';
import { bindKeyToFile, contentField, fileOf } from './uploaded-file.ts';

function missingFile(visit: Visit, table: ImportTable) {
  const refusal = platformErrors.error('invalid-input', { count: 1 });
  const { form } = refusedForm(visit, refusal, { texts: new Map() });
  const issues = new Map([[contentField, visit.say('import.file-missing')]]);
  return showTable(visit, table, { form: { ...form, issues } });
}

async function checkFile(
  visit: Visit,
  table: ImportTable,
  contentBase64: string,
): Promise<CheckedTable> {
  return { contentBase64, report: await visit.ask(table.check, { contentBase64 }) };
}

/** The dry run: nothing is written. */
export async function sendTableCheck(visit: Visit, table: ImportTable, form: FormData) {
  const contentBase64 = await fileOf(form);
  if (contentBase64 === null) return missingFile(visit, table);
  try {
    return showTable(visit, table, { checked: await checkFile(visit, table, contentBase64) });
  } catch (failure) {
    if (!(failure instanceof DomainError)) throw failure;
    return showTable(visit, table, refusedForm(visit, failure, { texts: new Map() }));
  }
}

/** Applies the file; a refusal comes with a fresh report of the same file. */
export async function sendTableApply(visit: Visit, table: ImportTable, form: FormData) {
  const contentBase64 = await fileOf(form);
  if (contentBase64 === null) return missingFile(visit, table);
  bindKeyToFile(form, contentBase64);
  const sent = await submit(visit, form, table.apply, { fixed: { contentBase64 } });
  if (sent.ok) {
    const { newRows, changedRows } = sent.output;
    return visit.redirect(`/imports/${table.name}`, 'imports.applied', { newRows, changedRows });
  }
  const isAboutRows = sent.problem.code === 'inventory.import-has-errors';
  const checked = isAboutRows ? await checkFile(visit, table, contentBase64) : undefined;
  return showTable(visit, table, { form: sent.form, checked });
}

/** The rows to correct, each with its reasons in the reader's words. */
export async function sendTableBadRows(visit: Visit, table: ImportTable, form: FormData) {
  const contentBase64 = await fileOf(form);
  if (contentBase64 === null) return missingFile(visit, table);
  const report = await visit.ask(table.check, { contentBase64, all: true });
  const csv = tableBadRows(bytesOf(contentBase64), report, {
    locale: visit.locale,
    describe: (finding) => findingSentence(visit, finding, columnWord(visit, table, finding.field)),
  });
  if (csv === null) return showTable(visit, table, { checked: { report, contentBase64 } });
  return csvFile(visit, visit.say('import.bad-rows-file'), csv, `${table.name}-bad-rows`);
}
