/** Views for the label and document tests; each call gives a fresh one to change. */
import type {
  BoxLabelView,
  LabelViews,
  LocationLabelView,
  PackingSlipView,
  PartLabelView,
  RmaFormView,
  RmaLabelView,
  UnitLabelView,
} from '../../src/labels/index.ts';

export const partView = (change: Partial<PartLabelView> = {}): PartLabelView => ({
  code: 'PSU-AC-750W',
  link: 'https://bench.example.com/s/p/000482',
  partNumber: 'PSU-AC-750W',
  name: 'AC power supply module 750 W, hot-swap 热插拔交流电源模块',
  unitOfMeasure: 'PCS',
  ...change,
});

export const unitView = (change: Partial<UnitLabelView> = {}): UnitLabelView => ({
  code: 'JOB-000123',
  link: 'https://bench.example.com/s/j/000123',
  number: 'JOB-000123',
  rmaNumber: 'RMA-000057',
  serialNumber: 'FOC2213X0AB',
  partNumber: 'AP-4800E-K9',
  productName: 'Access point 4800 outdoor 室外型无线接入点',
  customerShortName: '华东电力',
  dueOn: '2026-03-05',
  coverage: 'in-warranty',
  receivedOn: '2026-02-26',
  ...change,
});

export const rmaView = (change: Partial<RmaLabelView> = {}): RmaLabelView => ({
  code: 'RMA-000057',
  link: 'https://bench.example.com/s/r/000057',
  number: 'RMA-000057',
  depotName: 'Shenzhen depot 深圳维修中心',
  depotAddressLines: ['Building 7, 88 Keji South Road', 'Nanshan, Shenzhen 518057', 'China'],
  customerName: '华东电力设备有限公司 East China Power Equipment',
  serialNumber: 'FOC2213X0AB',
  validUntil: '2026-03-31',
  ...change,
});

export const locationView = (change: Partial<LocationLabelView> = {}): LocationLabelView => ({
  code: 'SZX-A-01-03',
  link: 'https://bench.example.com/s/l/000931',
  siteName: 'Shenzhen depot 深圳',
  locationName: 'A-01-03',
  kind: 'Bin 库位',
  ...change,
});

const boxView = (change: Partial<BoxLabelView> = {}): BoxLabelView => ({
  code: 'BOX-000021',
  link: 'https://bench.example.com/s/BOX-000021',
  number: 'BOX-000021',
  shipmentNumber: 'SHP-000009',
  fromName: 'SZ Shenzhen depot 深圳维修中心',
  toName: 'SH Shanghai field stock 上海现场库',
  toAddressLines: ['上海市浦东新区世纪大道1000号12楼', 'Shanghai 200120'],
  pieces: 14,
  weightGrams: 5200,
  ...change,
});

export const labelViews: LabelViews = {
  part: partView(),
  unit: unitView(),
  rma: rmaView(),
  location: locationView(),
  box: boxView(),
};

const head = {
  rmaNumber: 'RMA-000057',
  code: 'RMA-000057',
  link: 'https://bench.example.com/s/r/000057',
  issuedAt: new Date('2026-03-01T02:03:04Z'),
  issuedOn: '2026-03-01',
};

const depot = {
  name: 'Shenzhen depot 深圳维修中心',
  contactName: null,
  addressLines: ['Building 7, 88 Keji South Road', 'Nanshan, Shenzhen 518057', 'China'],
  phone: '+86 755 5550 1234',
  email: 'rma@bench.example.com',
};

const customer = {
  name: '华东电力设备有限公司',
  contactName: '王小明 Wang Xiaoming',
  addressLines: ['上海市浦东新区世纪大道1000号12楼', 'Shanghai 200120'],
  phone: '+86 21 5550 9876',
  email: null,
};

export const formView = (change: Partial<RmaFormView> = {}): RmaFormView => ({
  ...head,
  validUntil: '2026-03-31',
  coreDueOn: '2026-04-14',
  depot,
  customer,
  units: [
    {
      productName: 'Access point 4800 室外型无线接入点',
      partNumber: 'AP-4800E-K9',
      serialNumber: 'FOC2213X0AB',
      reportedFault: 'Reboots every few minutes. 设备每隔几分钟重启一次。',
      accessories: [{ name: 'Mounting bracket 安装支架', quantity: 2 }],
      coverage: 'in-warranty',
      coverageReasons: ['Shipped 2025-06-12, warranty 24 months.'],
    },
  ],
  doNotSend: [],
  ...change,
});

export const slipView = (change: Partial<PackingSlipView> = {}): PackingSlipView => ({
  ...head,
  shipFrom: depot,
  shipTo: customer,
  lines: [
    {
      productName: 'Access point 4800 室外型无线接入点',
      partNumber: 'AP-4800E-K9',
      serialIn: 'FOC2213X0AB',
      serialOut: 'FOC2301Y7CD',
      quantity: 1,
    },
  ],
  accessories: [{ name: 'Mounting bracket 安装支架', quantity: 2 }],
  repairs: [
    {
      serialNumber: 'FOC2213X0AB',
      faultsFound: ['DC converter fails under load 电源转换器带载失效'],
      partsReplaced: ['Converter U12 转换器'],
    },
  ],
  carrier: 'SF Express 顺丰',
  trackingNumber: 'SF1234567890123',
  repairWarrantyEndsOn: '2026-06-01',
  ...change,
});
