/**
 * The repairable devices of the demo company and the modules each kind of device is made of. Makers
 * and models are invented. Data only.
 */

export interface DemoMaker {
  readonly en: string;
  readonly zh: string;
}

const verantik = { en: 'Verantik', zh: '维锐迪' };
const lumaquell = { en: 'Lumaquell', zh: '朗曜' };
const suilingda = { en: 'Suilingda', zh: '穗菱达' };
const yunqiaoxin = { en: 'Yunqiaoxin', zh: '云桥芯' };
const tarnweld = { en: 'Tarnweld', zh: '泰恩维' };
const jinhaolan = { en: 'Jinhaolan', zh: '锦昊澜' };

/** Makers of parts that fit many devices. */
export const demoMakers: readonly [DemoMaker, ...DemoMaker[]] = [
  { en: 'Keldrino', zh: '科德诺' },
  { en: 'Orvanta', zh: '欧梵特' },
  { en: 'Haiyuntong Electronics', zh: '海韵通电子' },
  { en: 'Mingzhuo Precision', zh: '铭卓精密' },
  suilingda,
  tarnweld,
];

export type DeviceKind =
  | 'terminal'
  | 'label-printer'
  | 'power-supply'
  | 'network-switch'
  | 'ups'
  | 'analyser'
  | 'drive';

export interface DemoModel {
  readonly partNumber: string;
  readonly kind: DeviceKind;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly maker: DemoMaker;
  /** In fen. */
  readonly costMinor: number;
  readonly weightGrams: number;
  readonly hsCode: string;
}

const model = (
  identity: readonly [string, DeviceKind, DemoMaker],
  [nameEn, nameZh]: readonly [string, string],
  [costYuan, weightGrams, hsCode]: readonly [number, number, string],
): DemoModel => {
  const [partNumber, kind, maker] = identity;
  return {
    partNumber,
    kind,
    nameEn,
    nameZh,
    maker,
    costMinor: costYuan * 100,
    weightGrams,
    hsCode,
  };
};

/** The twelve models the depot repairs. */
export const demoModels: readonly [DemoModel, ...DemoModel[]] = [
  model(
    ['VT-520', 'terminal', verantik],
    ['Handheld terminal VT-520', '手持终端 VT-520'],
    [1_850, 320, '84713090'],
  ),
  model(
    ['VT-730', 'terminal', verantik],
    ['Rugged terminal VT-730', '工业级手持终端 VT-730'],
    [3_200, 480, '84713090'],
  ),
  model(
    ['LQ-P80', 'label-printer', lumaquell],
    ['Desktop label printer LQ-P80', '桌面标签打印机 LQ-P80'],
    [980, 1_900, '84433212'],
  ),
  model(
    ['LQ-P340', 'label-printer', lumaquell],
    ['Industrial label printer LQ-P340', '工业标签打印机 LQ-P340'],
    [6_400, 14_500, '84433212'],
  ),
  model(
    ['SL-1200', 'power-supply', suilingda],
    ['Switching power supply SL-1200', '开关电源 SL-1200'],
    [760, 2_300, '85044014'],
  ),
  model(
    ['SL-48R', 'power-supply', suilingda],
    ['48 V rectifier module SL-48R', '48V 整流模块 SL-48R'],
    [1_450, 3_100, '85044014'],
  ),
  model(
    ['YQ-S24', 'network-switch', yunqiaoxin],
    ['24-port switch YQ-S24', '24口交换机 YQ-S24'],
    [1_680, 3_600, '85176236'],
  ),
  model(
    ['YQ-S48P', 'network-switch', yunqiaoxin],
    ['48-port PoE switch YQ-S48P', '48口 PoE 交换机 YQ-S48P'],
    [5_900, 6_200, '85176236'],
  ),
  model(
    ['TW-U3K', 'ups', tarnweld],
    ['UPS 3 kVA TW-U3K', '不间断电源 3kVA TW-U3K'],
    [3_300, 28_000, '85044020'],
  ),
  model(
    ['TW-U10K', 'ups', tarnweld],
    ['UPS 10 kVA TW-U10K', '不间断电源 10kVA TW-U10K'],
    [11_800, 76_000, '85044020'],
  ),
  model(
    ['JH-A200', 'analyser', jinhaolan],
    ['Photometric analyser JH-A200', '光度分析仪 JH-A200'],
    [42_000, 31_000, '90275090'],
  ),
  model(
    ['JH-M75', 'drive', jinhaolan],
    ['Servo motor 750 W JH-M75', '伺服电机 750W JH-M75'],
    [1_250, 2_800, '85015200'],
  ),
];

export interface DemoModule {
  /** Short sign in the part number. */
  readonly sign: string;
  readonly en: string;
  readonly zh: string;
  /** Share of the device's cost. */
  readonly costShare: number;
}

const module = (sign: string, en: string, zh: string, costShare: number): DemoModule => ({
  sign,
  en,
  zh,
  costShare,
});

const mainBoard = module('MB', 'Main board', '主板', 0.34);
const powerBoard = module('PB', 'Power board', '电源板', 0.14);
const display = module('LCD', 'Display assembly', '显示屏组件', 0.22);
const controlPanel = module('CP', 'Control panel', '操作面板', 0.08);

/** The repairable modules of each kind of device. */
export const demoModules: Readonly<Record<DeviceKind, readonly DemoModule[]>> = {
  terminal: [
    mainBoard,
    display,
    module('SE', 'Scan engine', '扫描引擎', 0.25),
    module('KB', 'Keypad assembly', '键盘组件', 0.06),
    module('RF', 'Wireless module', '无线模块', 0.09),
    module('CD', 'Charging cradle', '充电底座', 0.1),
  ],
  'label-printer': [
    mainBoard,
    powerBoard,
    controlPanel,
    module('PH', 'Print head', '打印头', 0.3),
    module('SM', 'Stepper motor assembly', '步进电机组件', 0.11),
    module('CT', 'Cutter unit', '切刀组件', 0.13),
  ],
  'power-supply': [
    module('CB', 'Control board', '控制板', 0.24),
    module('PF', 'PFC board', '功率因数校正板', 0.26),
    module('IN', 'Inverter stage', '变换级模块', 0.3),
  ],
  'network-switch': [
    mainBoard,
    module('PS', 'Internal power supply', '内置电源', 0.16),
    module('FT', 'Fan tray', '风扇托架', 0.07),
    module('UL', 'Uplink module', '上行模块', 0.2),
  ],
  ups: [
    module('CB', 'Control board', '控制板', 0.18),
    module('IV', 'Inverter module', '逆变模块', 0.28),
    module('RC', 'Rectifier module', '整流模块', 0.2),
    module('CH', 'Charger board', '充电板', 0.09),
    controlPanel,
  ],
  analyser: [
    mainBoard,
    powerBoard,
    display,
    module('PM', 'Photometer unit', '光度计单元', 0.28),
    module('PP', 'Peristaltic pump', '蠕动泵', 0.05),
    module('SA', 'Sampler arm', '加样臂', 0.12),
  ],
  drive: [module('EN', 'Encoder', '编码器', 0.3), module('BR', 'Brake unit', '制动器', 0.18)],
};
