/**
 * Writes parts as the CSV file that an import reads back to equal parts. It decides the order of
 * columns and how each value is spelled; which parts are asked for is not its business.
 */
import { type HeadingLanguage, headingWords } from './heading-words.ts';
import { type ImportedPart, type PartField, partFields } from './imported-part.ts';
import { writeCsv } from './write-csv.rules.ts';

/** Hundredths as people write an amount: 1250 is `12.50`; empty for null. */
export function writePrice(minor: number | null): string {
  if (minor === null) return '';
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function writeField(part: ImportedPart, field: PartField): string {
  switch (field) {
    case 'costMinor':
    case 'priceMinor':
      return writePrice(part[field]);
    case 'isRepairable':
      return part.isRepairable ? 'yes' : 'no';
    case 'openingBin':
      return part.openingStock?.bin ?? '';
    case 'openingQuantity':
      return String(part.openingStock?.quantity ?? '');
    default:
      return String(part[field] ?? '');
  }
}

/**
 * Parts to CSV text: one column a field, then one a month in which any part has a demand figure. A
 * month without a figure stays blank, which an import tells apart from 0.
 */
export function exportPartsCsv(
  parts: readonly ImportedPart[],
  language: HeadingLanguage = 'en',
): string {
  const months = [
    ...new Set(parts.flatMap(({ monthlyDemand }) => monthlyDemand.map(({ month }) => month))),
  ].sort();
  const word = language === 'en' ? 0 : 1;
  const header = [...partFields.map((field) => headingWords[field][word]), ...months];
  const lines = parts.map((part) => {
    const demand = new Map(part.monthlyDemand.map(({ month, quantity }) => [month, quantity]));
    const figures = months.map((month) => String(demand.get(month) ?? ''));
    return [...partFields.map((field) => writeField(part, field)), ...figures];
  });
  return writeCsv([header, ...lines]);
}
