/**
 * The electronic components of the demo catalogue. Data only.
 */
import { type DemoKind, kind } from './catalogue-kind.ts';

const electronics = ['Electronic components', '电子元件'] as const;

/** Components; the makes are build or rating. */
export const electronicKinds: readonly [DemoKind, ...DemoKind[]] = [
  kind(
    ['CAP', 'Electrolytic capacitor', '电解电容'],
    electronics,
    { medianYuan: 1.2, grams: 4, hsCode: '85322290', packSize: 50, weight: 12 },
    {
      sizes: ['10 µF', '22 µF', '47 µF', '100 µF', '220 µF', '470 µF', '1000 µF', '2200 µF'],
      makes: [
        ['16 V', '16V'],
        ['25 V', '25V'],
        ['50 V', '50V'],
        ['100 V', '100V'],
        ['450 V', '450V'],
      ],
    },
  ),
  kind(
    ['RES', 'Chip resistor', '贴片电阻'],
    electronics,
    { medianYuan: 0.15, grams: 1, hsCode: '85332110', packSize: 100, weight: 10 },
    {
      sizes: [
        '10 Ω',
        '47 Ω',
        '100 Ω',
        '470 Ω',
        '1 kΩ',
        '4.7 kΩ',
        '10 kΩ',
        '47 kΩ',
        '100 kΩ',
        '1 MΩ',
      ],
      makes: [
        ['0402', '0402封装'],
        ['0603', '0603封装'],
        ['0805', '0805封装'],
        ['1206', '1206封装'],
      ],
    },
  ),
  kind(
    ['MOS', 'Power transistor', '功率管'],
    electronics,
    { medianYuan: 6.5, grams: 3, hsCode: '85412900', packSize: 10, weight: 6 },
    {
      sizes: ['60 V 30 A', '100 V 50 A', '200 V 20 A', '500 V 12 A', '650 V 20 A', '1200 V 40 A'],
      makes: [
        ['TO-220', 'TO-220封装'],
        ['TO-247', 'TO-247封装'],
        ['D2PAK', 'D2PAK封装'],
      ],
    },
  ),
  kind(
    ['FUS', 'Fuse', '保险管'],
    electronics,
    { medianYuan: 1.8, grams: 2, hsCode: '85361000', packSize: 10, weight: 8 },
    {
      sizes: ['0.5 A', '1 A', '2 A', '3.15 A', '5 A', '6.3 A', '10 A', '15 A', '20 A'],
      makes: [
        ['fast', '快断'],
        ['slow', '慢断'],
      ],
    },
  ),
  kind(
    ['RLY', 'Relay', '继电器'],
    electronics,
    { medianYuan: 12, grams: 18, hsCode: '85364900', packSize: 5, weight: 5 },
    {
      sizes: ['5 V', '12 V', '24 V', '48 V', '220 V AC'],
      makes: [
        ['single pole', '单刀'],
        ['double pole', '双刀'],
        ['solid state', '固态'],
      ],
    },
  ),
  kind(
    ['SNS', 'Optical sensor', '光电传感器'],
    electronics,
    { medianYuan: 28, grams: 9, hsCode: '85414900', packSize: 1, weight: 6 },
    {
      sizes: ['5 mm', '10 mm', '20 mm', '50 mm', '100 mm'],
      makes: [
        ['slot', '槽型'],
        ['reflective', '反射式'],
        ['through-beam', '对射式'],
      ],
    },
  ),
];
