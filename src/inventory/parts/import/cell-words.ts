/**
 * The words by which people fill in units, tracking and yes or no, in Chinese and English. Words
 * only: a word that is not listed is refused, never guessed at.
 */
import type { LifeCycle } from '../part-views.ts';
import type { Tracking, UnitOfMeasure } from './imported-part.ts';

export const unitWords: Readonly<Record<UnitOfMeasure, readonly string[]>> = {
  pcs: [
    'pc',
    'piece',
    'pieces',
    'ea',
    'each',
    'unit',
    '个',
    '件',
    '只',
    '台',
    '块',
    '片',
    '条',
    '支',
    '根',
    '颗',
    '枚',
    '把',
    'pcs.',
  ],
  set: ['sets', 'kit', '套', '组'],
  pair: ['pairs', '对', '双', '副'],
  box: ['boxes', '盒', '箱'],
  pack: ['packs', 'bag', '包', '袋'],
  roll: ['rolls', '卷'],
  sheet: ['sheets', '张'],
  m: ['metre', 'meter', 'metres', 'meters', '米'],
  cm: ['厘米'],
  mm: ['毫米'],
  kg: ['公斤', '千克'],
  g: ['gram', 'grams', '克'],
  l: ['litre', 'liter', 'litres', 'liters', '升'],
  ml: ['毫升'],
};

export const trackingWords: Readonly<Record<Tracking, readonly string[]>> = {
  none: ['plain', 'no', 'quantity', '无', '不跟踪', '数量', '按数量'],
  lot: ['lots', 'batch', '批次', '批号', '按批次'],
  serial: ['serial number', 'serials', 'sn', '序列号', '序号', '单件', '按序列号'],
};

export const lifeCycleWords: Readonly<Record<LifeCycle, readonly string[]>> = {
  'in-design': ['in design', 'design', '设计中'],
  active: ['in use', '在用'],
  'phase-out': ['phase out', 'phasing out', '逐步淘汰'],
  obsolete: ['已淘汰', '淘汰'],
  'no-longer-served': ['no longer served', '停止服务'],
};

export const yesWords: readonly string[] = ['yes', 'y', 'true', '1', '是', '可修', '√'];
export const noWords: readonly string[] = ['no', 'n', 'false', '0', '否', '不可修', '×'];

/** Countries as people write them where the language data of the runtime says it differently. */
export const countryWords: Readonly<Record<string, string>> = {
  中国大陆: 'CN',
  中国香港: 'HK',
  香港: 'HK',
  中国澳门: 'MO',
  澳门: 'MO',
  中国台湾: 'TW',
  'hong kong': 'HK',
  prc: 'CN',
  'p.r. china': 'CN',
  usa: 'US',
  uk: 'GB',
  korea: 'KR',
};
