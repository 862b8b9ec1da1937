/**
 * Makes the parts list of the demo company as a CSV file, the same one for the same seed: devices
 * first, then their modules, then ordinary parts. It knows nothing of how the file is read.
 */
import { inventDemand, monthsUpTo } from './catalogue-demand.ts';
import type { DemoKind } from './catalogue-kind.ts';
import { demoKinds } from './catalogue-kinds.ts';
import { demoMakers, demoModels, demoModules } from './catalogue-models.ts';
import { type SeededRandom, seededRandom } from './catalogue-random.ts';
import { demoBinCodes } from './company-sites.ts';

/** Months of demand in the file. */
const demoDemandMonths = 24;

export interface DemoCatalogueOptions {
  readonly seed: number;
  readonly rows: number;
  /** Last month with demand, `YYYY-MM`. */
  readonly lastMonth: string;
  /** Language of the headings and of category and maker; both names are always there. */
  readonly language?: 'en' | 'zh';
}

/** What is known of a part before its trade figures are drawn. */
interface Draft {
  readonly partNumber: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly category: string;
  readonly unit: string;
  readonly tracking: 'none' | 'lot' | 'serial';
  readonly isRepairable: boolean;
  readonly maker: string;
  readonly makerPartNumber: string;
  readonly costMinor: number;
  readonly grams: number;
  readonly hsCode: string;
  readonly shelfLifeDays: number | null;
  readonly packSize: number;
}

type Language = 'en' | 'zh';

const headings: readonly (readonly [string, string])[] = [
  ['Part number', '料号'],
  ['Name (en)', '英文名称'],
  ['Name (zh)', '中文名称'],
  ['Category', '类别'],
  ['Unit', '单位'],
  ['Tracking', '跟踪方式'],
  ['Repairable', '是否可修'],
  ['Manufacturer', '厂家'],
  ['MPN', '厂家料号'],
  ['Cost', '成本'],
  ['Price', '价格'],
  ['Currency', '币种'],
  ['Min', '最小'],
  ['Max', '最大'],
  ['Lead time days', '提前期(天)'],
  ['MOQ', '最小起订量'],
  ['Pack size', '包装数'],
  ['Shelf life days', '保质期(天)'],
  ['Weight g', '重量(g)'],
  ['HS code', 'HS编码'],
  ['Country of origin', '原产国'],
  ['Opening bin', '期初库位'],
  ['Opening quantity', '期初数量'],
];

function deviceDrafts(language: Language): readonly Draft[] {
  return demoModels.map((model) => ({
    ...model,
    category: language === 'en' ? 'Devices' : '整机',
    unit: 'pcs',
    tracking: 'serial',
    isRepairable: true,
    maker: model.maker[language],
    makerPartNumber: model.partNumber,
    grams: model.weightGrams,
    shelfLifeDays: null,
    packSize: 1,
  }));
}

function moduleDrafts(language: Language): readonly Draft[] {
  return demoModels.flatMap((model) =>
    demoModules[model.kind].map((module) => ({
      partNumber: `${model.partNumber}-${module.sign}`,
      nameEn: `${module.en} for ${model.partNumber}`,
      nameZh: `${model.partNumber} ${module.zh}`,
      category: language === 'en' ? 'Modules' : '模块',
      unit: 'pcs',
      tracking: 'none' as const,
      isRepairable: true,
      maker: model.maker[language],
      makerPartNumber: `${model.partNumber}/${module.sign}`,
      costMinor: Math.round(model.costMinor * module.costShare),
      grams: Math.round(model.weightGrams * module.costShare * 0.6),
      hsCode: model.hsCode,
      shelfLifeDays: null,
      packSize: 1,
    })),
  );
}

