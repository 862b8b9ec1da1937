/**
 * The people of the demo company and its customers. All names, numbers and addresses are invented:
 * mail goes to reserved domains, phone numbers are of a series that no exchange gives out.
 */

export type DemoRole =
  | 'technician'
  | 'clerk'
  | 'planner'
  | 'service-desk'
  | 'approver'
  | 'administrator';

export interface DemoUser {
  readonly login: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly role: DemoRole;
  /** Code of the site where the person works. */
  readonly site: 'SZ' | 'SH';
  readonly locale: 'en' | 'zh-CN';
}

const user = (
  [login, nameEn, nameZh]: readonly [string, string, string],
  role: DemoRole,
  site: DemoUser['site'] = 'SZ',
  locale: DemoUser['locale'] = 'zh-CN',
): DemoUser => ({ login, nameEn, nameZh, role, site, locale });

/** Users without passwords: a demo sets one when it is created. */
export const demoUsers: readonly DemoUser[] = [
  user(['lin.yue', 'Lin Yue', '林悦'], 'technician'),
  user(['he.jun', 'He Jun', '何俊'], 'technician'),
  user(['zhou.kai', 'Zhou Kai', '周凯'], 'technician', 'SH'),
  user(['wu.fang', 'Wu Fang', '吴芳'], 'clerk'),
  user(['xu.ping', 'Xu Ping', '许平'], 'clerk', 'SH'),
  user(['gao.ming', 'Gao Ming', '高铭'], 'planner'),
  user(['tang.li', 'Tang Li', '唐莉'], 'service-desk'),
  user(['anna.berg', 'Anna Berg', '安娜'], 'service-desk', 'SZ', 'en'),
  user(['feng.tao', 'Feng Tao', '冯涛'], 'approver'),
  user(['qin.shan', 'Qin Shan', '秦珊'], 'administrator'),
];

export interface DemoCustomer {
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly contactName: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly locale: 'en' | 'zh-CN';
}

type CustomerLine = readonly [
  nameEn: string,
  nameZh: string,
  contact: string,
  domain: string,
  address: string,
];

const customerLines: readonly CustomerLine[] = [
  ['Hengyue Logistics', '恒悦物流', '王敏', 'hengyue', '广东省广州市白云区示范大道8号'],
  ['Lantian Hospital', '蓝天医院', '李文静', 'lantian', '广东省深圳市福田区样例街21号'],
  ['Ruifeng Supermarkets', '瑞丰超市', '陈国栋', 'ruifeng', '福建省厦门市思明区示例南路55号'],
  ['Dongheng Textiles', '东衡纺织', '刘洁', 'dongheng', '浙江省绍兴市柯桥区样板路102号'],
  ['Jiangnan Water Works', '江南水务', '赵磊', 'jiangnan-water', '江苏省苏州市工业园区示范街9号'],
  ['Beichen Data Centre', '北辰数据中心', '孙浩然', 'beichen', '北京市大兴区样例路77号'],
  ['Qinghe Dairy', '清禾乳业', '马晓燕', 'qinghe', '内蒙古自治区呼和浩特市示例街3号'],
  ['Xinhai Shipyard', '新海船厂', '黄志强', 'xinhai', '辽宁省大连市甘井子区样板街64号'],
  ['Yunshan Testing Laboratory', '云杉检测', '郑怡', 'yunshan', '四川省成都市高新区示范路15号'],
  ['Tiancheng Parcel', '天澄快递', '何彬', 'tiancheng', '湖北省武汉市东西湖区样例大道230号'],
  [
    'Nordvik Instruments',
    '诺维仪器',
    'Erik Nordvik',
    'nordvik',
    '12 Sample Road, Kowloon, Hong Kong',
  ],
  ['Mingde School', '明德学校', '罗婷', 'mingde', '湖南省长沙市岳麓区示例路40号'],
];

/** Twelve customers. */
export const demoCustomers: readonly DemoCustomer[] = customerLines.map(
  ([nameEn, nameZh, contactName, domain, address], index) => ({
    code: `C${String(index + 1).padStart(4, '0')}`,
    nameEn,
    nameZh,
    contactName,
    phone: `+86 20 0000 ${String(1_001 + index * 7)}`,
    email: `service@${domain}.example`,
    address,
    locale: domain === 'nordvik' ? 'en' : 'zh-CN',
  }),
);
