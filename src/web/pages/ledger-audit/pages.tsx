/** The audit of ledger and orders: every promise in words, and what breaks it. Asks only when told to. */
import type { z } from 'zod';
import { ledgerValidators, verifyLedger } from '../../../inventory/index.ts';
import { orderValidators, verifyOrders } from '../../../orders/index.ts';
import { show } from '../../layout.tsx';
import type { PageRoutes } from '../../page-routes.ts';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { wordOf } from '../word-of.ts';

type Report = z.output<typeof verifyLedger.output>;
type Validator = Report['validators'][number];
type Finding = Report['findings'][number];

function promiseColumns(visit: Visit): Column<Validator>[] {
  const { say } = visit;
  return [
    { heading: say('audit.promise'), cell: ({ name }) => wordOf(visit, 'audit.is', name) },
    {
      heading: say('audit.result'),
      cell: ({ findings }) => (
        <Chip tone={findings === 0 ? 'good' : 'bad'}>
          {findings === 0 ? say('audit.kept') : say('audit.broken', { count: findings })}
        </Chip>
      ),
    },
  ];
}

function findingColumns(visit: Visit): Column<Finding>[] {
  const { say } = visit;
  const inWords = (detail: Finding['detail']) =>
    Object.entries(detail)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', ');
  return [
    { heading: say('audit.promise'), cell: (row) => wordOf(visit, 'audit.is', row.validator) },
    { heading: say('audit.findings'), kind: 'code', cell: (row) => inWords(row.detail) },
  ];
}

function ReportView({ visit, report }: { visit: Visit; report: Report }) {
  const { say } = visit;
  const broken = report.validators.filter(({ findings }) => findings > 0).length;
  return (
    <>
      <p role="status" class={report.isClean ? 'notice good' : 'notice refusal'}>
        {report.isClean ? say('audit.clean') : say('audit.dirty', { count: broken })}
      </p>
      <Table
        visit={visit}
        caption={say('audit.title')}
        columns={promiseColumns(visit)}
        rows={report.validators}
      />
      {report.isClean ? null : (
        <>
          <h2>{say('audit.findings')}</h2>
          <Table
            visit={visit}
            caption={say('audit.findings')}
            columns={findingColumns(visit)}
            rows={report.findings}
          />
        </>
      )}
    </>
  );
}

async function audit(visit: Visit): Promise<Report> {
  const ledger = await visit.ask(verifyLedger, {});
  const orders = await visit.ask(verifyOrders, {});
  return {
    isClean: ledger.isClean && orders.isClean,
    validators: [...ledger.validators, ...orders.validators],
    findings: [...ledger.findings, ...orders.findings],
  };
}

async function showAudit(visit: Visit) {
  const { say } = visit;
  const report = visit.param('run') === '1' ? await audit(visit) : null;
  const count = ledgerValidators.length + orderValidators.length;
  return show(
    visit,
    { title: say('audit.title'), section: 'admin' },
    <>
      <p>{say('audit.lead', { count })}</p>
      <form method="get" class="filter">
        <input type="hidden" name="run" value="1" />
        <button type="submit" class="main">
          {say('audit.run')}
        </button>
      </form>
      {report === null ? null : <ReportView visit={visit} report={report} />}
    </>,
  );
}

/** Adds `/ledger-audit`. */
export function auditPages(pages: PageRoutes): void {
  pages.get('/ledger-audit', 'ledger.verify', showAudit);
}
