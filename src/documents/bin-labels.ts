/** The labels of all bins of a site or of a zone in one file, in the order in which one walks past them. */
import { isPageKey, wordsIn } from '../i18n/page-words.ts';
import { getSiteDetail, listLocations } from '../inventory/index.ts';
import { type LocationLabelView, labelsMax, renderLabels } from '../labels/index.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import type { Asking, LabelChoice, PrintedFile } from './contract.ts';
import { fileStem, linkOf, requirePrinting } from './label-file.ts';
import { printedName } from './line-facts.ts';

/** Which labels. */
export interface BinSheet {
  readonly siteId: string;
  /** Only the bins of this zone and of zones in it. */
  readonly zoneId: string | null;
  /** Counted from 1; one sheet holds as many labels as are printed at a time. */
  readonly sheet: number;
}

const pageSize = 100;
const pagesOfSheet = labelsMax / pageSize;

/**
 * One sheet of labels as PDF.
 * @throws inventory.unknown-site, platform.not-permitted; platform.not-found for a sheet without labels
 */
export async function binLabels(
  { executor, actor }: Asking,
  { siteId, zoneId, sheet }: BinSheet,
  choice: Omit<LabelChoice, 'format'>,
): Promise<PrintedFile> {
  requirePrinting(actor);
  const site = await executor.ask(getSiteDetail, { siteId }, { actor });
  const locale = choice.locale ?? actor.locale;
  const say = wordsIn(locale);
  const siteName = printedName(locale, site, site.code);
  const views: LocationLabelView[] = [];
  for (let at = 0; at < pagesOfSheet; at += 1) {
    const page = (sheet - 1) * pagesOfSheet + at + 1;
    const ask = { siteId, zoneId, holdsStock: true, page, limit: pageSize };
    const { locations } = await executor.ask(listLocations, ask, { actor });
    for (const { code, kind } of locations) {
      const key = `location.kind.${kind}`;
      const link = linkOf(choice.publicUrl, code);
      const word = isPageKey(key) ? say(key) : kind;
      views.push({ code, link, siteName, locationName: code, kind: word });
    }
    if (locations.length < pageSize) break;
  }
  if (views.length === 0) throw platformErrors.error('not-found');
  const size = choice.size ?? '60x40';
  const bytes = await renderLabels('location', views, { format: 'pdf', size, locale });
  const zone = site.zones.find(({ id }) => id === zoneId)?.code;
  const stem = fileStem(`bins-${zone ?? site.code}-${sheet}`);
  return { bytes, type: 'application/pdf', fileName: `${stem}.pdf` };
}
