/** The labels of the warehouse: on parts and on places. */

import { isPageKey, wordsIn } from '../i18n/page-words.ts';
import { getPart, listSites } from '../inventory/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { Executor } from '../platform/execute.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import type { LabelChoice, PrintedFile } from './contract.ts';
import { labelFile, linkOf, requirePrinting } from './label-file.ts';
import { printedName } from './line-facts.ts';

/**
 * The label of a part; its code is the part number.
 * @throws inventory.unknown-part, platform.not-permitted, labels.*
 */
export async function partLabel(
  executor: Executor,
  actor: Actor,
  partId: string,
  choice: LabelChoice,
): Promise<PrintedFile> {
  requirePrinting(actor);
  const part = await executor.ask(getPart, { partId }, { actor });
  const locale = choice.locale ?? actor.locale;
  const code = part.partNumber;
  const view = {
    code,
    link: linkOf(choice.publicUrl, code),
    partNumber: code,
    name: printedName(locale, part, code),
    unitOfMeasure: part.unitOfMeasure,
  };
  return labelFile('part', view, { ...choice, locale, usualSize: '60x40', stem: `part-${code}` });
}

/**
 * The label of a place; its code is the location's.
 * @throws platform.not-found, platform.not-permitted, labels.*
 */
export async function locationLabel(
  executor: Executor,
  actor: Actor,
  locationId: string,
  choice: LabelChoice,
): Promise<PrintedFile> {
  requirePrinting(actor);
  const sites = await executor.ask(listSites, {}, { actor });
  const locale = choice.locale ?? actor.locale;
  for (const site of sites) {
    const place = site.locations.find(({ id }) => id === locationId);
    if (place === undefined) continue;
    const key = `location.kind.${place.kind}`;
    const view = {
      code: place.code,
      link: linkOf(choice.publicUrl, place.code),
      siteName: printedName(locale, site, site.code),
      locationName: place.code,
      kind: isPageKey(key) ? wordsIn(locale)(key) : place.kind,
    };
    const stem = `place-${place.code}`;
    return labelFile('location', view, { ...choice, locale, usualSize: '60x40', stem });
  }
  throw platformErrors.error('not-found');
}
