/** The addresses of the parts import and export and the right they need. */
import { importBodyMax } from '../../../http/read-body.ts';
import { exportParts } from '../../../imports/index.ts';
import type { PageRoutes } from '../../page-routes.ts';
import type { Visit } from '../../visit.ts';
import { showImport } from './import-page.tsx';
import { csvFile, sendApply, sendBadRows, sendCheck } from './take-file.ts';

async function sendExport(visit: Visit): Promise<Response> {
  const { locale, say } = visit;
  const { csv } = await visit.ask(exportParts, { siteId: visit.param('siteId'), locale });
  return csvFile(visit, say('import.export-file'), csv);
}

/** Adds the import and export pages. */
export function partImportPages(pages: PageRoutes): void {
  const right = 'parts.import';
  pages.get('/parts/import', right, (visit) => showImport(visit));
  pages.postLarge('/parts/import/check', right, importBodyMax, sendCheck);
  pages.postLarge('/parts/import/apply', right, importBodyMax, sendApply);
  pages.postLarge('/parts/import/bad-rows', right, importBodyMax, sendBadRows);
  pages.get('/parts/export', right, sendExport);
}
