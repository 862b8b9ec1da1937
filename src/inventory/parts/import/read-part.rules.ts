/**
 * Decides what a row must say to be a part: the fields it needs, the defaults of those it may leave
 * out, and which of them must agree. It sees one row at a time, through a reader of cells.
 */

import { lifeCycles } from '../part-views.ts';
import {
  accept,
  isScientific,
  type NumberStyle,
  type Read,
  readBarcode,
  readCode,
  readHsCode,
  readPrice,
  readText,
  readWholeNumber,
  readWord,
  reject,
} from './cell-values.rules.ts';
import { lifeCycleWords, noWords, trackingWords, unitWords, yesWords } from './cell-words.ts';
import { countryCodeByWord } from './country.rules.ts';
import type { FindingRule } from './findings.rules.ts';
import {
  currencies,
  currencyDefault,
  type ImportedPart,
  priceMinorMax,
  textLengthMax,
  trackings,
  unitsOfMeasure,
  wholeNumberRange,
} from './imported-part.ts';
import type { Layout, RowReader } from './row-reader.rules.ts';

function wordMap<K extends string>(
  keys: readonly K[],
  words: Readonly<Record<K, readonly string[]>>,
): ReadonlyMap<string, K> {
  return new Map(keys.flatMap((key) => [key, ...words[key]].map((word) => [word, key] as const)));
}

const unitByWord = wordMap(unitsOfMeasure, unitWords);
const trackingByWord = wordMap(trackings, trackingWords);
const lifeCycleByWord = wordMap(lifeCycles, lifeCycleWords);
/** Currencies by the words people write for them. */
export const currencyByWord: ReadonlyMap<string, string> = new Map([
  ...currencies.map((code) => [code.toLowerCase(), code] as const),
  ['rmb', 'CNY'] as const,
  ['人民币', 'CNY'] as const,
]);
/** Yes and no, as people write them. */
export const yesOrNoByWord: ReadonlyMap<string, boolean> = new Map([
  ...yesWords.map((word) => [word, true] as const),
  ...noWords.map((word) => [word, false] as const),
]);

const oneOf =
  <T>(words: ReadonlyMap<string, T>, rule: FindingRule) =>
  (cell: string): Read<T> => {
    const value = readWord(cell, words);
    return value === null ? reject(rule) : accept(value);
  };

type TextField = Exclude<
  keyof typeof textLengthMax,
  'partNumber' | 'manufacturerPartNumber' | 'barcode' | 'openingBin'
>;
type CodeField = 'partNumber' | 'manufacturerPartNumber' | 'openingBin';
type NumberField = Exclude<keyof typeof wholeNumberRange, 'monthlyDemand'>;

/** The readers of this file's kinds of cell, bound to one row. */
function fieldsOf(reader: RowReader, style: NumberStyle) {
  return {
    text: (field: TextField) => reader.read(field, (cell) => readText(cell, textLengthMax[field])),
    code: (field: CodeField) => reader.read(field, (cell) => readCode(cell, textLengthMax[field])),
    number: (field: NumberField) =>
      reader.read(field, (cell) => readWholeNumber(cell, wholeNumberRange[field], style)),
    price: (field: 'costMinor' | 'priceMinor') =>
      reader.read(field, (cell) => readPrice(cell, priceMinorMax, style)),
  };
}

type Fields = ReturnType<typeof fieldsOf>;

function readIdentity(reader: RowReader, fields: Fields) {
  const partNumber = fields.code('partNumber') ?? '';
  if (reader.cell('partNumber') === '') {
    reader.report({ field: 'partNumber', value: '', rule: 'required' });
  }
  if (reader.cell('nameEn') === '' && reader.cell('nameZh') === '') {
    reader.report({ field: 'name', value: '', rule: 'required' });
  }
  const manufacturerPartNumber = fields.code('manufacturerPartNumber');
  for (const [field, value] of Object.entries({ partNumber, manufacturerPartNumber })) {
    if (!value || !isScientific(value)) continue;
    // Unlike a barcode, a part number may really look like this.
    const isOwn = field === 'partNumber';
    const at = isOwn ? ('partNumber' as const) : ('manufacturerPartNumber' as const);
    reader.report({ field: at, value, rule: 'scientific-notation', severity: 'warning' });
  }
  return {
    partNumber,
    nameEn: fields.text('nameEn'),
    nameZh: fields.text('nameZh'),
    category: fields.text('category'),
    manufacturer: fields.text('manufacturer'),
    manufacturerPartNumber,
    supplier: fields.text('supplier'),
  };
}

