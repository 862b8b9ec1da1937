/**
 * What a row of a parts file says of a part the store knows: what the file is silent about stays. It
 * compares parts, and knows no rows of tables.
 */
import { type ImportedPart, type PartField, partFields } from './imported-part.ts';

/** Fields the master keeps none of: they say something of a site, or of the day of the import. */
const ofThisFile = ['supplier', 'minQuantity', 'maxQuantity', 'safetyStock'] as const;
type OfThisFile = (typeof ofThisFile)[number] | 'openingBin' | 'openingQuantity';

/** Fields for which an empty cell is no answer: a part is always counted and tracked somehow. */
const neverEmpty: readonly PartField[] = [
  'lifeCycle',
  'unitOfMeasure',
  'tracking',
  'isRepairable',
  'currency',
];

const kept = partFields.filter(
  (field): field is Exclude<PartField, OfThisFile> =>
    !ofThisFile.some((one) => one === field) &&
    field !== 'openingBin' &&
    field !== 'openingQuantity',
);

/**
 * The fields a row does not speak of.
 * @param columns fields the file has a column for
 * @param empty whether the row's cell of a field is empty
 */
export function silentFields(
  columns: ReadonlySet<PartField>,
  empty: (field: PartField) => boolean,
): readonly PartField[] {
  return partFields.filter(
    (field) => !columns.has(field) || (neverEmpty.includes(field) && empty(field)),
  );
}

/** The part as the row leaves it: its own words, and the stored ones where it is silent. */
export function overStored(
  part: ImportedPart,
  silent: readonly PartField[],
  stored: ImportedPart,
): ImportedPart {
  const stays = kept.filter((field) => silent.includes(field));
  return { ...part, ...Object.fromEntries(stays.map((field) => [field, stored[field]])) };
}

/**
 * Whether a row says something new of a known part. A further barcode is looked at apart, because a
 * part has many.
 * @param level what is stored of the site's levels, empty where it has none
 */
export function saysMore(
  part: ImportedPart,
  stored: ImportedPart,
  level: Pick<ImportedPart, 'minQuantity' | 'maxQuantity'>,
): boolean {
  const differs = kept.some((field) => field !== 'barcode' && part[field] !== stored[field]);
  const { minQuantity, maxQuantity } = part;
  const hasLevel = minQuantity !== null && maxQuantity !== null && minQuantity < maxQuantity;
  const isOtherLevel =
    hasLevel && (minQuantity !== level.minQuantity || maxQuantity !== level.maxQuantity);
  const figures = new Map(stored.monthlyDemand.map(({ month, quantity }) => [month, quantity]));
  const isOtherDemand = part.monthlyDemand.some(
    ({ month, quantity }) => figures.get(month) !== quantity,
  );
  return differs || isOtherLevel || isOtherDemand;
}
