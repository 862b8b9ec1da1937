/** The import page of one table: choose a file, see what it would do, apply it or get its bad rows. */
import type { ImportTable, TableReport } from '../../../imports/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { fieldWord } from './finding-words.ts';
import { FileField } from './import-page.tsx';
import { ReportView } from './report-view.tsx';
import { contentField, isCarried } from './uploaded-file.ts';

/** What was found in a file. */
export interface CheckedTable {
  readonly report: TableReport;
  readonly contentBase64: string;
}

/** The name of a field: the heading the reader's file has. */
export function columnWord(visit: Visit, table: ImportTable, field: string | null): string {
  const column = table.columns(visit.locale).find((one) => one.field === field);
  return column?.heading ?? fieldWord(visit, field);
}

interface PageProps {
  readonly visit: Visit;
  readonly table: ImportTable;
}

function CheckForm({ visit, table, form }: PageProps & { form: FormState }) {
  const { say } = visit;
  return (
    <FormBox
      visit={visit}
      form={form}
      action={`/imports/${table.name}/check`}
      label={say('import.check')}
      isFile
    >
      <FileField
        visit={visit}
        label={say('imports.file')}
        hint={say('import.file-hint')}
        issue={form.issues.get(contentField)}
      />
    </FormBox>
  );
}

function NextSteps({ visit, table, checked }: PageProps & { checked: CheckedTable }) {
  const { say } = visit;
  const { report, contentBase64 } = checked;
  if (report.refused !== null || report.rowCount === 0) return null;
  const isBad = report.errorCount > 0;
  if (!isBad && report.newRows === 0 && report.changedRows === 0) {
    return <p class="notice">{say('imports.nothing-new')}</p>;
  }
  const action = `/imports/${table.name}/${isBad ? 'bad-rows' : 'apply'}`;
  return (
    <FormBox visit={visit} form={blankForm(visit)} action={action} isFile>
      <p>{say(isBad ? 'import.bad-rows-lead' : 'import.apply-lead')}</p>
      {isCarried(contentBase64) ? (
        <input type="hidden" name={contentField} value={contentBase64} />
      ) : (
        <FileField visit={visit} label={say('import.again')} hint={say('import.again-hint')} />
      )}
      <button type="submit" class="main">
        {say(isBad ? 'import.bad-rows' : 'import.apply')}
      </button>
    </FormBox>
  );
}

function Columns({ visit, table }: PageProps) {
  const { say, locale } = visit;
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{say('imports.columns')}</h2>
      <p>{say('imports.columns-lead')}</p>
      <Table
        visit={visit}
        caption={say('imports.columns')}
        columns={[
          { heading: say('imports.heading'), cell: ({ heading }) => heading },
          {
            heading: say('imports.needed'),
            cell: ({ isNeeded }) => say(isNeeded ? 'imports.is-needed' : 'imports.is-optional'),
          },
          { heading: say('imports.example'), cell: ({ example }) => example },
        ]}
        rows={table.columns(locale)}
      />
    </section>
  );
}

/** Shows the page; with what was found in a file once one was checked. */
export function showTable(
  visit: Visit,
  table: ImportTable,
  {
    form = blankForm(visit),
    checked,
  }: { form?: FormState; checked?: CheckedTable | undefined } = {},
) {
  const { say } = visit;
  const status = form.problem?.status ?? (checked?.report.refused ? 422 : 200);
  const path = `/imports/${table.name}`;
  const links = [
    { href: '/imports', label: say('imports.title') },
    { href: `${path}/template`, label: say('imports.template') },
    { href: `${path}/export`, label: say('imports.export') },
  ];
  return show(
    visit,
    { title: say(`imports.${table.name}`), section: 'admin', status },
    <>
      <PageLinks visit={visit} links={links} />
      <p>{say(`imports.${table.name}.lead`)}</p>
      {checked === undefined ? (
        <p>{say('imports.rule')}</p>
      ) : (
        <>
          <ReportView
            visit={visit}
            report={checked.report}
            counts={[
              [say('imports.new'), checked.report.newRows],
              [say('imports.changed'), checked.report.changedRows],
              [say('imports.unchanged'), checked.report.unchangedRows],
            ]}
            fieldOf={(field) => columnWord(visit, table, field)}
          />
          <NextSteps visit={visit} table={table} checked={checked} />
          <h2>{say('import.other')}</h2>
        </>
      )}
      <CheckForm visit={visit} table={table} form={form} />
      <Columns visit={visit} table={table} />
    </>,
  );
}
