/** Takes a parts file: dry run, apply, the file of its bad rows. */
import { badRowsOf, bytesOf, checkPartsImport, importParts } from '../../../imports/index.ts';
import { csvBytes } from '../../../inventory/index.ts';
import { DomainError } from '../../../platform/errors.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import { blankForm, type FormState, refusedForm, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import type { Visit } from '../../visit.ts';
import { findingSentence } from './finding-words.ts';
import { type Checked, showImport } from './import-page.tsx';
import { bindKeyToFile, contentField, fileOf } from './uploaded-file.ts';

function siteIn(form: FormData): string {
  return textsOf(form).get('siteId')?.at(-1) ?? '';
}

/** The form with what was chosen, but without the file. */
function formOf(visit: Visit, form: FormData): FormState {
  return blankForm(visit, { siteId: siteIn(form) });
}

async function missingFile(visit: Visit, form: FormData) {
  const refusal = platformErrors.error('invalid-input', { count: 1 });
  const { form: refused } = refusedForm(visit, refusal, { texts: formOf(visit, form).values });
  const issues = new Map([[contentField, visit.say('import.file-missing')]]);
  return showImport(visit, { ...refused, issues });
}

async function checkFile(visit: Visit, siteId: string, contentBase64: string): Promise<Checked> {
  const report = await visit.ask(checkPartsImport, { contentBase64, siteId });
  return { report, contentBase64 };
}

/** The dry run: nothing is written. */
export async function sendCheck(visit: Visit, form: FormData) {
  const contentBase64 = await fileOf(form);
  if (contentBase64 === null) return missingFile(visit, form);
  try {
    const checked = await checkFile(visit, siteIn(form), contentBase64);
    return await showImport(visit, formOf(visit, form), checked);
  } catch (failure) {
    if (!(failure instanceof DomainError)) throw failure;
    const texts = formOf(visit, form).values;
    const fieldOf = { 'inventory.unknown-site': 'siteId' };
    return showImport(visit, refusedForm(visit, failure, { texts, fieldOf }).form);
  }
}

/** Applies the file; a refusal comes with a fresh report of the same file. */
export async function sendApply(visit: Visit, form: FormData) {
  const contentBase64 = await fileOf(form);
  if (contentBase64 === null) return missingFile(visit, form);
  bindKeyToFile(form, contentBase64);
  const sent = await submit(visit, form, importParts, { fixed: { contentBase64 } });
  if (sent.ok) {
    const { newParts, changedParts } = sent.output;
    return visit.redirect('/parts', 'import.applied', { newParts, changedParts });
  }
  const values = formOf(visit, form).values;
  const isAboutRows = sent.problem.code === 'inventory.import-has-errors';
  const checked = isAboutRows ? await checkFile(visit, siteIn(form), contentBase64) : undefined;
  return showImport(visit, { ...sent.form, values }, checked);
}

/** A file for download; its name may be Chinese, `plain` is what programs without it take. */
export function csvFile({ c }: Visit, name: string, csv: string, plain = 'parts'): Response {
  const file = `${name}.csv`;
  return c.body(new Uint8Array(csvBytes(csv)), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${plain}.csv"; filename*=UTF-8''${encodeURIComponent(file)}`,
    'Cache-Control': 'no-store',
  });
}

/** The rows to correct, each with its reasons in the reader's words. */
export async function sendBadRows(visit: Visit, form: FormData) {
  const contentBase64 = await fileOf(form);
  if (contentBase64 === null) return missingFile(visit, form);
  const { report } = await checkFile(visit, siteIn(form), contentBase64);
  const csv = badRowsOf({
    content: bytesOf(contentBase64),
    report,
    locale: visit.locale,
    describe: (finding) => findingSentence(visit, finding),
  });
  if (csv === null) return showImport(visit, formOf(visit, form), { report, contentBase64 });
  return csvFile(visit, visit.say('import.bad-rows-file'), csv);
}
