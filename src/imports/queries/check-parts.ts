/** The dry run of a parts import: what it would do and every fault it found; nothing is written. */
import { getSite, locationsByCode } from '../../inventory/index.ts';
import { defineQuery } from '../../platform/query.ts';
import { bytesOf, importInput } from '../input.ts';
import { checkPartsFile, importReport } from '../parts-report.ts';

export const checkPartsImport = defineQuery({
  name: 'parts.check-import',
  permission: 'parts.import',
  summary: 'The dry run of a parts import: row, field, value and rule of every fault.',
  input: importInput,
  output: importReport,
  errors: ['inventory.unknown-site'],
  run: async (read, { contentBase64, siteId }) => {
    await getSite(read, siteId);
    const bins = await locationsByCode(read);
    const checked = await checkPartsFile(read, bytesOf(contentBase64), {
      siteId,
      bins: new Set(bins.keys()),
    });
    return checked.report;
  },
});