/** The `index`-th part of a kind: sizes run first, then makes, then revisions. */
function kindDraft(random: SeededRandom, kind: DemoKind, index: number, language: Language): Draft {
  const size = kind.sizes[index % kind.sizes.length] ?? kind.sizes[0];
  const round = Math.floor(index / kind.sizes.length);
  const [makeEn, makeZh] = kind.makes[round % kind.makes.length] ?? kind.makes[0];
  const revision = Math.floor(round / kind.makes.length);
  const maker = random.pick(demoMakers);
  const code = String(index + 1).padStart(5, '0');
  return {
    partNumber: `${kind.sign}-${code}`,
    nameEn: `${kind.en} ${size}, ${makeEn}${revision ? `, type ${revision + 1}` : ''}`,
    nameZh: `${kind.zh} ${size} ${makeZh}${revision ? ` ${revision + 1}型` : ''}`,
    category: language === 'en' ? kind.categoryEn : kind.categoryZh,
    unit: kind.unit,
    tracking: kind.tracking,
    isRepairable: false,
    maker: maker[language],
    makerPartNumber: `${maker.en.slice(0, 2).toUpperCase()}${random.whole(1_000, 9_999)}-${code}`,
    costMinor: Math.max(1, Math.round(random.logNormal(kind.medianYuan * 100, 0.6))),
    grams: Math.max(1, Math.round(random.logNormal(kind.grams, 0.3))),
    hsCode: kind.hsCode,
    shelfLifeDays: kind.shelfLifeDays,
    packSize: kind.packSize,
  };
}

function ordinaryDrafts(random: SeededRandom, count: number, language: Language): readonly Draft[] {
  const [first, ...others] = demoKinds.flatMap((kind) => Array<DemoKind>(kind.weight).fill(kind));
  const made = new Map<DemoKind, number>();
  return Array.from({ length: count }, () => {
    const kind = random.pick([first ?? demoKinds[0], ...others]);
    const index = made.get(kind) ?? 0;
    made.set(kind, index + 1);
    return kindDraft(random, kind, index, language);
  });
}

const yuan = (minor: number) =>
  `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

function lineOf(random: SeededRandom, draft: Draft): readonly string[] {
  const isOwn = draft.isRepairable;
  const leadTimeDays = isOwn
    ? random.pick([30, 45, 60, 90])
    : random.pick([3, 7, 7, 14, 14, 21, 30, 45, 60]);
  const demand = inventDemand(random, demoDemandMonths, { ...draft, leadTimeDays });
  const priceMinor = Math.round(draft.costMinor * (1.25 + random.next() * 0.6));
  // Stock of a tracked part would need its serials or lots, which a parts list does not carry.
  const hasStock = draft.tracking === 'none' && random.chance(0.7);
  const quantity = random.whole(1, Math.max(2, Math.round(demand.maxQuantity * 1.2)));
  return [
    draft.partNumber,
    draft.nameEn,
    draft.nameZh,
    draft.category,
    draft.unit,
    draft.tracking,
    isOwn ? 'yes' : 'no',
    draft.maker,
    draft.makerPartNumber,
    yuan(draft.costMinor),
    yuan(priceMinor),
    'CNY',
    String(demand.minQuantity),
    String(demand.maxQuantity),
    String(leadTimeDays),
    String(draft.packSize * random.pick([1, 1, 1, 2, 5])),
    String(draft.packSize),
    String(draft.shelfLifeDays ?? ''),
    String(draft.grams),
    draft.hsCode,
    random.pick(['CN', 'CN', 'CN', 'CN', 'JP', 'DE', 'MY', 'VN']),
    hasStock ? random.pick(demoBinCodes) : '',
    hasStock ? String(quantity) : '',
    ...demand.byMonth.map(String),
  ];
}

const writeCell = (text: string) => (text.includes(',') ? `"${text}"` : text);

/**
 * The parts list as CSV text with a header and `rows` parts, every part number unique. Equal options
 * give equal text. Costs are in yuan, log-normal within a kind of part; demand is intermittent.
 */
export function demoPartsCsv(options: DemoCatalogueOptions): string {
  const { seed, rows, lastMonth, language = 'zh' } = options;
  const random = seededRandom(seed);
  const ours = [...deviceDrafts(language), ...moduleDrafts(language)].slice(0, rows);
  const drafts = [...ours, ...ordinaryDrafts(random, rows - ours.length, language)];
  const word = language === 'en' ? 0 : 1;
  const header = [
    ...headings.map((heading) => heading[word]),
    ...monthsUpTo(lastMonth, demoDemandMonths),
  ];
  const lines = [header, ...drafts.map((draft) => lineOf(random, draft))];
  return lines.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}
