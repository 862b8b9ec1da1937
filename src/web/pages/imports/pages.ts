/** The addresses of imports and exports and the right each needs. */
import { importBodyMax } from '../../../http/read-body.ts';
import { exportParts, importTables, partsTemplate } from '../../../imports/index.ts';
import type { PageRoutes } from '../../page-routes.ts';
import type { Visit } from '../../visit.ts';
import { showHub } from './hub.tsx';
import { showImport } from './import-page.tsx';
import { showTable } from './table-page.tsx';
import { csvFile, sendApply, sendBadRows, sendCheck } from './take-file.ts';
import { sendTableApply, sendTableBadRows, sendTableCheck } from './take-table.ts';

async function sendExport(visit: Visit): Promise<Response> {
  const { locale, say } = visit;
  const { csv } = await visit.ask(exportParts, { siteId: visit.param('siteId'), locale });
  return csvFile(visit, say('import.export-file'), csv);
}

function tablePages(pages: PageRoutes): void {
  for (const table of importTables) {
    const { name, permission: right } = table;
    const path = `/imports/${name}`;
    const title = (visit: Visit) => visit.say(`imports.${table.name}`);
    pages.get(path, right, (visit) => showTable(visit, table));
    pages.get(`${path}/template`, right, (visit) =>
      csvFile(visit, title(visit), table.template(visit.locale), name),
    );
    pages.get(`${path}/export`, right, async (visit) => {
      const { csv } = await visit.ask(table.exported, { locale: visit.locale });
      return csvFile(visit, title(visit), csv, name);
    });
    pages.postLarge(`${path}/check`, right, importBodyMax, (visit, form) =>
      sendTableCheck(visit, table, form),
    );
    pages.postLarge(`${path}/apply`, right, importBodyMax, (visit, form) =>
      sendTableApply(visit, table, form),
    );
    pages.postLarge(`${path}/bad-rows`, right, importBodyMax, (visit, form) =>
      sendTableBadRows(visit, table, form),
    );
  }
}

/** Adds the import and export pages. */
export function importPages(pages: PageRoutes): void {
  const right = 'parts.import';
  pages.get('/imports', 'signed-in', showHub);
  pages.get('/parts/import', right, (visit) => showImport(visit));
  pages.get('/parts/import/template', right, (visit) =>
    csvFile(visit, visit.say('import.export-file'), partsTemplate(visit.locale)),
  );
  pages.postLarge('/parts/import/check', right, importBodyMax, sendCheck);
  pages.postLarge('/parts/import/apply', right, importBodyMax, sendApply);
  pages.postLarge('/parts/import/bad-rows', right, importBodyMax, sendBadRows);
  pages.get('/parts/export', right, sendExport);
  tablePages(pages);
}
