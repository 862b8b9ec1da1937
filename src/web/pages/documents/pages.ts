/** The addresses of papers and labels: made when asked for, shown in the browser, never stored. */
import {
  binLabels,
  type LabelChoice,
  locationLabel,
  type PaperOptions,
  type PrintedFile,
  packingSlipPdf,
  partLabel,
  rmaFormPdf,
  rmaLabel,
  travellerLabel,
} from '../../../documents/index.ts';
import { type LabelFormat, labelFormats, labelSizes, papers } from '../../../labels/index.ts';
import type { Actor, Locale } from '../../../platform/actor.ts';
import { locales } from '../../../platform/actor.ts';
import type { Executor } from '../../../platform/execute.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import type { PageRoutes } from '../../page-routes.ts';
import { idStep, type Visit } from '../../visit.ts';
import { idParam } from '../stock/filters.ts';

type Make<Options> = (
  executor: Executor,
  actor: Actor,
  id: string,
  options: Options,
) => Promise<PrintedFile>;

/** One of the known names; undefined when not asked for, a refusal when unknown. */
export function chosen<T extends string>(
  visit: Visit,
  name: string,
  known: readonly T[],
): T | undefined {
  const asked = visit.param(name);
  if (asked === '') return undefined;
  const found = known.find((one) => one === asked);
  if (found !== undefined) return found;
  const params = { expected: known.join(', ') };
  throw platformErrors.error('invalid-input', { count: 1 }, [
    { pointer: `/${name}`, rule: 'not-one-of', params },
  ]);
}

/** The names of a record. */
export function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record).filter((key): key is K => key in record);
}

/** The language of the paper; null when none was asked for. */
export function localeAsked(visit: Visit): Locale | null {
  return chosen(visit, 'lang', locales) ?? null;
}

/** Shows a finished file in the browser. */
export function answer(visit: Visit, file: PrintedFile) {
  return visit.c.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.type,
    'Content-Disposition': `inline; filename="${file.fileName}"`,
  });
}

async function paper(visit: Visit, make: Make<PaperOptions>) {
  const { executor, settings } = visit.ports;
  const size = chosen(visit, 'paper', keysOf(papers));
  const file = await make(executor, visit.actor, idStep(visit, 'id'), {
    publicUrl: settings.publicUrl,
    locale: localeAsked(visit),
    ...(size === undefined ? {} : { paper: size }),
  });
  return answer(visit, file);
}

async function label(visit: Visit, format: LabelFormat, make: Make<LabelChoice>) {
  const { executor, settings } = visit.ports;
  const size = chosen(visit, 'size', keysOf(labelSizes));
  const file = await make(executor, visit.actor, idStep(visit, 'id'), {
    publicUrl: settings.publicUrl,
    locale: localeAsked(visit),
    format,
    ...(size === undefined ? {} : { size }),
  });
  return answer(visit, file);
}

async function sheetOfBins(visit: Visit) {
  const { executor, settings } = visit.ports;
  const size = chosen(visit, 'size', keysOf(labelSizes));
  const sheet = { siteId: idStep(visit, 'id'), zoneId: idParam(visit, 'zoneId') };
  const number = /^[1-9]\d{0,3}$/.test(visit.param('sheet')) ? Number(visit.param('sheet')) : 1;
  const choice = { publicUrl: settings.publicUrl, locale: localeAsked(visit) };
  const file = await binLabels(
    { executor, actor: visit.actor },
    { ...sheet, sheet: number },
    { ...choice, ...(size === undefined ? {} : { size }) },
  );
  return answer(visit, file);
}

/** The addresses, for pages that link to them. */
export const documentLinks = {
  form: (lineId: string) => `/documents/lines/${lineId}/rma-form.pdf`,
  slip: (lineId: string) => `/documents/lines/${lineId}/packing-slip.pdf`,
  parcelLabel: (lineId: string, format: LabelFormat) =>
    `/documents/lines/${lineId}/parcel-label.${format}`,
  unitLabel: (lineId: string, format: LabelFormat) =>
    `/documents/lines/${lineId}/unit-label.${format}`,
  partLabel: (partId: string, format: LabelFormat) => `/documents/parts/${partId}/label.${format}`,
  locationLabel: (locationId: string, format: LabelFormat) =>
    `/documents/locations/${locationId}/label.${format}`,
} as const;

/** `/documents/…`; parameters `lang`, `paper`, `size`. */
export function documentPages(pages: PageRoutes): void {
  const papersOfLine = '/documents/lines/:id';
  pages.get(`${papersOfLine}/rma-form.pdf`, 'labels.print', (visit) => paper(visit, rmaFormPdf));
  pages.get(`${papersOfLine}/packing-slip.pdf`, 'labels.print', (visit) =>
    paper(visit, packingSlipPdf),
  );
  pages.get('/documents/sites/:id/labels.pdf', 'labels.print', sheetOfBins);
  const labels = [
    [`${papersOfLine}/parcel-label`, rmaLabel],
    [`${papersOfLine}/unit-label`, travellerLabel],
    ['/documents/parts/:id/label', partLabel],
    ['/documents/locations/:id/label', locationLabel],
  ] as const;
  for (const [path, make] of labels) {
    for (const format of labelFormats) {
      pages.get(`${path}.${format}`, 'labels.print', (visit) => label(visit, format, make));
    }
  }
}
