/** The report of a dry run: what would happen, and every fault by row, field, value and rule. */

import { isPageKey } from '../../../i18n/page-words.ts';
import type { ImportReport } from '../../../imports/index.ts';
import { Chip, type Column, Facts, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';
import { fieldWord, findingRule } from './finding-words.ts';

type Finding = ImportReport['findings'][number];

// More are counted, but nobody corrects them from a page; the file of bad rows has them all.
const findingsShown = 200;

function columnsOf(visit: Visit, fieldOf: (field: string | null) => string): Column<Finding>[] {
  const { say } = visit;
  return [
    { heading: say('import.row'), kind: 'number', cell: (finding) => finding.row },
    { heading: say('import.field'), cell: ({ field }) => fieldOf(field) },
    { heading: say('import.value'), kind: 'code', cell: (finding) => finding.value },
    { heading: say('import.rule'), cell: (finding) => findingRule(visit, finding) },
    {
      heading: say('import.severity'),
      cell: ({ severity }) => (
        <Chip tone={severity === 'error' ? 'bad' : 'wait'}>
          {say(`import.severity.${severity}`)}
        </Chip>
      ),
    },
  ];
}

function Refused({ visit, reason }: { visit: Visit; reason: string }) {
  const key = `import.refused.${reason}`;
  return (
    <p class="notice refusal" role="alert">
      {isPageKey(key) ? visit.say(key) : reason}
    </p>
  );
}

/** A report of whatever kind of file: what could not be read, and every fault. */
export type ShownReport = Pick<
  ImportReport,
  'refused' | 'encoding' | 'rowCount' | 'errorCount' | 'warningCount' | 'findings'
>;

/** Shows the report; a file that cannot be read at all has only the reason. */
export function ReportView({
  visit,
  report,
  counts,
  fieldOf = (field) => fieldWord(visit, field),
}: {
  visit: Visit;
  report: ShownReport;
  /** What the import would do, in words and numbers. */
  counts: readonly (readonly [string, number])[];
  /** The name of a field; that of a part's if nothing else is said. */
  fieldOf?: (field: string | null) => string;
}) {
  const { say } = visit;
  if (report.refused !== null) return <Refused visit={visit} reason={report.refused} />;
  const { encoding, findings } = report;
  const shown = findings.slice(0, findingsShown);
  const count = report.errorCount + report.warningCount;
  return (
    <section aria-labelledby="report">
      <h2 id="report">{say('import.report')}</h2>
      <Facts
        facts={[
          [
            say('import.encoding'),
            encoding === null ? '' : wordOf(visit, 'import.encoding', encoding),
          ],
          [say('import.rows'), report.rowCount],
          ...counts,
          [say('import.errors'), report.errorCount],
          [say('import.warnings'), report.warningCount],
        ]}
      />
      {count > shown.length ? <p>{say('import.cut', { shown: shown.length, count })}</p> : null}
      <Table
        visit={visit}
        caption={say('import.report')}
        columns={columnsOf(visit, fieldOf)}
        rows={shown}
        empty={say('import.clean')}
      />
    </section>
  );
}
