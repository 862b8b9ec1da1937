/** The sections of the desk, in the order of the menu, with the right that makes each visible. */
import type { PageKey } from '../i18n/pages.en.ts';
import type { Permission } from '../people/index.ts';

/** One section of the menu. */
export type Section =
  | 'home'
  | 'rmas'
  | 'receiving'
  | 'bench'
  | 'shipping'
  | 'stock'
  | 'parts'
  | 'customers'
  | 'units'
  | 'requests'
  | 'orders'
  | 'shipments'
  | 'receipts'
  | 'part-returns'
  | 'counts'
  | 'purchasing'
  | 'reports'
  | 'planning'
  | 'admin';

/** A part of the menu under a heading of its own. */
export type MenuGroup = 'home' | 'repair' | 'stock' | 'parts' | 'office';

interface Entry {
  readonly section: Section;
  readonly group: MenuGroup;
  readonly href: string;
  readonly label: PageKey;
  /** Any of these rights shows it; an empty list shows it to everybody. */
  readonly needs: readonly Permission[];
}

const admin: readonly Permission[] = [
  'people.manage',
  'sites.edit',
  'jobs.view',
  'activity.view',
  'ledger.verify',
  'repair.set-up',
];

function entry(group: MenuGroup, section: Section, needs: Permission): Entry {
  return { section, group, href: `/${section}`, label: `nav.${section}`, needs: [needs] };
}

/** Every entry of the menu, group by group. */
export const navigation: readonly Entry[] = [
  { section: 'home', group: 'home', href: '/', label: 'nav.home', needs: [] },
  entry('stock', 'requests', 'requests.view'),
  entry('stock', 'orders', 'orders.view'),
  entry('stock', 'shipments', 'shipments.view'),
  entry('stock', 'receipts', 'receipts.view'),
  entry('stock', 'part-returns', 'part-returns.view'),
  entry('stock', 'stock', 'stock.view'),
  entry('stock', 'counts', 'counts.view'),
  entry('repair', 'rmas', 'rma.view'),
  entry('repair', 'receiving', 'rma.receive'),
  entry('repair', 'bench', 'repair.work'),
  entry('repair', 'shipping', 'rma.ship'),
  entry('repair', 'units', 'rma.view'),
  entry('repair', 'customers', 'parties.view'),
  entry('parts', 'parts', 'parts.view'),
  entry('parts', 'planning', 'planning.view'),
  entry('parts', 'purchasing', 'purchasing.view'),
  entry('office', 'reports', 'reports.view'),
  { section: 'admin', group: 'office', href: '/admin', label: 'nav.admin', needs: admin },
];

/** The groups in the order of the menu, each with its heading; the way home needs none. */
export const menuGroups: readonly {
  readonly group: MenuGroup;
  readonly heading: PageKey | null;
}[] = [
  { group: 'home', heading: null },
  { group: 'repair', heading: 'nav.group.repair' },
  { group: 'stock', heading: 'nav.group.stock' },
  { group: 'parts', heading: 'nav.group.parts' },
  { group: 'office', heading: 'nav.group.office' },
];
