/** The page of the parts import: choose a file, see what it would do, apply it or get its bad rows. */
import type { ImportReport } from '../../../imports/index.ts';
import { blankForm, type FormState, textIn } from '../../form.ts';
import { show } from '../../layout.tsx';
import { type Option, SelectField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { ReportView } from './report-view.tsx';
import { contentField, fileField, isCarried } from './uploaded-file.ts';

/** What was found in a file. */
export interface Checked {
  readonly report: ImportReport;
  readonly contentBase64: string;
}

/** The field in which a file is chosen. */
export function FileField({
  visit,
  label,
  hint,
  issue,
}: Record<'label' | 'hint', string> & {
  visit: Visit;
  issue?: string | undefined;
}) {
  const described = issue === undefined ? 'file-hint' : 'file-hint file-issue';
  return (
    <div class={issue === undefined ? 'field' : 'field wrong'}>
      <label for="file">{label}</label>
      <p class="hint" id="file-hint">
        {hint}
      </p>
      <input
        id="file"
        name={fileField}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        required
        aria-describedby={described}
        aria-invalid={issue === undefined ? undefined : 'true'}
      />
      {issue === undefined ? null : (
        <p class="issue" id="file-issue">{`${visit.say('import.file')}: ${issue}`}</p>
      )}
    </div>
  );
}

interface PageProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly sites: readonly Option[];
}

function CheckForm({ visit, form, sites }: PageProps) {
  const { say } = visit;
  return (
    <FormBox
      visit={visit}
      form={form}
      action="/parts/import/check"
      label={say('import.check')}
      isFile
    >
      <FileField
        visit={visit}
        label={say('import.file')}
        hint={say('import.file-hint')}
        issue={form.issues.get(contentField)}
      />
      <SelectField form={form} name="siteId" label={say('import.site')} options={sites} required />
    </FormBox>
  );
}

function NextSteps({ visit, checked, siteId }: { visit: Visit; checked: Checked; siteId: string }) {
  const { say } = visit;
  const { report, contentBase64 } = checked;
  if (report.refused !== null) return null;
  const isGood = report.errorCount === 0 && report.rowCount > 0;
  const hasBadRows = report.errorCount > 0 && report.rowCount > 0;
  if (!isGood && !hasBadRows) return null;
  const action = isGood ? '/parts/import/apply' : '/parts/import/bad-rows';
  return (
    <FormBox visit={visit} form={blankForm(visit)} action={action} isFile>
      <p>{say(isGood ? 'import.apply-lead' : 'import.bad-rows-lead')}</p>
      <input type="hidden" name="siteId" value={siteId} />
      {isCarried(contentBase64) ? (
        <input type="hidden" name={contentField} value={contentBase64} />
      ) : (
        <FileField visit={visit} label={say('import.again')} hint={say('import.again-hint')} />
      )}
      <button type="submit" class="main">
        {say(isGood ? 'import.apply' : 'import.bad-rows')}
      </button>
    </FormBox>
  );
}

function ExportForm({ visit, sites }: Pick<PageProps, 'visit' | 'sites'>) {
  const { say } = visit;
  return (
    <section aria-labelledby="export">
      <h2 id="export">{say('parts.export')}</h2>
      <p>{say('import.export-lead')}</p>
      <form method="get" action="/parts/export" class="filter">
        <label for="export-site">{say('import.site')}</label>
        <select id="export-site" name="siteId">
          {sites.map(({ value, label }) => (
            <option value={value}>{label}</option>
          ))}
        </select>
        <button type="submit">{say('import.export-go')}</button>
      </form>
    </section>
  );
}

/** Shows the page; with what was found in a file once one was checked. */
export async function showImport(visit: Visit, form = blankForm(visit), checked?: Checked) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'parts.import');
  const siteId = textIn(form, 'siteId');
  const status = form.problem?.status ?? (checked?.report.refused ? 422 : 200);
  return show(
    visit,
    { title: say('import.title'), section: 'parts', status },
    <>
      <PageLinks visit={visit} links={[{ href: '/imports', label: say('imports.title') }]} />
      <p>{say('import.lead')}</p>
      <p>
        <a href="/parts/import/template">{say('imports.template')}</a>
      </p>
      {checked === undefined ? null : (
        <>
          <ReportView
            visit={visit}
            report={checked.report}
            counts={[
              [say('import.new'), checked.report.newParts],
              [say('import.changed'), checked.report.changedParts],
              [say('import.unchanged'), checked.report.unchangedParts],
            ]}
          />
          <NextSteps visit={visit} checked={checked} siteId={siteId} />
          <h2>{say('import.other')}</h2>
        </>
      )}
      <CheckForm visit={visit} form={form} sites={sites} />
      <ExportForm visit={visit} sites={sites} />
    </>,
  );
}