function readStocking(reader: RowReader, fields: Fields) {
  const minQuantity = fields.number('minQuantity');
  const maxQuantity = fields.number('maxQuantity');
  if (minQuantity !== null && maxQuantity !== null && minQuantity >= maxQuantity) {
    const value = reader.cell('minQuantity');
    const params = { min: minQuantity, max: maxQuantity };
    reader.report({ field: 'minQuantity', value, rule: 'min-above-max', params });
  }
  if ((minQuantity === null) !== (maxQuantity === null)) {
    // A level needs both ends; the part is taken without one, and the user is told.
    const field = minQuantity === null ? 'maxQuantity' : 'minQuantity';
    const value = reader.cell(field);
    reader.report({ field, value, rule: 'level-needs-both', severity: 'warning' });
  }
  return {
    minQuantity,
    maxQuantity,
    safetyStock: fields.number('safetyStock'),
    leadTimeDays: fields.number('leadTimeDays'),
    minimumOrderQuantity: fields.number('minimumOrderQuantity'),
    packSize: fields.number('packSize'),
    shelfLifeDays: fields.number('shelfLifeDays'),
    weightGrams: fields.number('weightGrams'),
    lengthMm: fields.number('lengthMm'),
    widthMm: fields.number('widthMm'),
    heightMm: fields.number('heightMm'),
  };
}

function readOpeningStock(reader: RowReader, fields: Fields, tracking: ImportedPart['tracking']) {
  const bin = fields.code('openingBin');
  const quantity = fields.number('openingQuantity');
  const hasBin = reader.cell('openingBin') !== '';
  const value = reader.cell('openingQuantity');
  if (hasBin !== (value !== '')) {
    const field = hasBin ? 'openingQuantity' : 'openingBin';
    reader.report({ field, value: '', rule: 'incomplete-opening-stock' });
  }
  if (bin === null || quantity === null) return null;
  if (tracking !== 'none') {
    // Stock of such a part is a list of serials or lots, which one number cannot stand for.
    const params = { tracking };
    reader.report({
      field: 'openingQuantity',
      value,
      rule: 'opening-stock-needs-identity',
      params,
    });
  }
  return { bin, quantity };
}

/**
 * The part one row describes. Faults go to the reader; a part whose row has an error is incomplete
 * and must be thrown away.
 */
export function readPart(reader: RowReader, layout: Layout, style: NumberStyle): ImportedPart {
  const fields = fieldsOf(reader, style);
  const identity = readIdentity(reader, fields);
  const tracking = reader.read('tracking', oneOf(trackingByWord, 'unknown-tracking')) ?? 'none';
  const range = wholeNumberRange.monthlyDemand;
  const monthlyDemand = layout.demand.flatMap(({ month, position }) => {
    const quantity = reader.readDemand(position, (cell) => readWholeNumber(cell, range, style));
    return quantity === null ? [] : [{ month, quantity }];
  });
  return {
    ...identity,
    lifeCycle: reader.read('lifeCycle', oneOf(lifeCycleByWord, 'unknown-life-cycle')) ?? 'active',
    unitOfMeasure: reader.read('unitOfMeasure', oneOf(unitByWord, 'unknown-unit')) ?? 'pcs',
    tracking,
    isRepairable: reader.read('isRepairable', oneOf(yesOrNoByWord, 'not-yes-or-no')) ?? false,
    costMinor: fields.price('costMinor'),
    priceMinor: fields.price('priceMinor'),
    currency: reader.read('currency', oneOf(currencyByWord, 'unknown-currency')) ?? currencyDefault,
    ...readStocking(reader, fields),
    hsCode: reader.read('hsCode', readHsCode),
    originCountry: reader.read('originCountry', oneOf(countryCodeByWord, 'unknown-country')),
    barcode: reader.read('barcode', (cell) => readBarcode(cell, textLengthMax.barcode)),
    openingStock: readOpeningStock(reader, fields, tracking),
    monthlyDemand,
  };
}
