/** Gathers what papers about one return have in common: the return, its site, names, coverage. */
import { listSites } from '../inventory/index.ts';
import type { CoverageKey } from '../labels/index.ts';
import type { Locale } from '../platform/actor.ts';
import { platformErrors } from '../platform/platform-errors.ts';
import type { CoverageView, LineView } from '../rma/contract.ts';
import { getRmaLine } from '../rma/index.ts';
import type { Asking } from './contract.ts';
import { requirePrinting } from './label-file.ts';

/** A party as papers print it. */
export interface PrintedParty {
  readonly name: string;
  readonly contactName: string | null;
  readonly addressLines: string[];
  readonly phone: string | null;
  readonly email: string | null;
}

/** What papers about a return are made of. */
export interface LineFacts {
  readonly line: LineView;
  readonly depot: PrintedParty;
  readonly customer: PrintedParty;
  readonly productName: string;
  readonly coverage: CoverageKey;
}

const linesMax = 8;

/** An address of several lines; what is too much for the paper's lines is joined into the last one. */
export function addressLines(address: string | null): string[] {
  const lines = (address ?? '').split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  if (filled.length === 0) return ['—'];
  if (filled.length <= linesMax) return filled;
  return [...filled.slice(0, linesMax - 1), filled.slice(linesMax - 1).join(' ')];
}

/** The name in the paper's language, else in the other. */
export function printedName(
  locale: Locale,
  named: { readonly nameEn: string | null; readonly nameZh: string | null },
  otherwise: string,
): string {
  const [first, second] =
    locale === 'en' ? [named.nameEn, named.nameZh] : [named.nameZh, named.nameEn];
  return first ?? second ?? otherwise;
}

function coverageKey({ entitlement, tier }: CoverageView): CoverageKey {
  if (entitlement === 'paid') return 'out-of-warranty';
  return tier === 'repair-warranty' ? 'repair-warranty' : 'in-warranty';
}

/** The facts of a return. @throws rma.line-not-found, platform.not-permitted */
export async function lineFacts(
  { executor, actor }: Asking,
  lineId: string,
  locale: Locale | null,
): Promise<LineFacts & { readonly locale: Locale }> {
  requirePrinting(actor);
  const line = await executor.ask(getRmaLine, { lineId }, { actor });
  const reading = locale ?? line.locale;
  const sites = await executor.ask(listSites, {}, { actor });
  const site = sites.find(({ id }) => id === line.siteId);
  if (site === undefined) throw platformErrors.error('not-found');
  const customerNames = { nameEn: line.customerNameEn, nameZh: line.customerNameZh };
  return {
    line,
    locale: reading,
    depot: {
      name: printedName(reading, site, site.code),
      contactName: null,
      addressLines: addressLines(site.address),
      phone: site.phone,
      email: null,
    },
    customer: {
      name: printedName(reading, customerNames, '—'),
      contactName: line.contactName,
      addressLines: addressLines(line.shipTo),
      phone: line.contactPhone,
      email: null,
    },
    productName: printedName(reading, line, line.partNumber),
    coverage: coverageKey(line.coverage),
  };
}

/** Accessories as papers list them. */
export function printedAccessories(names: readonly string[]): { name: string; quantity: number }[] {
  return names.map((name) => ({ name, quantity: 1 }));
}
