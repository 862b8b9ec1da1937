/**
 * The fault codes of the demo company, by symptom, cause and remedy, and the tests each of its
 * models is put through. Data only.
 */
import type { DeviceKind } from './catalogue-models.ts';

export interface DemoFaultCode {
  readonly code: string;
  readonly kind: 'symptom' | 'cause' | 'remedy';
  readonly nameEn: string;
  readonly nameZh: string;
}

const faults = (
  kind: DemoFaultCode['kind'],
  sign: string,
  names: readonly (readonly [string, string])[],
): readonly DemoFaultCode[] =>
  names.map(([nameEn, nameZh], index) => ({
    code: `${sign}${String(index + 1).padStart(2, '0')}`,
    kind,
    nameEn,
    nameZh,
  }));

/** Codes start with S for symptoms, C for causes, R for remedies. */
export const demoFaultCodes: readonly DemoFaultCode[] = [
  ...faults('symptom', 'S', [
    ['Does not switch on', '无法开机'],
    ['Switches off by itself', '自动关机'],
    ['Display dark or striped', '屏幕无显示或花屏'],
    ['Does not read barcodes', '无法扫码'],
    ['Print faint or with gaps', '打印模糊或缺线'],
    ['No network link', '网络无连接'],
    ['Output voltage out of range', '输出电压异常'],
    ['Unusual noise or vibration', '异响或振动'],
    ['Reading out of tolerance', '测量值超差'],
  ]),
  ...faults('cause', 'C', [
    ['Capacitor aged', '电容老化'],
    ['Liquid ingress', '进液'],
    ['Mechanical damage', '机械损伤'],
    ['Connector loose or oxidised', '接插件松动或氧化'],
    ['Wear part at end of life', '易损件到寿命'],
    ['Firmware corrupted', '固件损坏'],
    ['No fault found', '未复现故障'],
  ]),
  ...faults('remedy', 'R', [
    ['Part replaced', '更换零件'],
    ['Module replaced', '更换模块'],
    ['Firmware reloaded', '重装固件'],
    ['Cleaned and reseated', '清洁并重新插接'],
    ['Adjusted and calibrated', '调整校准'],
  ]),
];

export interface DemoTestStep {
  /** Part number of the model; null where every model takes the step. */
  readonly model: string | null;
  readonly position: number;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly isMandatory: boolean;
}

/** Name in English and Chinese, and whether the test may be left out. */
export type DemoTest = readonly [nameEn: string, nameZh: string, isMandatory: boolean];

/** Tests of every device. */
export const commonTests: readonly DemoTest[] = [
  ['Outer condition and serial label', '外观与序列号标签检查', true],
  ['Earth and insulation', '接地与绝缘测试', true],
  ['Runs 30 minutes without fault', '连续运行30分钟', true],
];

/** Further tests by kind of device. */
export const testsByKind: Readonly<Record<DeviceKind, readonly DemoTest[]>> = {
  terminal: [
    ['Reads ten sample codes', '扫描十个样码', true],
    ['Touch and all keys', '触摸与全部按键', true],
    ['Wireless signal', '无线信号强度', true],
    ['Drop test, 1 m', '1米跌落测试', false],
  ],
  'label-printer': [
    ['Print head dots complete', '打印头断针检查', true],
    ['Label gap found', '标签间隙识别', true],
    ['Cutter, 50 cuts', '切刀50次', false],
  ],
  'power-supply': [
    ['Output voltage at no, half and full load', '空载、半载、满载输出电压', true],
    ['Ripple and noise', '纹波噪声', true],
    ['Overcurrent protection', '过流保护', true],
  ],
  'network-switch': [
    ['All ports link at full speed', '全部端口满速连接', true],
    ['Fan speed and alarm', '风扇转速与告警', true],
    ['Power over Ethernet budget', 'PoE 供电功率', false],
  ],
  ups: [
    ['Transfer to battery', '市电转电池切换', true],
    ['Run time at half load', '半载后备时间', true],
    ['Battery inner resistance', '电池内阻', true],
    ['Alarm contacts', '告警干接点', false],
  ],
  analyser: [
    ['Blank and standard samples', '空白与标准样测试', true],
    ['Repeatability of ten readings', '十次重复性', true],
    ['Pump flow', '泵流量', true],
  ],
  drive: [
    ['Insulation of windings', '绕组绝缘电阻', true],
    ['Encoder signal', '编码器信号', true],
    ['Brake torque', '制动力矩', false],
  ],
};
