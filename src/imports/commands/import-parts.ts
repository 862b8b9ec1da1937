/**
 * Applies a parts file, all of it or nothing: parts, further codes, demand history, levels, and the
 * opening stock of parts that are new. A file with any error is refused.
 */
import {
  chunksOf,
  getSite,
  inventoryErrors,
  locationsByCode,
  postOpeningStock,
  refuseTakenCodes,
  writeImportedParts,
} from '../../inventory/index.ts';
import { type Level, reviewParts, writeLevels } from '../../planning/index.ts';
import { defineCommand } from '../../platform/command.ts';
import { bytesOf, importInput } from '../input.ts';
import { checkPartsFile, importReport } from '../parts-report.ts';

export const importParts = defineCommand({
  name: 'parts.import',
  permission: 'parts.import',
  summary: 'Applies a parts file, all of it or nothing.',
  input: importInput,
  output: importReport,
  errors: [
    'inventory.unknown-site',
    'inventory.import-unreadable',
    'inventory.import-has-errors',
    'inventory.barcode-taken',
    'inventory.part-number-taken',
    'inventory.part-unit-fixed',
    'inventory.part-tracking-fixed',
  ],
  // The file itself is the user's to keep; the record names how many rows it had.
  bulky: ['contentBase64'],
  run: async (work, { contentBase64, siteId }) => {
    const site = await getSite(work, siteId);
    const bins = await locationsByCode(work);
    const content = bytesOf(contentBase64);
    const { report, parts } = await checkPartsFile(work, content, {
      siteId,
      bins: new Set(bins.keys()),
    });
    if (report.refused !== null) {
      throw inventoryErrors.error('import-unreadable', { reason: report.refused });
    }
    if (report.errorCount > 0) {
      throw inventoryErrors.error('import-has-errors', { count: report.errorCount });
    }
    const codes = parts.flatMap(({ barcode }) => barcode ?? []);
    refuseTakenCodes(work, '', codes);
    work.refuseAs('part_number', async () => inventoryErrors.error('part-number-taken'));
    const written = await writeImportedParts(work, parts);
    const levels = parts.flatMap((part): Level[] => {
      const partId = written.idByNumber.get(part.partNumber);
      const { minQuantity, maxQuantity } = part;
      if (partId === undefined || minQuantity === null || maxQuantity === null) return [];
      return maxQuantity > minQuantity ? [{ partId, minQuantity, maxQuantity }] : [];
    });
    for (const some of chunksOf(levels)) await writeLevels(work, site.id, some);
    await postOpeningStock(work, parts, { ...written, bins });
    for (const some of chunksOf(levels)) {
      await reviewParts(
        work,
        some.map(({ partId }) => partId),
      );
    }
    work.about(`site:${site.id}`);
    return report;
  },
});
