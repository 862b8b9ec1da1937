/**
 * The kinds of ordinary parts in the demo catalogue: mechanics, cables, batteries, cooling, supplies,
 * and after them the electronic components. Data only.
 */
import { type DemoKind, kind } from './catalogue-kind.ts';
import { electronicKinds } from './catalogue-kinds-electronic.ts';

const mechanics = ['Mechanical parts', '机械零件'] as const;
const cables = ['Cables and connectors', '线缆与连接器'] as const;
const energy = ['Batteries', '电池'] as const;
const supplies = ['Consumables', '耗材'] as const;
const cooling = ['Cooling', '散热'] as const;

/** All kinds; the makes are material, build or grade. */
export const demoKinds: readonly [DemoKind, ...DemoKind[]] = [
  ...electronicKinds,
  kind(
    ['BRG', 'Ball bearing', '滚珠轴承'],
    mechanics,
    { medianYuan: 14, grams: 35, hsCode: '84821020', packSize: 1, weight: 7 },
    {
      sizes: ['6 × 17 mm', '8 × 22 mm', '10 × 26 mm', '12 × 28 mm', '15 × 32 mm', '17 × 35 mm'],
      makes: [
        ['open', '开式'],
        ['shielded', '防尘盖'],
        ['sealed', '密封圈'],
      ],
    },
  ),
  kind(
    ['BLT', 'Timing belt', '同步带'],
    mechanics,
    { medianYuan: 22, grams: 25, hsCode: '40103500', packSize: 1, weight: 5 },
    {
      sizes: ['150 mm', '200 mm', '280 mm', '350 mm', '420 mm', '600 mm'],
      makes: [
        ['6 mm wide', '带宽6mm'],
        ['9 mm wide', '带宽9mm'],
        ['15 mm wide', '带宽15mm'],
      ],
    },
  ),
  kind(
    ['ROL', 'Platen roller', '胶辊'],
    mechanics,
    { medianYuan: 65, grams: 160, hsCode: '84439990', packSize: 1, weight: 5 },
    {
      sizes: ['58 mm', '80 mm', '108 mm', '168 mm', '216 mm'],
      makes: [
        ['standard', '标准'],
        ['anti-stick', '防粘'],
      ],
    },
  ),
  kind(
    ['SCR', 'Screw set', '螺丝套装'],
    mechanics,
    { medianYuan: 3, grams: 30, hsCode: '73181590', packSize: 1, weight: 5, unit: 'set' },
    {
      sizes: ['M2 × 4', 'M2 × 6', 'M2.5 × 6', 'M3 × 6', 'M3 × 10', 'M4 × 8', 'M4 × 12', 'M5 × 16'],
      makes: [
        ['zinc-plated', '镀锌'],
        ['stainless', '不锈钢'],
      ],
    },
  ),
  kind(
    ['HSG', 'Housing', '外壳'],
    mechanics,
    { medianYuan: 85, grams: 240, hsCode: '84733090', packSize: 1, weight: 4 },
    {
      sizes: ['front', 'rear', 'top', 'bottom', 'left', 'right'],
      makes: [
        ['grey', '灰色'],
        ['black', '黑色'],
        ['white', '白色'],
      ],
    },
  ),
  kind(
    ['CBL', 'Connection cable', '连接线'],
    cables,
    { medianYuan: 18, grams: 90, hsCode: '85444211', packSize: 1, weight: 9 },
    {
      sizes: ['0.3 m', '0.5 m', '1 m', '1.5 m', '2 m', '3 m', '5 m'],
      makes: [
        ['USB', 'USB'],
        ['Ethernet', '网线'],
        ['serial', '串口'],
        ['mains', '电源'],
        ['flat ribbon', '排线'],
      ],
    },
  ),
  kind(
    ['WIR', 'Stranded wire', '多股导线'],
    cables,
    { medianYuan: 2.4, grams: 20, hsCode: '85444921', packSize: 100, weight: 3, unit: 'm' },
    {
      sizes: ['0.5 mm²', '0.75 mm²', '1 mm²', '1.5 mm²', '2.5 mm²', '4 mm²'],
      makes: [
        ['red', '红色'],
        ['black', '黑色'],
        ['yellow-green', '黄绿'],
      ],
    },
  ),
  kind(
    ['CON', 'Connector', '连接器'],
    cables,
    { medianYuan: 4.2, grams: 5, hsCode: '85366900', packSize: 10, weight: 9 },
    {
      sizes: ['2-pin', '3-pin', '4-pin', '6-pin', '8-pin', '10-pin', '20-pin', '40-pin'],
      makes: [
        ['plug', '插头'],
        ['socket', '插座'],
        ['board header', '板端'],
      ],
    },
  ),
  kind(
    ['BAT', 'Lithium battery pack', '锂电池组'],
    energy,
    {
      medianYuan: 120,
      grams: 110,
      hsCode: '85076000',
      packSize: 1,
      weight: 4,
      tracking: 'lot',
      shelfLifeDays: 540,
    },
    {
      sizes: ['3.7 V 2200 mAh', '3.7 V 4000 mAh', '7.4 V 2600 mAh', '7.4 V 5200 mAh'],
      makes: [
        ['standard', '标准'],
        ['low temperature', '低温'],
      ],
    },
  ),
  kind(
    ['VRL', 'Valve-regulated lead battery', '阀控铅酸电池'],
    energy,
    {
      medianYuan: 190,
      grams: 2_600,
      hsCode: '85072000',
      packSize: 1,
      weight: 3,
      tracking: 'lot',
      shelfLifeDays: 360,
    },
    {
      sizes: ['12 V 7 Ah', '12 V 9 Ah', '12 V 18 Ah', '12 V 38 Ah'],
      makes: [
        ['standard', '标准'],
        ['high rate', '高倍率'],
      ],
    },
  ),
  kind(
    ['FAN', 'Cooling fan', '散热风扇'],
    cooling,
    { medianYuan: 26, grams: 70, hsCode: '84145930', packSize: 1, weight: 7 },
    {
      sizes: ['40 mm', '60 mm', '80 mm', '92 mm', '120 mm'],
      makes: [
        ['12 V', '12V'],
        ['24 V', '24V'],
        ['48 V', '48V'],
      ],
    },
  ),
  kind(
    ['GRS', 'Thermal grease', '导热硅脂'],
    cooling,
    {
      medianYuan: 32,
      grams: 60,
      hsCode: '34039900',
      packSize: 1,
      weight: 1,
      tracking: 'lot',
      shelfLifeDays: 730,
    },
    {
      sizes: ['10 g', '30 g', '100 g'],
      makes: [
        ['1.5 W/mK', '1.5W/mK'],
        ['4 W/mK', '4W/mK'],
      ],
    },
  ),
  kind(
    ['RBN', 'Thermal transfer ribbon', '热转印碳带'],
    supplies,
    {
      medianYuan: 38,
      grams: 350,
      hsCode: '96121000',
      packSize: 6,
      weight: 4,
      unit: 'roll',
      shelfLifeDays: 365,
    },
    {
      sizes: ['60 mm × 300 m', '80 mm × 300 m', '110 mm × 300 m', '110 mm × 450 m'],
      makes: [
        ['wax', '蜡基'],
        ['wax-resin', '混合基'],
        ['resin', '树脂基'],
      ],
    },
  ),
  kind(
    ['CLN', 'Cleaning wipes', '清洁片'],
    supplies,
    { medianYuan: 24, grams: 200, hsCode: '34029090', packSize: 1, weight: 1, unit: 'pack' },
    {
      sizes: ['50 sheets', '100 sheets'],
      makes: [
        ['alcohol', '酒精'],
        ['dry', '无尘'],
      ],
    },
  ),
];
